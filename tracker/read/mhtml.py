"""Web pages saved as a single file (MHTML, as Chrome and Edge save them): the page inside, under its own address."""

import re
from collections.abc import Iterator

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.eml import content_of, header_of, parse_message
from tracker.read.formats import is_web
from tracker.read.given import Given, fill
from tracker.read.html import read_page
from tracker.read.inputs import Input

_SAVED = re.compile(rb"^(snapshot-content-location:|from:\s*<saved by )", re.IGNORECASE | re.MULTILINE)


def is_mhtml(head: bytes) -> bool:
    """What browsers write above the pages they save (RFC 2557)."""
    return bool(_SAVED.search(head)) and b"\n" in head


def read_mhtml(found: Input) -> Iterator[Article | Unread]:
    """The one article of a saved page. The message's date is that of saving, and not the article's."""
    message = parse_message(found.read())
    page = next((content_of(part) for part in message.walk() if part.get_content_type() == "text/html"), "")
    if not page.strip():
        raise UnreadableError("it holds no page", "Save the page again from the browser")
    address = header_of(message, "Snapshot-Content-Location")
    given = Given(url=address if is_web(address) else "", title=header_of(message, "Subject"))
    for item in read_page(page, found.path):
        yield fill(item, given) if isinstance(item, Article) else item
