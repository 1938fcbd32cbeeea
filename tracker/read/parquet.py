"""Parquet: one article a row, the columns named as in CSV. Read some rows at a time; columns of no use are not read."""

from collections.abc import Iterator
from typing import Any

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.inputs import Input, broken
from tracker.read.reader import need
from tracker.read.rows import NAME_THE_TEXT, article_of, has_text, is_known, unread

# Rows held at a time: some megabytes of articles.
_ROWS = 256


def is_parquet(head: bytes) -> bool:
    """The mark at both ends of a file (Apache Parquet format)."""
    return head.startswith(b"PAR1")


def read_parquet(found: Input) -> Iterator[Article | Unread]:
    """The articles of a table, in order; each row that is none is listed with its number, the first row being 1."""
    parquet = need("pyarrow.parquet", "parquet")
    with found.seekable() as file:
        for number, row in enumerate(_rows(parquet, file), start=1):
            try:
                yield article_of(row, found.path, number)
            except UnreadableError as error:
                yield unread(found.path, "row", number, error)


def _rows(parquet: Any, file: Any) -> Iterator[dict[str, object]]:
    """The rows; whatever is wrong with the file, the library says in errors of its own."""
    try:
        table = parquet.ParquetFile(file)
        names = [name for name in table.schema_arrow.names if is_known(name)]
    except Exception as error:
        raise broken(error, "the table") from error
    if not has_text(names):
        told = ", ".join(table.schema_arrow.names)[:200] or "none"
        raise UnreadableError(f"no column holds the text: there are {told}", NAME_THE_TEXT)
    batches = table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False)
    while (rows := _next(batches)) is not None:
        yield from rows


def _next(batches: Iterator[Any]) -> list[dict[str, object]] | None:
    """The rows of the next piece of the table; none at its end."""
    try:
        batch = next(batches, None)
        return None if batch is None else batch.to_pylist()
    except Exception as error:
        raise broken(error, "the table") from error
