"""Web archives (WARC): every page that was answered, under its own address, read as if it had been saved."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from typing import IO, Any, TextIO

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read.formats import charset_of, suffix_of_media
from tracker.read.given import Given
from tracker.read.inputs import Input, broken
from tracker.read.names import label
from tracker.read.reader import Items, need

# Of what a crawl brings along, these may be articles; scripts, styles, pictures and answers to scripts are not.
_PAGES = frozenset({".html", ".pdf", ".docx"})


def is_warc(head: bytes) -> bool:
    """The first words of each record (ISO 28500, 4)."""
    return head.startswith(b"WARC/")


def read_warc(found: Input) -> Items:
    """The pages of an archive in its order; refusals, redirections and records of what is elsewhere are passed over."""
    said = io.StringIO()
    for record in _records(found.stream(), said):
        kind = _media(record)
        address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
        if suffix_of_media(kind) in _PAGES and _is_answer(record):
            inner = found.member(label(address), partial(_Content, record), suffix=suffix_of_media(kind))
            yield replace(inner, charset=charset_of(kind), given=Given(url=_web(address)))

    if said.getvalue():
        reason = "the web archive was read, but its records are not as long as they say, so that pages may be missing"
        yield Unread(path=found.path, reason=reason, cure="Save or download it again")


def _records(stream: IO[bytes], said: TextIO) -> Iterator[Any]:
    """The records one after the other; each must be used before the next is asked for.

    What the library has to say of them it prints, words of the archive among it; here it goes into ``said``.
    """
    archive = need("warcio.archiveiterator", "warc").ArchiveIterator(stream)
    while True:
        try:
            with redirect_stderr(said):
                record = next(archive)
        except StopIteration:
            return
        except UnreadableError:
            raise
        except Exception as error:
            raise broken(error, "the web archive") from error
        yield record


def _is_answer(record: Any) -> bool:
    """A page as a server gave it, or as a browser saw it and a program put it down."""
    if record.rec_type == "response":
        return record.http_headers is not None and str(record.http_headers.get_statuscode()) == "200"
    return bool(record.rec_type in ("resource", "conversion"))


def _media(record: Any) -> str:
    """The content type a server named; of records without a server, the record's own."""
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return str(headers.get_header("Content-Type", "")) if headers else ""


def _web(address: str) -> str:
    return address if address.lower().startswith(("http://", "https://")) else ""


class _Content:
    """The content of a record, unpacked as its server had packed it. Closing it leaves the archive open."""

    def __init__(self, record: Any) -> None:
        self._stream = record.content_stream()

    def read(self, size: int, /) -> bytes:
        """The next bytes of it."""
        data: bytes = self._stream.read(size)
        return data

    def close(self) -> None:
        """Nothing is held."""
