"""Parquet: one article a row, the columns named as in CSV. Read some rows at a time; columns of no use are not read."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.inputs import Input, broken
from tracker.read.reader import need
from tracker.read.rows import NAME_THE_TEXT, article_of, has_text, is_known, read_rows

# Rows held at a time: some megabytes of articles.
_ROWS = 256


def is_parquet(head: bytes) -> bool:
    """The mark at both ends of a file (Apache Parquet format)."""
    return head.startswith(b"PAR1")


def read_parquet(found: Input) -> Iterator[Article | Unread]:
    """The articles of a table, in order; each row that is none is listed with its number, the first row being 1."""
    parquet = need("pyarrow.parquet", "parquet")
    with found.seekable() as file:
        rows = enumerate(_rows(found, parquet, file), start=1)
        yield from read_rows(found.path, "row", rows, lambda row, number: article_of(row, found.path, number))


def _rows(found: Input, parquet: Any, file: Any) -> Iterator[dict[str, object]]:
    """The rows; whatever is wrong with the file, the library says in errors of its own.

    A text that many rows share stands in the file once, and is held once: each row is unfolded when it is asked for.
    """
    try:
        table = parquet.ParquetFile(file)
        names = [name for name in table.schema_arrow.names if is_known(name)]
        table = parquet.ParquetFile(file, read_dictionary=names)
        unpacked = sum(_unpacked(table.metadata, names))
    except Exception as error:
        raise broken(error, "the table") from error
    if not has_text(names):
        told = ", ".join(table.schema_arrow.names)[:200] or "none"
        raise UnreadableError(f"no column holds the text: there are {told}", NAME_THE_TEXT)
    found.allowance.take(unpacked)
    batches = table.iter_batches(batch_size=_ROWS, columns=names, use_threads=False)
    while (rows := _next(batches)) is not None:
        yield from rows


def _unpacked(metadata: Any, names: list[str]) -> Iterator[int]:
    """The bytes of the columns in each group of rows, unpacked."""
    for number in range(metadata.num_row_groups):
        group = metadata.row_group(number)
        columns = (group.column(place) for place in range(group.num_columns))
        yield from (each.total_uncompressed_size for each in columns if each.path_in_schema.partition(".")[0] in names)


def _next(batches: Iterator[Any]) -> Iterator[dict[str, object]] | None:
    """The rows of the next piece of the table; none at its end."""
    try:
        batch = next(batches, None)
    except Exception as error:
        raise broken(error, "the table") from error
    return None if batch is None else map(partial(_row, batch), range(batch.num_rows))


def _row(batch: Any, number: int) -> dict[str, object]:
    try:
        row: dict[str, object] = batch.slice(number, 1).to_pylist()[0]
    except Exception as error:
        raise broken(error, f"row {number + 1} of the table") from error
    return row
