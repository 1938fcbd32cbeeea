"""The store's tables, made from the nouns: a field more in ``model`` is a column more here, and a new version.

A tuple is stored as the one readable cell it has everywhere else (``tables.py``), and an id is the key of its table
and the name of a row elsewhere, so that the store can be read with any SQLite browser: Datasette makes links of them.
``line`` keeps the order of the rows: the same run gives the same tables, row for row.
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
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from tracker.model import KEPT, NOUNS, columns
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


class Reference(Words):
    """The id of a row elsewhere, nothing where there is none: an empty text would be a key that leads nowhere."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored of the id given."""
        return super().process_bind_param(value, dialect) or None


_TYPES: dict[Any, type[TypeEngine[Any]]] = {
    int: BigInteger,
    float: Double,
    float | None: Double,
    bool: Boolean,
}

metadata = MetaData()
META = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# The first column of a noun is its key, where it has one: an input that could not be read has none.
KEYS = {name: columns(noun)[0] for name, noun in NOUNS.items() if columns(noun)[0].endswith("_id")}

# Columns that name a row of another table without its key's name.
_NAMED = {"copy_of": "articles", "answers": "claims"}


def _owner(table: str, field: Field[Any]) -> str:
    """The table whose row a column names: ``left_claim_id`` names a claim; empty if it names none."""
    if field.type is not str or field.name == KEYS.get(table):
        return ""
    ends = (name for name, key in KEYS.items() if field.name == key or field.name.endswith(f"_{key}"))
    return _NAMED.get(field.name) or next(ends, "")


def _column(table: str, field: Field[Any]) -> Column[Any]:
    if field.name == KEYS.get(table):
        return Column(field.name, Words(), primary_key=True)
    if _owner(table, field):
        return Column(field.name, Reference(), nullable=True, index=True)
    return Column(field.name, _TYPES.get(field.type, Words)(), nullable=True)


def _links(table: str, noun: type) -> Iterator[ForeignKeyConstraint]:
    """Told to SQLite alone, which shows them to browsers and does not enforce them: verbs make tables one by one."""
    for field in fields(noun):
        owner = _owner(table, field)
        if owner:
            link = ForeignKeyConstraint([field.name], [f"{owner}.{KEYS[owner]}"])
            yield link.ddl_if(dialect="sqlite")


def _table(name: str, noun: type) -> Table:
    line = Column("line", Integer, primary_key=name not in KEYS, autoincrement=False, nullable=False)
    ordered = () if name in KEPT else (line,)
    return Table(name, metadata, *(_column(name, field) for field in fields(noun)), *ordered, *_links(name, noun))


TABLES: dict[str, Table] = {name: _table(name, noun) for name, noun in NOUNS.items()}


def version() -> str:
    """Of which shape the tables are. It follows from their columns, so that nobody can forget to raise it."""
    shape = [(name, columns(noun)) for name, noun in NOUNS.items()]
    return hashlib.sha256(repr(shape).encode()).hexdigest()[:12]


# What ``version`` gives.
_SIGNED = re.compile("[0-9a-f]{12}")

# Rows written at a time: enough that the trips do not show, few enough that the rows never all stand twice in memory.
BATCH = 5_000


def sign(connection: Connection) -> None:
    """Make a database ours, if it is not yet."""
    META.create(connection, checkfirst=True)
    if connection.scalar(select(META.c.value).where(META.c.key == "schema")) is None:
        connection.execute(insert(META), {"key": "schema", "value": version()})


def signature(connection: Connection) -> str:
    """The version a store was signed with; empty where it is none of ours, though others name a table ``meta`` too."""
    found = inspect(connection)
    if not found.has_table(META.name) or not set(META.c.keys()) <= {each["name"] for each in found.get_columns("meta")}:
        return ""
    signed = connection.scalar(select(META.c.value).where(META.c.key == "schema"))
    return signed if isinstance(signed, str) and _SIGNED.fullmatch(signed) else ""


def clear(connection: Connection) -> None:
    """Drop the tables of a store, whatever version made them; what somebody else put beside them stays."""
    for name in set(inspect(connection).get_table_names()) & {META.name, *TABLES}:
        Table(name, MetaData()).drop(connection)


def fill(connection: Connection, table: Table, nouns: Iterable[object]) -> None:
    """Make a table and write its rows, numbered in their order; of rows with one id the first."""
    table.create(connection)
    lines = ({"line": line} | row(noun) for line, noun in enumerate(_once(table, nouns)))
    while batch := list(islice(lines, BATCH)):
        connection.execute(insert(table), batch)


def add(connection: Connection, table: Table, nouns: Iterable[object]) -> int:
    """Write the rows whose id the table, made if need be, does not hold yet; how many these are."""
    table.create(connection, checkfirst=True)
    key = table.c[KEYS[table.name]]
    known = set(connection.scalars(select(key)))
    new = [row(noun) for noun in _once(table, nouns) if getattr(noun, key.name) not in known]
    if new:
        connection.execute(insert(table), new)
    return len(new)


def _once(table: Table, nouns: Iterable[object]) -> Iterator[object]:
    if table.name not in KEYS:
        yield from nouns
        return
    seen: set[str] = set()
    for noun in nouns:
        key = _LONE_SURROGATE.sub("\ufffd", getattr(noun, KEYS[table.name]))
        if key not in seen:
            seen.add(key)
            yield noun


def count_save(connection: Connection) -> None:
    """Note that the tables are others than before, for whoever keeps a copy of them."""
    number = saves(connection) + 1
    connection.execute(META.delete().where(META.c.key == "saves"))
    connection.execute(insert(META), {"key": "saves", "value": str(number)})


def saves(connection: Connection) -> int:
    """How often the tables have been saved."""
    return int(connection.scalar(select(META.c.value).where(META.c.key == "saves")) or 0)


def rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as they were written, in their order; what people decided in the order they did."""
    names = columns(NOUNS[table.name])
    order = (table.c.decided_at, table.c.decision_id) if table.name in KEPT else (table.c.line,)
    for values in connection.execute(select(*(table.c[name] for name in names)).order_by(*order)):
        yield dict(zip(names, values, strict=True))
