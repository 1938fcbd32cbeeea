"""PDF with a text layer: the pages' lines joined to paragraphs, running titles and page numbers left out.

What has no text layer is a picture of text and is listed as such. The day a file was made is the article's date, save
where a browser made it: that is when somebody printed the page.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.inputs import Input, broken
from tracker.read.layout import lay_out
from tracker.read.limits import LARGEST
from tracker.read.lines import HYPHEN, Line, find_paragraphs
from tracker.read.reader import need

OCR = "Give it a text layer with a text recogniser, such as OCRmyPDF, and read it again"

# An annual report has a few hundred pages; a file made to keep us busy has as many as it likes.
MOST_PAGES = 2_000

# Fewer characters than this on a page are its number, or a stamp on a scan.
_SHORTEST = 20

_PRINTED = re.compile(r"Skia/PDF|Mozilla|Chrom|Firefox|Safari|WebKit|wkhtmltopdf", re.IGNORECASE)
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-]\d\d)'?(\d\d)|(Z))?")
_FILE = re.compile(
    r"^microsoft \w+ - |\.(docx?|indd|pdf|odt|pages|qxp|rtf|txt)$|^untitled|^https?:|^slide \d", re.IGNORECASE
)

# PDFium gives two lines as one where a word is broken between them.
_LINE = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?")

# Characters PDFium gives for what a font does not tell, and the marks of lines.
_UNTOLD = re.compile("[\x00-\x08\x0b-\x1f\uffff]")


# Where a stream of bytes begins (ISO 32000, 7.3.8), and how much of it is unpacked at once.
_STREAM = re.compile(rb"\bstream\r?\n")
_PIECE = 1 << 16


def is_pdf(head: bytes) -> bool:
    """The mark, which may stand behind other bytes within the first kilobyte (ISO 32000, annex H)."""
    return b"%PDF-" in head[:1024]


def read_pdf(found: Input) -> Iterator[Article | Unread]:
    """The one article of a file."""
    data = found.read()
    _check(data, found)
    document = _open(data)
    try:
        pages = min(len(document), MOST_PAGES)
        lines = [line for number in range(pages) for line in _lines(document, number)]
        metadata = _metadata(document)
        more = len(document) - pages
    finally:
        document.close()
    silent = sorted(set(range(pages)) - {line.page for line in lines})
    if len(silent) == pages or sum(len(line.words) for line in lines) < _SHORTEST:
        raise UnreadableError(f"its {pages} pages hold no text: they are pictures, as of a scan", OCR)
    yield _article(found.path, lines, metadata)
    yield from _notes(found.path, silent, more)


def _check(data: bytes, found: Input) -> None:
    """Raise UnreadableError where the file unpacks to more than anybody writes.

    The library holds some thirty bytes for each of a page's content, once it is unpacked: a file of 74 KB made it take
    11 GB. Pictures only count against what may come out of any file.
    """
    content = 0
    for stream in _STREAM.finditer(data):
        is_picture = b"/Image" in data[max(0, stream.start() - 500) : stream.start()].rpartition(b"obj")[2]
        for size in _unpacked(memoryview(data)[stream.end() :]):
            found.allowance.take(size)
            content += 0 if is_picture else size
            if content > LARGEST:
                reason = f"its pages unpack to more than {LARGEST / 1e6:,.0f} MB, as files made to fill memory do"
                raise UnreadableError(reason, "Print it to a new PDF, or save its text as .txt")


def _unpacked(data: memoryview) -> Iterator[int]:
    """The bytes that a stream unpacks to, piece by piece; none where it is packed in no way or another."""
    unpacker = zlib.decompressobj()
    for start in range(0, len(data), _PIECE):
        packed = bytes(data[start : start + _PIECE])
        while packed and not unpacker.eof:
            try:
                yield len(unpacker.decompress(packed, _PIECE))
            except zlib.error:
                return
            packed = unpacker.unconsumed_tail
        if unpacker.eof:
            return


def _open(data: bytes) -> Any:
    pdfium = need("pypdfium2", "pdf")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableError("it is locked with a password", "Save it without the password") from error
        raise broken(error, "the PDF") from error


def _article(path: str, lines: list[Line], metadata: dict[str, str]) -> Article:
    blocks = find_paragraphs(lines)
    printed = next((block.words for block in blocks if block.kind == "headline"), "")
    title = printed or _title(metadata.get("Title", ""))
    laid = lay_out(blocks, title=title)
    return Article(
        article_id="",
        path=path,
        title=title,
        author=" ".join(metadata.get("Author", "").split()),
        published=_made(metadata),
        text=laid.text,
        zones=laid.zones,
    )


def _notes(path: str, silent: list[int], more: int) -> Iterator[Unread]:
    if silent:
        told = ", ".join(str(page + 1) for page in silent[:9]) + (", …" if len(silent) > 9 else "")
        yield Unread(path=path, reason=f"the file was read, but these of its pages hold no text: {told}", cure=OCR)
    if more:
        yield Unread(path=path, reason=f"only its first {MOST_PAGES:,} pages were read", cure="Split it")


# --- Lines ---


def _lines(document: Any, number: int) -> list[Line]:
    """The lines of a page in the order the file draws them, which is that of reading, columns too."""
    try:
        page = document[number]
        width, height = page.get_size()
        text = page.get_textpage()
        return list(_placed(text, number, max(width, 1), max(height, 1)))
    except Exception as error:
        raise broken(error, f"page {number + 1} of the PDF") from error


def _placed(text: Any, number: int, width: float, height: float) -> Iterator[Line]:
    """Each line with its place: from its first letter to its last, as high as its font stands ("loose" boxes)."""
    words = text.get_text_range().replace("\x02", HYPHEN)
    told = len(words) == text.count_chars()
    for found in _LINE.finditer(words):
        plain = _UNTOLD.sub("", found[0]).strip(" \t\xa0")
        start, end = found.start() + _blanks(found[0]), found.end() - _blanks(found[0][::-1])
        if start >= end or not plain:
            continue
        ends = (start, (start + end) // 2, end - 1) if told else ()
        boxes = [text.get_charbox(end, loose=True) for end in ends] or [(0, 0, width, 0)]
        yield Line(
            words=plain,
            page=number,
            left=min(box[0] for box in boxes) / width,
            right=max(box[2] for box in boxes) / width,
            bottom=min(box[1] for box in boxes) / height,
            top=max(box[3] for box in boxes) / height,
        )


def _blanks(words: str) -> int:
    """How many characters without a place of their own a line begins with."""
    return len(words) - len(words.lstrip(" \t\xa0" + HYPHEN))


# --- What the file says of itself ---


def _metadata(document: Any) -> dict[str, str]:
    try:
        told: dict[str, str] = document.get_metadata_dict()
    except Exception:  # a table of what nobody can read tells nothing
        return {}
    return told


def _title(told: str) -> str:
    """The title, unless it is the name of a file."""
    title = " ".join(told.split())
    return "" if _FILE.search(title) else title


def _made(metadata: dict[str, str]) -> str:
    """When the file was made, in ISO 8601 (ISO 32000, 7.9.4: "D:20240416183000+01'00'")."""
    found = _DAY.match(metadata.get("CreationDate", ""))
    printed = _PRINTED.search(metadata.get("Creator", "") + " " + metadata.get("Producer", ""))
    if not found or printed:
        return ""
    year, month, day, hour, minute, second, ahead, past, utc = found.groups()
    zone = "+00:00" if utc else f"{ahead}:{past}" if ahead else ""
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute or '00'}:{second or '00'}{zone}" if hour else "")
