"""E-mail (EML): the message is an article under its subject, and what is attached is read by its own format.

Answers quoted with ">" and what stands below the signature's mark stay in the text, dropped from the reporting: they
are somebody else's words, or an address.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr

from tracker.errors import UnreadableError
from tracker.model import Article, Unread, Zone
from tracker.read.given import Given
from tracker.read.html import read_page
from tracker.read.inputs import Input, broken
from tracker.read.limits import LONGEST_HEADER
from tracker.read.names import label
from tracker.read.reader import Items
from tracker.read.zones import find_zones

_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{0,40}:[^\r\n]*\r?\n")
_SENT = re.compile(rb"^(from|received|return-path|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(rb"^(subject|date):", re.IGNORECASE | re.MULTILINE)

_PREFIX = re.compile(r"^\s*((re|fw|fwd)\s*:\s*)+", re.IGNORECASE)

# "-- " on a line of its own begins the signature (RFC 3676, 4.3); mail programs lose its blank.
_SIGNATURE = re.compile(r"^--[ \t]*\r?$", re.MULTILINE)

# "On 16 April 2024, Ana Ruiz wrote:", which mail programs break over two lines.
_ATTRIBUTION = re.compile(r"^On [^\n]{4,200}(?:\n[^\n]{1,200})?\bwrote:[ \t]*$", re.MULTILINE)


class _Bounded(EmailPolicy):
    """Reads headers as the standard library does, and of each no more than people write."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


def is_eml(head: bytes) -> bool:
    """Lines of headers from the first on, sender and subject or date among them."""
    return bool(_HEADER.match(head) and _SENT.search(head) and _SUBJECT.search(head))


def read_eml(found: Input) -> Items:
    """The message, then what is attached to it, in order; pictures, which mails carry as ornaments, are left out."""
    message = parse_message(found.read())
    given = _given(message)
    body = list(_body(message, found.path))
    yield from (_told(item, message, given) if isinstance(item, Article) else item for item in body)
    for number, part in enumerate(_attached(message), start=1):
        yield _attachment(found, part, number, given)


def parse_message(data: bytes) -> EmailMessage:
    """A message; raises UnreadableError where it is broken. The module forgives much, and else raises what it meets."""
    try:
        return BytesParser(EmailMessage, policy=_Bounded()).parsebytes(data)  # type: ignore[return-value]
    except Exception as error:
        raise broken(error, "the message") from error


def header_of(message: EmailMessage, name: str) -> str:
    """A header as people read it; one that is broken beyond reading tells nothing."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:
        return ""


def _given(message: EmailMessage) -> Given:
    """Who sent it, and when: a press office's message has the office for its publisher."""
    name, address = parseaddr(header_of(message, "From"))
    sender = name or address.rpartition("@")[2]
    return Given(publisher=sender, published=header_of(message, "Date"))


def _told(article: Article, message: EmailMessage, given: Given) -> Article:
    title = _PREFIX.sub("", header_of(message, "Subject"))
    return replace(
        article,
        title=title or article.title,
        author=parseaddr(header_of(message, "From"))[0],
        publisher=given.publisher,
        published=given.published,
        url="",
        language=header_of(message, "Content-Language").partition(",")[0],
    )


# --- The words ---


def _body(message: EmailMessage, path: str) -> Iterator[Article | Unread]:
    """The plain part where there is one with words in it, since it is what the sender's program made to be read."""
    plain, page = (_content(message, kind) for kind in ("plain", "html"))
    if plain.strip():
        yield Article(article_id="", path=path, text=plain, zones=tuple(_zones(plain)))
    elif page.strip():
        yield from _page(page, path, alone=not any(_attached(message)))
    elif not any(_attached(message)):
        raise UnreadableError("the message holds no text", "Save the message again, with its content")


def _page(page: str, path: str, *, alone: bool) -> Iterator[Article | Unread]:
    try:
        yield from read_page(page, path)
    except UnreadableError:
        if alone:
            raise


def _content(message: EmailMessage, kind: str) -> str:
    """The words of the part of a kind, where there is one."""
    part = message.get_body(preferencelist=(kind,))
    return "" if part is None or part.is_attachment() else content_of(part)


def content_of(part: MIMEPart) -> str:
    """The words of a part; one whose encoding nobody knows is read as far as it is ASCII."""
    try:
        return str(part.get_content()).replace("\r\n", "\n")
    except Exception:
        return _payload(part).decode("ascii", "replace")


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _zones(text: str) -> Iterator[Zone]:
    """The zones of a plain message; a message that is nothing but quoted is one somebody forwards, and stays."""
    found = _SIGNATURE.search(text)
    end = found.start() if found else len(text)
    lines = [found.span() for found in _ATTRIBUTION.finditer(text)]
    zones = find_zones(text)
    own = [zone for zone in zones if zone.start < end and not _is_answered(text, zone, lines)]
    kept = own if any(zone.kind == "body" for zone in own) else zones
    return (zone if zone in kept else replace(zone, kind="dropped") for zone in zones)


def _is_answered(text: str, zone: Zone, lines: list[tuple[int, int]]) -> bool:
    return text.startswith(">", zone.start) or any(start <= zone.start < end for start, end in lines)


# --- What is attached ---


def _attached(message: EmailMessage) -> Iterator[MIMEPart]:
    """The parts that are no body, nor a picture."""
    try:
        parts = list(message.iter_attachments())
    except Exception:  # a message that says it has several parts and has none
        return
    yield from (part for part in parts if part.get_content_maintype() not in ("image", "audio", "video"))


def _attachment(found: Input, part: MIMEPart, number: int, given: Given) -> Input:
    forwarded = part.get_content_type() == "message/rfc822"
    name = label(part.get_filename() or f"attachment-{number}{'.eml' if forwarded else ''}")
    inner = found.member(name, lambda: io.BytesIO(_forwarded(part) if forwarded else _payload(part)))
    return replace(inner, given=Given(published=given.published))


def _forwarded(part: MIMEPart) -> bytes:
    content = part.get_payload(0)
    return content.as_bytes() if isinstance(content, EmailMessage) else b""
