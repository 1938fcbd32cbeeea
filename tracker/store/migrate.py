"""A store of an earlier version becomes one of today's, with everything in it: wholly, or it stays as it was.

A table or a column that has come since needs no step of its own: it is added, empty. What needs one has a number
(``SCHEMA`` in meta.py) and a function here that makes each schema the next.

1   the first that was released. Rows had their order in a column; what a row names was not enforced.
2   the order follows from content; what a row names is there; runs and alterations.
"""

from collections.abc import Callable

from sqlalchemy import Connection, Engine, MetaData, Table, column, insert, inspect, select, table, text, update

from tracker.errors import StoreError
from tracker.store.database import rebuilding
from tracker.store.meta import SCHEMA, is_of_today, note_made, schema_of, sign_anew
from tracker.store.rescue import rescue_decisions
from tracker.store.rows import add
from tracker.store.schema import BY_DEPENDENCE, META, TABLES, metadata


def schema_there(connection: Connection, location: str) -> int | None:
    """The schema of a store, None where there is none yet. Raises StoreError where there is something else, or a
    store of a later version.
    """
    number = schema_of(connection)
    if number is None and inspect(connection).get_table_names():
        raise StoreError(f"{location} is a database of something else, not a store of the tracker", ELSEWHERE)
    if (number or 0) > SCHEMA or (number == SCHEMA and not is_of_today(connection) and _unknown(connection)):
        raise StoreError(f"the store {location} was made by a later version of the tracker", UPGRADE)
    return number


ELSEWHERE = "Name another file with --store"
UPGRADE = "Use that version, or a later one: pip install --upgrade discrepancy-tracker"


def _unknown(connection: Connection) -> set[str]:
    """Columns of our tables that this version does not know."""
    found = inspect(connection)
    there = {name: found.get_columns(name) for name in set(TABLES) & set(found.get_table_names())}
    return {f"{name}.{each['name']}" for name in there for each in there[name] if each["name"] not in TABLES[name].c}


def make_of_today(engine: Engine) -> None:
    """Make a store of an earlier version one of today's."""
    with rebuilding(engine) as connection:
        if is_of_today(connection):
            return  # somebody else was faster
        for number in range(schema_of(connection) or 0, SCHEMA):
            STEPS[number](connection)
        _rebuild(connection)
        sign_anew(connection)


def empty_store(engine: Engine) -> None:
    """Empty a store, whatever version made it, except for what people decided; what is somebody else's stays."""
    decisions = rescue_decisions(engine)
    with rebuilding(engine) as connection:
        _drop(connection, {META.name, *TABLES})
        metadata.create_all(connection)
        sign_anew(connection)
        add(connection, "decisions", decisions)


def _first_to_second(connection: Connection) -> None:
    """A table that was there had been made; now all are there."""
    for name in set(inspect(connection).get_table_names()) & set(TABLES):
        note_made(connection, name, True)


STEPS: dict[int, Callable[[Connection], None]] = {1: _first_to_second}


def _rebuild(connection: Connection) -> None:
    """Make all tables as they are today, with the rows they had."""
    found = inspect(connection)
    names = set(found.get_table_names()) & set(TABLES)
    kept = {
        name: [each["name"] for each in found.get_columns(name) if each["name"] in TABLES[name].c] for name in names
    }
    for name in names:
        connection.execute(text(f"CREATE TEMPORARY TABLE before_{name} AS SELECT * FROM {name}"))
    _drop(connection, names)
    metadata.create_all(connection)
    for name in filter(names.__contains__, BY_DEPENDENCE):
        before = table(f"before_{name}", *map(column, kept[name]))
        connection.execute(insert(TABLES[name]).from_select(kept[name], select(before)))
        connection.execute(text(f"DROP TABLE before_{name}"))
    for name in BY_DEPENDENCE:
        _name_nothing_that_is_gone(connection, TABLES[name])


def _name_nothing_that_is_gone(connection: Connection, named: Table) -> None:
    """Empty what names a row that is not there: nothing enforced it once."""
    for key in named.foreign_keys:
        there = select(key.column.table.alias().c[key.column.name])
        lost = key.parent.is_not(None) & key.parent.not_in(there)
        connection.execute(update(named).where(lost).values({key.parent: None}))


def _drop(connection: Connection, names: set[str]) -> None:
    there = set(inspect(connection).get_table_names())
    for name in (*reversed(BY_DEPENDENCE), META.name):
        if name in names & there:
            Table(name, MetaData()).drop(connection)
