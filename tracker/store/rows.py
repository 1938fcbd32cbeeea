"""Rows in and out of one table: all of them, those that are asked for, or those that come and go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, product
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.sql.compiler import SQLCompiler

from tracker.model import Run, columns
from tracker.store.cells import cells_of
from tracker.store.meta import note_made
from tracker.store.schema import KEYS, STORED, TABLES, Reference, Words, storable

# Rows written at a time: enough that the trips do not show, few enough that the rows never all stand twice in memory.
BATCH = 5_000
# Values asked for in one question; a database takes no more than some ten thousand.
ASKED = 5_000

Where = Mapping[str, Iterable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one table: the keys of rows that go, and the nouns that come.

    A noun that comes takes the place of the row with its id. Of ``unread``, which has no ids, paths go. ``moved``
    gives the keys of rows that stay as they are but for the incident that they are of now.
    """

    gone: Iterable[str] = ()
    come: Iterable[object] = ()
    moved: Mapping[str, str] = field(default_factory=dict)


def empty(connection: Connection, name: str) -> None:
    """Take all rows of a table away: it has not been made."""
    connection.execute(delete(TABLES[name]))
    note_made(connection, name, False)


def fill(connection: Connection, name: str, nouns: Iterable[object]) -> None:
    """Write rows whose ids the table does not hold, of rows with one id the first."""
    note_made(connection, name, True)
    _write(connection, name, _once(name, nouns))


def add(connection: Connection, name: str, nouns: Iterable[object]) -> int:
    """Write the rows whose id the table does not hold yet; how many these are."""
    key = KEYS[name]
    given = {storable(getattr(noun, key)): noun for noun in _once(name, nouns)}
    known = {found for (found,) in pick(connection, name, (key,), {key: given})}
    note_made(connection, name, True)
    return _write(connection, name, (noun for found, noun in given.items() if found not in known))


def change(connection: Connection, name: str, gone: Iterable[str], come: Sequence[object]) -> None:
    """Take rows away by their key and write others, in place of those with the same id."""
    key = KEYS.get(name)
    keys = dict.fromkeys(gone)
    if key:
        keys |= dict.fromkeys(map(attrgetter(key), come))
    for condition in _conditions(name, {key or columns(STORED[name])[0]: keys}):
        connection.execute(delete(TABLES[name]).where(*condition))
    note_made(connection, name, True)
    _write(connection, name, _once(name, come))


def move(connection: Connection, name: str, moved: Mapping[str, str]) -> None:
    """Let rows be of another incident: one cell each is written, where a row written anew is in every index anew."""
    fill_in(connection, name, "incident_id", {key: now or None for key, now in moved.items()})


def fill_in(connection: Connection, name: str, column: str, cells: Mapping[str, str | None]) -> None:
    """Write one cell of each of some rows, by their key."""
    if not cells:
        return
    key = TABLES[name].c[KEYS[name]]
    wanted = update(TABLES[name]).where(key == bindparam("of_key")).values({column: bindparam("now")})
    given = ((storable(now) if now else now, storable(of_key)) for of_key, now in cells.items())
    _execute(connection, wanted.compile(dialect=connection.dialect), ("now", "of_key"), given)


def finish(connection: Connection, run: Run) -> bool:
    """Fill in what is known of a run at its end; false where no such run is under way."""
    runs = TABLES["runs"]
    under_way = (runs.c.run_id == run.run_id) & (runs.c.ended == "")
    filled_in = update(runs).where(under_way).values(ended=run.ended, inputs=run.inputs, counts=run.counts)
    return connection.execute(filled_in).rowcount == 1


def rows(connection: Connection, name: str, where: Where | None = None) -> Iterator[Sequence[Any]]:
    """The rows of a table, in no order, their cells in contract order; of ``where`` see ``pick``."""
    return chain.from_iterable(batches(connection, name, columns(STORED[name]), where))


def pick(
    connection: Connection, name: str, names: Sequence[str], where: Where | None = None
) -> Iterator[tuple[Any, ...]]:
    """A few columns of a table, in no order: of all rows, or of those whose columns hold one of the values given."""
    return map(tuple, chain.from_iterable(batches(connection, name, names, where)))


def batches(
    connection: Connection, name: str, names: Sequence[str], where: Where | None = None
) -> Iterator[Sequence[Sequence[Any]]]:
    """A few columns of a table, as ``pick`` gives them, many rows at a time."""
    asked = select(*(TABLES[name].c[each] for each in names))
    for condition in _conditions(name, where or {}):
        yield from connection.execute(asked.where(*condition)).partitions(BATCH)


def count(connection: Connection, name: str, where: Where | None = None) -> int:
    """How many rows there are."""
    asked = select(func.count()).select_from(TABLES[name])
    return sum(connection.scalar(asked.where(*condition)) or 0 for condition in _conditions(name, where or {}))


def _conditions(name: str, where: Where) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """The questions that together ask for the rows wanted, each row once."""
    yield from product(*(_among(name, column, values) for column, values in where.items()))


def _among(name: str, column: str, values: Iterable[object]) -> Iterator[ColumnElement[bool]]:
    """A column holds one of many values; an empty reference is stored as none."""
    if column not in TABLES[name].c:
        raise ValueError(f"the table {name} has no column {column!r}")
    asked = TABLES[name].c[column]
    is_text = isinstance(asked.type, Words)
    distinct = iter(dict.fromkeys(storable(each) if isinstance(each, str) else each for each in values))
    while some := list(islice(distinct, ASKED)):
        # Made storable once: the type of the column would look at each word again.
        held = type_coerce(asked, Text()).in_(some) if is_text else asked.in_(some)
        yield or_(held, asked.is_(None)) if "" in some and isinstance(asked.type, Reference) else held


def _once(name: str, nouns: Iterable[object]) -> Iterator[object]:
    if name not in KEYS:
        yield from nouns
        return
    seen: set[str] = set()
    for noun in nouns:
        key = storable(getattr(noun, KEYS[name]))
        if key not in seen:
            seen.add(key)
            yield noun


def _write(connection: Connection, name: str, nouns: Iterable[object]) -> int:
    """Write rows, past the types of schema.py (see cells.py) but by the database's own words; how many they were."""
    rest = iter(nouns)
    statement = insert(TABLES[name]).compile(dialect=connection.dialect)
    written = 0
    while batch := list(islice(rest, BATCH)):
        _execute(connection, statement, columns(STORED[name]), cells_of(name, batch))
        written += len(batch)
    return written


def _execute(connection: Connection, statement: SQLCompiler, names: Sequence[str], lines: Iterable[Any]) -> None:
    """Carry out a statement for each of many lines of cells, in the order of its parameters ``names``."""
    rest = iter(lines)
    named = not statement.positional
    while batch := list(islice(rest, BATCH)):
        given = [dict(zip(names, line, strict=True)) for line in batch] if named else batch
        connection.exec_driver_sql(str(statement), given)
