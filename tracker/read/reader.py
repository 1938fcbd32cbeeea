"""What a reader is, and which one an input is for: by how the input begins, then by its ending."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeAlias

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.inputs import Input

Items: TypeAlias = Iterator[Article | Unread | Input]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format: how it is told, and how it is read.

    ``read`` gives what an input holds, in its order and one at a time: each article as the file tells it (text exactly
    as decoded, metadata as printed), an ``Unread`` for a row or page that is none, and an ``Input`` for what must be
    read in its turn (a file inside an archive). It raises UnreadableError where the input as a whole is unreadable.
    ``suffixes`` are the endings, lower case with their dot; ``begins`` tells the format by the first 4,096 bytes.
    A ``sure`` beginning outdoes an ending: what begins like a PDF is no page, whatever its name says.
    """

    read: Callable[[Input], Items]
    suffixes: tuple[str, ...]
    begins: Callable[[bytes], bool] | None = None
    sure: bool = False

    def fits(self, head: bytes) -> bool:
        """Does an input that begins like this look like the format?"""
        return self.begins is not None and self.begins(head)


def choose(found: Input, readers: Mapping[str, Reader]) -> Reader:
    """The reader of an input; raises UnreadableError, with the endings that can be read, where there is none.

    What has no name of its own (a pipe, a record of a web archive) and looks like nothing else is read as text.
    """
    head = found.head()
    named = [reader for reader in readers.values() if found.suffix in reader.suffixes]
    fitting = [reader for reader in readers.values() if reader.fits(head)]
    both = [reader for reader in named if reader in fitting]
    sure = [reader for reader in fitting if reader.sure]
    plain = [reader for reader in named if not reader.sure]
    best = both or sure or plain or fitting or named
    if not best and (found.suffix or found.place):
        what = f"no reader for files ending in {found.suffix!r}" if found.suffix else "the file name has no ending"
        raise UnreadableError(what, f"Save it as one of {', '.join(endings(readers))}")
    return best[0] if best else readers["text"]


def endings(readers: Mapping[str, Reader]) -> list[str]:
    """Every ending that some reader takes, sorted."""
    return sorted({suffix for reader in readers.values() for suffix in reader.suffixes})


def need(module: str, extra: str) -> Any:
    """A library that is installed with an extra; raises UnreadableError that says which, where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        cure = f"pip install 'discrepancy-tracker[{extra}]'"
        raise UnreadableError(f"reading it needs {module.partition('.')[0]}, which is not installed", cure) from error
