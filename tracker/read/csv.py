"""CSV and TSV: one article a row, the columns named in the first. Comma, semicolon, tab or bar between the cells."""

import csv
import io
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO, TextIO

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.decode import Decoded, admit, decode
from tracker.read.inputs import Input
from tracker.read.limits import LARGEST
from tracker.read.rows import NAME_THE_TEXT, article_of, has_text, read_rows

# The module's own bound of 131,072 characters a cell is less than a long live blog.
csv.field_size_limit(LARGEST)

_QUOTE = 'Save it from a spreadsheet as "CSV UTF-8", which quotes cells that hold commas, quotes and line breaks'


def read_csv(found: Input) -> Iterator[Article | Unread]:
    """The articles of a table, in order; each row that is none is listed with its number as a spreadsheet shows it."""
    text, decoded = _open(found)
    rows = _rows(text)
    names = next(rows, [])
    if not has_text(names):
        raise UnreadableError(f"no column holds the text: there are {', '.join(names)[:200] or 'none'}", NAME_THE_TEXT)

    def article(cells: list[str], number: int) -> Article:
        return article_of(_named(names, cells), found.path, number)

    yield from read_rows(found.path, "row", enumerate(rows, start=2), article)
    yield from admit(decoded, found.path)


def _open(found: Input) -> tuple[TextIO, Decoded]:
    """The letters of a table. One that is too large to be read whole is taken for UTF-8, and read as it goes."""
    stream = found.stream()
    head = stream.read(LARGEST)
    if len(head) < LARGEST:
        found.close()
        decoded = decode(head)
        return io.StringIO(decoded.text, newline=""), decoded
    whole = io.BufferedReader(_Joined(head, stream))
    return io.TextIOWrapper(whole, "utf-8-sig", "replace", newline=""), Decoded(text="")


class _Joined(io.RawIOBase):
    """The bytes already read, and those still to come."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._parts: list[BinaryIO] = [io.BytesIO(head), rest]

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, or less; nothing at the end."""
        data = self._parts[0].read(len(buffer)) or self._parts[1].read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _rows(text: TextIO) -> Iterator[list[str]]:
    """The rows that are not blank. A broken quotation mark would swallow the rows behind it, so the reading stops."""
    lines = iter(lambda: text.readline(LARGEST), "")
    header = next((line for line in lines if line.strip("\r\n")), "")
    table = csv.reader(chain([header], lines), delimiter=_delimiter(header), strict=True)
    try:
        yield from (cells for cells in table if any(cells))
    except csv.Error as error:
        raise UnreadableError(f"the table breaks off at line {table.line_num}: {error}", _QUOTE) from error


def _delimiter(header: str) -> str:
    """The one that the row of names has most of."""
    return max(",;\t|", key=header.count)


def _named(names: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(names):
        raise UnreadableError(f"it has {len(cells)} cells under {len(names)} names, so its text may be cut", _QUOTE)
    return dict(zip(names, cells, strict=False))
