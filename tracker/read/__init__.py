"""Read: files, folders and archives become articles, and what cannot be read is listed with the reason and the cure.

A reader is a function ``read_<format>(found) -> Iterator[Article | Unread | Input]``. It gives each article as its file
tells it: the text exactly as decoded, the metadata as printed. Ids, dates, zones and copies are the work of ``finish``,
the same for every format. What a file holds that no article can be made of, a reader yields as ``Unread`` (one row,
one line) or raises as ``UnreadableError`` (the whole file); a file inside a file it yields as ``Input``, which is then
read like any other. A new format is one file here and one entry of ``READERS``, or the same in another package, which
announces its ``Reader`` as an entry point of the group ``tracker.readers``.

Everything is read one at a time: neither a folder nor an archive is held in memory.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from tracker import plugins
from tracker.errors import SettingsError, UnreadableError
from tracker.model import Article, Unread
from tracker.read import formats
from tracker.read.copies import mark_copies
from tracker.read.csv import read_csv
from tracker.read.docx import is_docx, read_docx
from tracker.read.eml import is_eml, read_eml
from tracker.read.feed import is_feed, read_feed
from tracker.read.fetch import Fetcher
from tracker.read.files import PIPE, Piped, Place, Places, find_files, open_place
from tracker.read.finish import finish, once
from tracker.read.given import Given, Known, fill
from tracker.read.html import read_html
from tracker.read.inputs import Fetch, Input, keep_pipe
from tracker.read.json import read_json
from tracker.read.jsonl import read_jsonl
from tracker.read.mbox import is_mbox, read_mbox
from tracker.read.mhtml import is_mhtml, read_mhtml
from tracker.read.packed import read_bz2, read_gz, read_xz, read_zst, starts
from tracker.read.parquet import is_parquet, read_parquet
from tracker.read.pdf import is_pdf, read_pdf
from tracker.read.reader import Items, Reader, choose
from tracker.read.tar import is_tar, read_tar
from tracker.read.text import read_text
from tracker.read.urls import is_urls, read_urls
from tracker.read.warc import is_warc, read_warc
from tracker.read.zip import is_zip, read_zip

__all__ = [
    "PIPE",
    "READERS",
    "Fetcher",
    "Given",
    "Input",
    "Known",
    "Piped",
    "Place",
    "Places",
    "Reader",
    "find_files",
    "find_readers",
    "keep_pipe",
    "mark_copies",
    "once",
    "read_articles",
    "read_place",
]

# By name; where an input could be several, the first counts.
READERS: dict[str, Reader] = {
    "text": Reader(read=read_text, suffixes=(".txt", ".text", ".md", ".markdown")),
    "html": Reader(read=read_html, suffixes=(".html", ".htm", ".xhtml"), begins=formats.is_html),
    "jsonl": Reader(read=read_jsonl, suffixes=(".jsonl", ".ndjson"), begins=formats.is_jsonl),
    "json": Reader(read=read_json, suffixes=(".json",), begins=formats.is_json),
    "csv": Reader(read=read_csv, suffixes=(".csv", ".tsv")),
    "parquet": Reader(read=read_parquet, suffixes=(".parquet",), begins=is_parquet, sure=True),
    "feed": Reader(read=read_feed, suffixes=(".rss", ".atom", ".xml"), begins=is_feed, sure=True),
    "urls": Reader(read=read_urls, suffixes=(".urls",), begins=is_urls, sure=True),
    "warc": Reader(read=read_warc, suffixes=(".warc",), begins=is_warc, sure=True),
    "eml": Reader(read=read_eml, suffixes=(".eml",), begins=is_eml),
    "mhtml": Reader(read=read_mhtml, suffixes=(".mhtml", ".mht"), begins=is_mhtml, sure=True),
    "mbox": Reader(read=read_mbox, suffixes=(".mbox",), begins=is_mbox, sure=True),
    "docx": Reader(read=read_docx, suffixes=(".docx",), begins=is_docx, sure=True),
    "pdf": Reader(read=read_pdf, suffixes=(".pdf",), begins=is_pdf, sure=True),
    "zip": Reader(read=read_zip, suffixes=(".zip", ".wacz"), begins=is_zip, sure=True),
    "tar": Reader(read=read_tar, suffixes=(".tar",), begins=is_tar, sure=True),
    "gzip": Reader(read=read_gz, suffixes=(".gz", ".tgz"), begins=starts(b"\x1f\x8b"), sure=True),
    "bzip2": Reader(read=read_bz2, suffixes=(".bz2", ".tbz", ".tbz2"), begins=starts(b"BZh"), sure=True),
    "xz": Reader(read=read_xz, suffixes=(".xz", ".txz"), begins=starts(b"\xfd7zXZ\x00"), sure=True),
    "zstd": Reader(read=read_zst, suffixes=(".zst", ".tzst"), begins=starts(b"\x28\xb5\x2f\xfd"), sure=True),
}


@cache
def find_readers() -> Mapping[str, Reader]:
    """Our own readers and those of other packages, by name; raises SettingsError where one is none."""
    found = plugins.find_plugins(plugins.READERS)
    for name, reader in found.items():
        if not isinstance(reader, Reader):
            cure = "Update or uninstall the package that brings it"
            raise SettingsError(f"the plug-in {name} is announced as a reader, and is no tracker.read.Reader", cure)
    return {**READERS, **found}


def read_articles(paths: Places, *, given: Known = None, fetch: Fetch | None = None) -> Iterator[Article | Unread]:
    """The articles of files and folders, in the order given, folders sorted; ``given`` fills what an article lacks.

    A path "-" is what is piped in. Addresses of the web are read where there is a ``fetch``, such as a ``Fetcher``.
    Nothing is lost silently: an input, a row or a date that cannot be used comes out as ``Unread``. Papers print one
    agency's report under their own names; which articles are copies ``mark_copies`` tells, when all are known.
    """
    return once(item for place in find_files(paths) for item in read_place(place, given=given, fetch=fetch))


def read_place(place: Place, *, given: Known = None, fetch: Fetch | None = None) -> Iterator[Article | Unread]:
    """What one of the places holds that ``find_files`` found; an article that stands there twice comes twice."""
    for item in _open(place, fetch):
        yield from finish(item, given or Given())


def _open(place: Place, fetch: Fetch | None) -> Iterator[Article | Unread]:
    if isinstance(place, Unread):
        yield place
        return
    try:
        found = open_place(place, fetch)
    except UnreadableError as error:
        yield Unread(path=str(place), reason=error.reason, cure=error.cure)
        return
    yield from _read(found)


def _read(found: Input) -> Iterator[Article | Unread]:
    """What one input holds; the one place where a reader's trouble with a whole file turns into a line of the list."""
    try:
        for item in _some(choose(found, find_readers()).read(found)):
            if isinstance(item, Input):
                yield from _read(item)
            else:
                yield fill(item, found.given) if isinstance(item, Article) else item
    except UnreadableError as error:
        yield Unread(path=found.path, reason=error.reason, cure=error.cure)
    finally:
        found.close()


def _some(items: Items) -> Items:
    """The items, of which there must be one: a file that is whole and holds nothing is trouble too."""
    first = next(items, None)
    if first is None:
        raise UnreadableError("it holds no article", "Check that it is the file you meant")
    yield first
    yield from items
