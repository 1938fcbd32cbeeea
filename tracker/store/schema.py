"""The store's tables, made from the nouns: a field more in ``model.py`` is a column more here, and a new version.

A tuple is stored as the one readable cell it has everywhere else (``tables.py``), so that the store can be read with
any SQLite browser. ``line`` keeps the order of the rows: the same run gives the same tables, row for row.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import Field, fields
from itertools import islice
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Dialect,
    Double,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    select,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from tracker.model import NOUNS, columns
from tracker.tables import row

# Half of a character, as JSON's "\ud83d" or an undecodable file name leave it. No database takes it as text; one
# replacement character stands for one, so that offsets stay.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """Text in which every character is one that can be stored."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored of the words given."""
        return None if value is None else _LONE_SURROGATE.sub("\ufffd", value)


_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    int: BigInteger,
    float: Double,
    float | None: Double,
    bool: Boolean,
}

metadata = MetaData()
META = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))


def _column(field: Field[Any]) -> Column[Any]:
    return Column(field.name, _TYPES.get(field.type, Words)(), nullable=True)


def _table(name: str, noun: type) -> Table:
    line: Column[int] = Column("line", Integer, primary_key=True, autoincrement=False)
    return Table(name, metadata, line, *map(_column, fields(noun)))


TABLES: dict[str, Table] = {name: _table(name, noun) for name, noun in NOUNS.items()}


def version() -> str:
    """Of which shape the tables are. It follows from their columns, so that nobody can forget to raise it."""
    shape = [(name, columns(noun)) for name, noun in NOUNS.items()]
    return hashlib.sha256(repr(shape).encode()).hexdigest()[:12]


# Rows written at a time: enough that the trips do not show, few enough that the rows never all stand twice in memory.
BATCH = 5_000


def sign(connection: Connection) -> None:
    """Make a database ours, if it is not yet."""
    META.create(connection, checkfirst=True)
    if connection.scalar(select(META.c.value).where(META.c.key == "schema")) is None:
        connection.execute(insert(META), {"key": "schema", "value": version()})


def fill(connection: Connection, table: Table, nouns: Iterable[object]) -> None:
    """Make a table and write its rows, numbered in their order."""
    table.create(connection)
    lines = ({"line": line} | row(noun) for line, noun in enumerate(nouns))
    while batch := list(islice(lines, BATCH)):
        connection.execute(insert(table), batch)


def rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as they were written, in their order."""
    names = columns(NOUNS[table.name])
    for values in connection.execute(select(*(table.c[name] for name in names)).order_by(table.c.line)):
        yield dict(zip(names, values, strict=True))
