"""The store: what every verb leaves for the next, one table a noun, in a SQLite file or a database given by URL.

Whole tables, as the verbs one by one make them::

    with Store("report.db") as store:
        store.save("articles", articles)                        replace one table
        store.replace({"claims": claims, "incidents": None})    several at once; None: to be made again
        store.load("articles")                                  all of a table, in order

A part of them, as a run does that reads only what is new. One update is one transaction, wholly in or wholly out::

        store.load("claims", where={"article_id": ids})         rows whose column holds one of these values
        store.pick("articles", "article_id", "sha256")          a few columns, as tuples
        store.count("claims")
        store.update({"claims": Change(gone=claim_ids, come=claims), "incidents": Change(come=incidents)})
        store.update({"claims": Change(moved={claim_id: incident_id})})       one cell of a row that stays

What people decided and what is noted of the work is added, never replaced (``KEPT``, ``RECORDS`` in model)::

        store.append("decisions", decisions)
        store.append("runs", [run])                             a run begins
        store.update(changes, run=run)                          what it alters is written down (alterations.py)
        store.end_run(run)                                      its end and counts are filled in, once

``replace`` and ``update`` give how often the store has been saved, and take that number back as ``since``: where
somebody else has saved after it, they raise StoreError and change nothing.

The order of rows follows from content (``ORDER`` in model), never from when they were saved. What a row names must be
there when a save ends: a claim's article, a figure's claim, the incident that either was grouped under.

Opening writes nothing, except that a store of an earlier version becomes one of today's (migrate.py); the first save
makes the file. A file that is no store of the tracker, or is one of a later version, is refused and left as it is.
Several may read and write at once: a writer waits for the one before.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, inspect

from tracker.errors import StoreError
from tracker.model import KEPT, RECORDS, Decision, Run, columns
from tracker.store.alterations import TOLD, ids_of, stand, stand_moved, told_of, write_down
from tracker.store.database import file_of, settle, write_ahead, writing
from tracker.store.meta import count_save, is_of_today, made, saves, sign
from tracker.store.migrate import empty_store, make_of_today, schema_there
from tracker.store.rescue import rescue_decisions
from tracker.store.rows import Change, Where, add, batches, change, count, empty, fill, finish, move, pick
from tracker.store.schema import BY_DEPENDENCE, META, STORED
from tracker.store.troubles import reach, troubles
from tracker.tables import in_order
from tracker.tables.lines import from_lines

__all__ = ["Change", "Store", "kept_decisions"]


class Store:
    """The tables of a run, by name. A table that is not there has not been made yet; an empty one has."""

    def __init__(self, location: str | Path, *, renew: bool = False) -> None:
        """Open a store; one of an earlier version becomes one of today's, with all it holds.

        Where the version that made it was never released, ``renew`` empties it, except for what people decided.
        """
        self._engine = reach(str(location))
        self.location = str(file_of(self._engine) or self._engine.url.render_as_string(hide_password=True))
        try:
            self._open(renew)
        except BaseException:
            self._engine.dispose()
            raise

    def _open(self, renew: bool) -> None:
        if not self._exists():
            return
        with troubles(self.location):
            with self._engine.connect() as connection:
                number = schema_there(connection, self.location)
                outdated = number is not None and not is_of_today(connection)
            if number == 0 and not renew:
                raise StoreError(f"the store {self.location} was made by another version, one never released", RENEW)
            if number == 0:
                empty_store(self._engine)
            elif outdated:
                make_of_today(self._engine)

    def has(self, name: str) -> bool:
        """Has this table been made?"""
        with self._reading() as connection:
            return connection is not None and name in made(connection)

    def load(self, name: str, *, where: Where | None = None) -> tuple[Any, ...]:
        """The nouns of a table, in their order; none where the table has not been made.

        ``where`` asks for the rows whose columns hold one of the values given for them, however many these are.
        """
        with self._reading() as connection:
            found = () if connection is None else batches(connection, name, columns(STORED[name]), where)
            return in_order(name, chain.from_iterable(from_lines(lines, STORED[name]) for lines in found))

    def pick(self, name: str, *columns: str, where: Where | None = None) -> tuple[tuple[Any, ...], ...]:
        """A few columns of a table, as stored (no id is None), sorted by the first: much less work than its nouns."""
        with self._reading() as connection:
            found = () if connection is None else pick(connection, name, columns, where)
            return tuple(sorted(found, key=lambda row: row[0] or ""))

    def count(self, name: str, *, where: Where | None = None) -> int:
        """How many rows there are."""
        with self._reading() as connection:
            return 0 if connection is None else count(connection, name, where)

    def save(self, name: str, nouns: Iterable[object]) -> int:
        """Replace one table; as ``replace``."""
        return self.replace({name: nouns})

    def replace(
        self, tables: Mapping[str, Iterable[object] | None], *, run: Run | None = None, since: int | None = None
    ) -> int:
        """Replace several tables at once, or none of them; None empties one for a verb to make again. How often the
        store has been saved now.

        Raises ValueError for a table that is kept, StoreError where another has saved ``since``.
        """
        _refuse_kept(tables)
        with self._writing() as connection:
            number = _count_alone(connection, since, self.location)
            before = {name: stand(connection, name) for name in TOLD if run is not None and name in tables}
            for name in filter(tables.__contains__, reversed(BY_DEPENDENCE)):
                empty(connection, name)
            for name in filter(tables.__contains__, BY_DEPENDENCE):
                if (nouns := tables[name]) is not None:
                    fill(connection, name, nouns)
            if run is not None:
                for name, stood in before.items():
                    write_down(connection, run, name, stood, stand(connection, name))
            return number

    def update(self, changes: Mapping[str, Change], *, run: Run | None = None, since: int | None = None) -> int:
        """Let rows go and others come in several tables at once, or in none; as ``replace`` otherwise."""
        _refuse_kept(changes)
        with self._writing() as connection:
            number = _count_alone(connection, since, self.location)
            for name in filter(changes.__contains__, BY_DEPENDENCE):
                _update(connection, name, changes[name], run if name in TOLD else None)
            return number

    def append(self, name: str, nouns: Iterable[object]) -> int:
        """Add rows to a table that is kept; those whose id is there already stay as they are. How many were new."""
        if name not in (*KEPT, *RECORDS):
            raise ValueError(f"{name} is made anew by its verb")
        with self._writing() as connection:
            return add(connection, name, nouns)

    def end_run(self, run: Run) -> None:
        """Fill in when a run ended, and its counts. Raises ValueError where it never began, or has ended before."""
        with self._writing() as connection:
            if not finish(connection, run):
                raise ValueError(f"there is no run {run.run_id} that has not ended")

    def saves(self) -> int:
        """How often tables have been replaced or updated: another number than before, and a copy of them is stale."""
        with self._reading() as connection:
            return 0 if connection is None else saves(connection)

    def check_alone(self, since: int) -> None:
        """Raises StoreError where another has saved ``since``."""
        _refuse_another(self.saves(), since, self.location)

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """One state of the tables, or none where none have been made yet."""
        if not self._exists():
            yield None
            return
        with troubles(self.location), self._engine.connect() as connection:
            yield connection if inspect(connection).has_table(META.name) else None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that nobody else writes in."""
        with troubles(self.location):
            write_ahead(self._engine)
        with troubles(self.location), writing(self._engine) as connection:
            sign(connection)
            yield connection

    def close(self) -> None:
        """Leave one plain file behind, and let go of it."""
        if self._exists():
            settle(self._engine)
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _exists(self) -> bool:
        """Is there anything to open? Asking a SQLite file that is not there would make it."""
        file = file_of(self._engine)
        return file is None or file.exists()


