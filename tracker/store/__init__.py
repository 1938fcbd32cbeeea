"""The store: what every verb leaves for the next, one table a noun, in a SQLite file or a database given by URL.

    with Store("report.db") as store:
        store.save("articles", articles)
        store.load("articles")

What people decided is added and never replaced or dropped (``KEPT`` in model)::

        store.append("decisions", decisions)

Opening writes nothing; the first save makes the file. A file that is no store of the tracker, or is one of another
version, is refused and left as it is. Several may read and write at once: a writer waits for the one before.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from tracker.errors import StoreError
from tracker.model import KEPT, NOUNS, Decision
from tracker.store.database import connectable, file_of, settle, write_ahead, writing
from tracker.store.rescue import rescue_decisions
from tracker.store.schema import META, TABLES, add, clear, count_save, fill, rows, saves, sign, signature, version
from tracker.tables import from_row

__all__ = ["Store", "kept_decisions"]


class Store:
    """The tables of a run, by name. A table that is not there has not been made yet; an empty one has."""

    def __init__(self, location: str | Path, *, renew: bool = False) -> None:
        """Open a store; where another version made it, ``renew`` empties it first, except for what people decided."""
        self._engine = _reach(str(location))
        self.location = str(file_of(self._engine) or self._engine.url.render_as_string(hide_password=True))
        if self._exists():
            with _troubles(self.location), self._engine.connect() as connection:
                stale = _recognise(connection, self.location)
            if stale and not renew:
                raise StoreError(f"the store {self.location} was made by another version of the tracker", RENEW)
            if stale:
                self._renew()

    def has(self, name: str) -> bool:
        """Has this table been made?"""
        if not self._exists():
            return False
        with _troubles(self.location), self._engine.connect() as connection:
            return inspect(connection).has_table(name)

    def load(self, name: str) -> tuple[Any, ...]:
        """The nouns of a table, in the order they were saved; none where the table has not been made."""
        if not self.has(name):
            return ()
        with _troubles(self.location), self._engine.connect() as connection:
            return tuple(from_row(flat, NOUNS[name]) for flat in rows(connection, TABLES[name]))

    def save(self, name: str, nouns: Iterable[object]) -> None:
        """Replace one table."""
        self.replace({name: nouns})

    def replace(self, tables: Mapping[str, Iterable[object] | None]) -> None:
        """Replace several tables at once, or none of them; None drops one. Nobody ever sees half of it.

        Raises ValueError for a table that is kept.
        """
        if not set(KEPT).isdisjoint(tables):
            raise ValueError(f"{', '.join(KEPT)} can only be added to")
        with self._writing() as connection:
            count_save(connection)
            for name, nouns in tables.items():
                TABLES[name].drop(connection, checkfirst=True)
                if nouns is not None:
                    fill(connection, TABLES[name], nouns)

    def append(self, name: str, nouns: Iterable[object]) -> int:
        """Add rows to a table that is kept; those whose id is there already stay as they are. How many were new."""
        if name not in KEPT:
            raise ValueError(f"{name} is made anew by its verb")
        with self._writing() as connection:
            return add(connection, TABLES[name], nouns)

    def saves(self) -> int:
        """How often tables have been replaced: another number than before, and a copy of them is stale."""
        if not self.has(META.name):
            return 0
        with _troubles(self.location), self._engine.connect() as connection:
            return saves(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that nobody else writes in."""
        with _troubles(self.location):
            write_ahead(self._engine)
        with _troubles(self.location), writing(self._engine) as connection:
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

    def _renew(self) -> None:
        """Make the store one of today's version, all at once or not at all."""
        decisions = kept_decisions(self._engine.url.render_as_string(hide_password=False))
        with _troubles(self.location), writing(self._engine) as connection:
            clear(connection)
            sign(connection)
            add(connection, TABLES["decisions"], decisions)

    def _exists(self) -> bool:
        """Is there anything to open? Asking a SQLite file that is not there would make it."""
        file = file_of(self._engine)
        return file is None or file.exists()


def kept_decisions(location: str | Path) -> tuple[Decision, ...]:
    """All decisions in a store, whatever version of the tracker made it. Raises StoreError."""
    engine = _reach(str(location))
    try:
        with _troubles(str(location)):
            return rescue_decisions(engine)
    finally:
        engine.dispose()


def _reach(location: str) -> Engine:
    try:
        return connectable(location)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        # The URL itself is not told: it may hold a password.
        raise StoreError(f"the database of the store cannot be reached: {error}", DRIVER) from error


def _recognise(connection: Connection, location: str) -> bool:
    """Refuse what is not ours to write; true for a store of ours whose columns are not today's."""
    signed = signature(connection)
    if not signed and inspect(connection).get_table_names():
        raise StoreError(f"{location} is a database of something else, not a store of the tracker", ELSEWHERE)
    return signed not in ("", version())


ELSEWHERE = "Name another file with --store"
DRIVER = "Check its URL and install its driver, or name a file with --store"
RENEW = "Read the articles again: tracker run, or tracker read, makes it anew and keeps what people decided"

# What the database says (a part of its message) and what to do about it.
CURES = {
    "not a database": ELSEWHERE,
    "malformed": RENEW,
    "locked": "Another tracker is writing to it: wait until it is done, and run again",
    "readonly": "You may not write there: name another file with --store",
    "unable to open": "Does the folder exist, and may you write in it? If not, name another file with --store",
}


@contextmanager
def _troubles(location: str) -> Iterator[None]:
    """What the database raises, in our words."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).splitlines()[0]
        cure = next((cure for part, cure in CURES.items() if part in said), ELSEWHERE)
        raise StoreError(f"the store {location} cannot be used: {said}", cure) from error
