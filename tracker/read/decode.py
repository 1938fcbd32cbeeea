"""Bytes to text. The text is what the bytes say, never normalised; a guess at the encoding is always owned up to."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.errors import UnreadableError
from tracker.model import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file; ``doubt`` says in a sentence what was guessed, and is empty where nothing was."""

    text: str
    doubt: str = ""


# The longer marks first: UTF-32's begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How common files that are not text begin, from the formats' own specifications.
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
)

SAVE = "Save it as UTF-8 text"

# Western punctuation and letters: what is left of English text once ASCII is taken away. Bytes that make only these
# in windows-1252 are taken for it, as browsers do with pages that declare nothing (WHATWG Encoding Standard).
_WESTERN = re.compile(r"[\x00-\x7f\xa0-\xff‘’‚“”„–—…•€™‹›†ŒœŠšŽžŸ]*")

# Controls that no text carries; tab, line breaks, form feed and escape may stand in one.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# The detector is shown this many bytes of the lines that are not ASCII: more makes it slow, not surer.
_SAMPLE = 20_000


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text of a file's bytes: by its byte order mark, as UTF-8, as declared, else by a guess.

    Raises UnreadableError where the bytes are no text, or text in no encoding that can be told.
    """
    _refuse_known(data)
    decoded = _marked(data) or _wide(data) or _utf8(data) or _declared(data, declared) or _guess(data)
    _refuse_binary(decoded.text)
    return decoded


def admit(decoded: Decoded, path: str) -> Iterator[Unread]:
    """The note that owns up to a guess, where there was one; the file's articles are read all the same."""
    if decoded.doubt:
        yield Unread(path=path, reason=f"the file was read, but {decoded.doubt}", cure=SAVE)


def _refuse_known(data: bytes) -> None:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableError(f"it is {kind}, not text", "Open it in its own program and save it as plain text")


def _refuse_binary(text: str) -> None:
    """One control character in a hundred is the mark of a program or a picture; a stray one happens in real text."""
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableError("it is not text but binary data", SAVE)


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=data[len(mark) :].decode(encoding, "replace"))
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of English text is zero."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if half and odd * 2 > half and even * 20 < half:
        return Decoded(text=data.decode("utf-16-le", "replace"))
    if half and even * 2 > half and odd * 20 < half:
        return Decoded(text=data.decode("utf-16-be", "replace"))
    return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, forgiven a few broken bytes where most of its longer characters are sound (a file cut short)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if not broken:
        return Decoded(text=text)
    sound = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    doubt = f"{broken} characters are broken and stand as \ufffd"
    return Decoded(text=text, doubt=doubt) if sound > broken else None


def _declared(data: bytes, declared: str) -> Decoded | None:
    """As the page says of itself. ``latin-1`` means windows-1252 on the web (WHATWG Encoding Standard)."""
    name = _known(declared)
    try:
        return Decoded(text=data.decode("cp1252" if name == "iso8859-1" else name)) if name else None
    except UnicodeDecodeError:
        return None


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name if name.isascii() else ""
    except LookupError:
        return ""


def _guess(data: bytes) -> Decoded:
    western = data.decode("cp1252", "replace")
    _refuse_binary(western)
    if _WESTERN.fullmatch(western) and _accented(western) < 0.2:
        return _guessed(western, "windows-1252")
    name = _detect(data)
    if not name:
        raise UnreadableError("it is not text in any encoding that can be told", SAVE)
    return _guessed(data.decode(name, "replace"), name)


def _accented(text: str) -> float:
    """The share of a text's letters that are not ASCII: a tenth in French, nearly all where Cyrillic is misread."""
    letters = sum(map(str.isalpha, text))
    plain = sum(map(len, re.findall("[A-Za-z]+", text)))
    return (letters - plain) / max(1, letters)


def _guessed(text: str, name: str) -> Decoded:
    return Decoded(text=text, doubt=f"it does not say its encoding and was read as {name}")


def _detect(data: bytes) -> str:
    from charset_normalizer import from_bytes

    lines = (line for line in data.splitlines(keepends=True) if not line.isascii())
    sample = b""
    for line in lines:
        sample += line
        if len(sample) >= _SAMPLE:
            break
    best = from_bytes(sample[:_SAMPLE]).best()
    return best.encoding if best else ""