def _refuse_kept(tables: Iterable[str]) -> None:
    if not {*KEPT, *RECORDS}.isdisjoint(tables):
        raise ValueError(f"{', '.join((*KEPT, *RECORDS))} can only be added to")


def _update(connection: Connection, name: str, wanted: Change, run: Run | None) -> None:
    """Let the rows of one table go, come and move; with a run, write down what it alters."""
    gone, come = tuple(wanted.gone), tuple(wanted.come)
    if run is None:
        change(connection, name, gone, come)
        move(connection, name, wanted.moved)
        return
    before = dict(stand(connection, name, {*gone, *ids_of(name, come)}))
    after = dict(told_of(name, come))
    change(connection, name, gone, come)
    if wanted.moved:
        was, now = stand_moved(connection, name, wanted.moved)
        before, after = {**was, **before}, {**after, **now}
        move(connection, name, wanted.moved)
    write_down(connection, run, name, before, after)


def _count_alone(connection: Connection, since: int | None, location: str) -> int:
    """Count a save, within its transaction. Raises StoreError where another has saved since."""
    if since is not None:
        _refuse_another(saves(connection), since, location)
    return count_save(connection)


def _refuse_another(saved: int, since: int, location: str) -> None:
    if saved != since:
        raise StoreError(f"another run has written to the store {location} meanwhile", AGAIN)


def kept_decisions(location: str | Path) -> tuple[Decision, ...]:
    """All decisions in a store, whatever version of the tracker made it. Raises StoreError."""
    engine = reach(str(location))
    try:
        with troubles(str(location)):
            return rescue_decisions(engine)
    finally:
        engine.dispose()


AGAIN = "Run again when it has ended, or name another store with --store"
RENEW = "Read the articles again: tracker run, or tracker read, makes it anew and keeps what people decided"
