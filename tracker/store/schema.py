"""The store's tables, made from the nouns: a field more in ``model`` is a column more here (migrate.py).

A tuple is stored as the one readable cell it has everywhere else (``tables.py``), and an id is the key of its table
and the name of a row elsewhere, so that the store can be read with any SQLite browser: Datasette makes links of them.
Rows have no order of their own: it follows from content (``ORDER`` in model). Which tables have been made is noted in
``meta``, as a table of nothing is not one that no verb has made yet.
"""

import re
from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Double,
    ForeignKeyConstraint,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from tracker.model import INNER, LASTING, NOUNS, RECORDS, columns

# Half of a character, as JSON's "\ud83d" or an undecodable file name leave it, which no database takes as text, and
# NUL, which PostgreSQL does not. One replacement character stands for one, so that offsets stay.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def is_plain(words: str) -> bool:
    """Is nothing in words unstorable? Python knows of its words whether they are ASCII; encoding finds halves of
    characters far more quickly than looking for them.
    """
    if "\0" in words:
        return False
    try:
        return words.isascii() or bool(words.encode())
    except UnicodeEncodeError:
        return False


def storable(words: str) -> str:
    """Words as they can be stored."""
    return words if is_plain(words) else _UNSTORABLE.sub("\ufffd", words)


class Words(TypeDecorator[str]):
    """Text in which every character is one that can be stored."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored of the words given."""
        return None if value is None else storable(value)


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
    bytes: LargeBinary,
}

metadata = MetaData()
META = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# The first column of a noun is its key, where it has one: an input that could not be read has none.
STORED: dict[str, type] = {**NOUNS, **RECORDS, **INNER}
KEYS = {name: columns(noun)[0] for name, noun in STORED.items() if columns(noun)[0].endswith("_id")}

# Columns that rows are looked up by, besides those that name other rows.
_LOOKED_UP = {"articles": ("sha256", "url"), "claims": ("source_name",), "forwards": ("scene",)}

# Columns that name a row of another table without its key's name.
_NAMED = {"copy_of": "articles", "version_of": "articles", "answers": "claims"}


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
    looked_up = field.name in _LOOKED_UP.get(table, ())
    return Column(field.name, _TYPES.get(field.type, Words)(), nullable=True, index=looked_up)


def _links(table: str, noun: type) -> Iterator[ForeignKeyConstraint]:
    """What a row names must be there when a transaction ends, in whatever order it wrote.

    A table that outlives what it was made from may name what has gone.
    """
    for field in fields(noun):
        owner = _owner(table, field)
        if owner and table not in LASTING:
            yield ForeignKeyConstraint([field.name], [f"{owner}.{KEYS[owner]}"], deferrable=True, initially="DEFERRED")


def _table(name: str, noun: type) -> Table:
    return Table(name, metadata, *(_column(name, field) for field in fields(noun)), *_links(name, noun))


TABLES: dict[str, Table] = {name: _table(name, noun) for name, noun in STORED.items()}

# Each after those whose rows it names: in this order rows are written, in the other they are taken away.
# Plain words: SQLAlchemy's own kind of them, written into a cell, is asked each time how it is to be stored.
BY_DEPENDENCE = tuple(str(table.name) for table in metadata.sorted_tables if table.name in TABLES)
