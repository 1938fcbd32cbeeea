"""Read: files and folders become articles, and what cannot be read is listed with the reason and the cure.

A reader is a function ``read_<format>(path) -> Iterator[Article | Unread]``. It gives each article as its file tells
it: the text exactly as decoded, the metadata as printed. Ids, dates, zones and copies are the work of ``finish``,
the same for every format. What a file holds that no article can be made of, a reader yields as ``Unread`` (one row,
one line) or raises as ``UnreadableError`` (the whole file). A new format is one file here and one line in ``READERS``.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.csv import read_csv
from tracker.read.files import check_file, find_files
from tracker.read.finish import Given, finish, once
from tracker.read.html import read_html
from tracker.read.json import read_json
from tracker.read.jsonl import read_jsonl
from tracker.read.text import read_text

__all__ = ["READERS", "Given", "Reader", "read_articles"]

Reader = Callable[[Path], Iterator[Article | Unread]]

# By suffix, lower case.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
}


def read_articles(paths: Sequence[Path], *, given: Given | None = None) -> Iterator[Article | Unread]:
    """The articles of files and folders, in the order given, folders sorted; ``given`` fills what an article lacks.

    Nothing is lost silently: an input, a row or a date that cannot be used comes out as ``Unread``.
    """
    found = chain.from_iterable(map(_read_file, find_files(paths)))
    return once(chain.from_iterable(finish(item, given or Given()) for item in found))


def _read_file(path: Path | Unread) -> Iterator[Article | Unread]:
    """What one file holds; the one place where a reader's trouble with a whole file turns into a line of the list."""
    if isinstance(path, Unread):
        yield path
        return
    try:
        yield from _some(_reader(path)(path))
    except UnreadableError as error:
        yield Unread(path=str(path), reason=error.reason, cure=error.cure)


def _some(items: Iterator[Article | Unread]) -> Iterator[Article | Unread]:
    """The items, of which there must be one: a file that is whole and holds nothing is trouble too."""
    first = next(items, None)
    if first is None:
        raise UnreadableError("it holds no article", "Check that it is the file you meant")
    yield first
    yield from items


def _reader(path: Path) -> Reader:
    if path.suffix.lower() not in READERS:
        check_file(path)  # a name that is mistyped is no matter of its ending
        what = f"no reader for files ending in {path.suffix!r}" if path.suffix else "the file name has no ending"
        raise UnreadableError(what, f"Save it as one of {', '.join(sorted(READERS))}")
    return READERS[path.suffix.lower()]
