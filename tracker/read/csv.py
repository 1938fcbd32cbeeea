"""CSV and TSV: one article a row, the columns named in the first. Comma, semicolon, tab or bar between the cells."""

import csv
import io
from collections.abc import Iterator

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.decode import admit, decode
from tracker.read.inputs import Input
from tracker.read.limits import LARGEST
from tracker.read.rows import NAME_THE_TEXT, article_of, has_text, unread

# The module's own bound of 131,072 characters a cell is less than a long live blog.
csv.field_size_limit(LARGEST)

_QUOTE = 'Save it from a spreadsheet as "CSV UTF-8", which quotes cells that hold commas, quotes and line breaks'


def read_csv(found: Input) -> Iterator[Article | Unread]:
    """The articles of a table, in order; each row that is none is listed with its number as a spreadsheet shows it."""
    decoded = decode(found.read())
    rows = _rows(decoded.text)
    names = next(rows, [])
    if not has_text(names):
        raise UnreadableError(f"no column holds the text: there are {', '.join(names)[:200] or 'none'}", NAME_THE_TEXT)
    for number, cells in enumerate(rows, start=2):
        try:
            yield article_of(_named(names, cells), found.path, number)
        except UnreadableError as error:
            yield unread(found.path, "row", number, error)
    yield from admit(decoded, found.path)


def _rows(text: str) -> Iterator[list[str]]:
    """The rows that are not blank. A broken quotation mark would swallow the rows behind it, so the reading stops."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        yield from (cells for cells in table if any(cells))
    except csv.Error as error:
        raise UnreadableError(f"the table breaks off at line {table.line_num}: {error}", _QUOTE) from error


def _delimiter(text: str) -> str:
    """The one that the row of names has most of."""
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t|", key=header.count)


def _named(names: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(names):
        raise UnreadableError(f"it has {len(cells)} cells under {len(names)} names, so its text may be cut", _QUOTE)
    return dict(zip(names, cells, strict=False))
