"""What a store says of itself: that it is one, of which schema, which tables have been made, how often it was saved."""

import hashlib
import re

from sqlalchemy import Connection, insert, inspect, select

from tracker.model import columns
from tracker.store.schema import META, STORED, metadata

# Raised where a store made before needs more than new tables and new columns, with a step in migrate.py.
SCHEMA = 2

# How the first released schema signed its stores: by its columns.
FIRST = "63b1cac732aa"
# Schema 0 stands for all that were never released.
_UNRELEASED = re.compile("[0-9a-f]{12}")
_SIGNED = re.compile(r"tracker (\d+)")


def shape() -> str:
    """The columns of today's tables, in twelve letters."""
    told = [(name, columns(noun)) for name, noun in STORED.items()]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def sign(connection: Connection) -> None:
    """Make an empty database ours, with all its tables."""
    META.create(connection, checkfirst=True)
    if not _told(connection, "schema"):
        metadata.create_all(connection)
        sign_anew(connection)


def sign_anew(connection: Connection) -> None:
    """Say that the tables are of today's schema."""
    _tell(connection, "schema", f"tracker {SCHEMA}")
    _tell(connection, "columns", shape())


def is_of_today(connection: Connection) -> bool:
    """Are the tables exactly those of this version?"""
    return _told(connection, "schema") == f"tracker {SCHEMA}" and _told(connection, "columns") == shape()


def schema_of(connection: Connection) -> int | None:
    """The number of a store's schema, 0 where it never was released.

    None where it is no store of ours, though others name a table ``meta`` too.
    """
    found = inspect(connection)
    if not found.has_table(META.name) or not set(META.c.keys()) <= {each["name"] for each in found.get_columns("meta")}:
        return None
    signed = _told(connection, "schema")
    if numbered := _SIGNED.fullmatch(signed):
        return int(numbered[1])
    if signed == FIRST:
        return 1
    return 0 if _UNRELEASED.fullmatch(signed) else None


def made(connection: Connection) -> set[str]:
    """The tables that have been made, be it of nothing."""
    return {key.removeprefix(_MADE) for key in connection.scalars(select(META.c.key)) if key.startswith(_MADE)}


def note_made(connection: Connection, name: str, is_made: bool) -> None:
    """Note that a table has been made, or that it is to be made again."""
    if is_made:
        _tell(connection, _MADE + name, "yes")
    else:
        connection.execute(META.delete().where(META.c.key == _MADE + name))


_MADE = "made "


def count_save(connection: Connection) -> int:
    """Note that the tables are others than before, for whoever keeps a copy of them; how often they have been."""
    number = saves(connection) + 1
    _tell(connection, "saves", str(number))
    return number


def saves(connection: Connection) -> int:
    """How often the tables have been saved."""
    return int(_told(connection, "saves") or 0)


def _told(connection: Connection, key: str) -> str:
    value = connection.scalar(select(META.c.value).where(META.c.key == key))
    return value if isinstance(value, str) else ""


def _tell(connection: Connection, key: str, value: str) -> None:
    connection.execute(META.delete().where(META.c.key == key))
    connection.execute(insert(META), {"key": key, "value": value})
