"""How to reach the database, and the habits of SQLite that we do not share.

Python's sqlite3 begins a transaction only before the first INSERT, so that a DROP TABLE before it would stand even if
the rest fails; we begin ours ourselves (SQLAlchemy's documentation of its SQLite dialect describes both).
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

# Seconds a writer waits for the one before it: a large run saves its tables in one transaction.
PATIENCE = 60.0

# How PostgreSQL is named where no driver is.
POSTGRESQL = ("postgresql", "postgres")


def connectable(location: str) -> Engine:
    """The engine of a file name, or of a URL such as postgresql://desk@host/tracker. Connects to nothing."""
    url = make_url(location) if "://" in location else URL.create("sqlite", database=location)
    if url.drivername in POSTGRESQL:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    engine = _sqlite(url)
    event.listen(engine, "connect", _enforce_keys)
    return engine


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _hold_transactions)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the right to write from its start.

    One that reads first and writes later fails at once where another has written in between, however long it waits.
    """
    with engine.execution_options(tracker_writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE * 1000:.0f}")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('tracker ' || current_schema()))")
        yield connection


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """A writing transaction in which tables may be dropped that others name; SQLite cannot begin that within one."""
    free = _sqlite(engine.url) if file_of(engine) else engine
    try:
        with writing(free) as connection:
            yield connection
    finally:
        if free is not engine:
            free.dispose()


def file_of(engine: Engine) -> Path | None:
    """The file of a SQLite store; None where the store is a server's."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def write_ahead(engine: Engine) -> None:
    """Let others read the last state while this one writes the next."""
    _keep_journal(engine, "WAL")


def settle(engine: Engine) -> None:
    """One plain file again: a write-ahead log needs a writable folder even to be read, and fails on shared drives.

    Where somebody else has the store open the log stays; theirs to settle.
    """
    with suppress(SQLAlchemyError):
        _keep_journal(engine, "DELETE", patience=0)


def _keep_journal(engine: Engine, mode: str, *, patience: float = PATIENCE) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={patience * 1000:.0f}")
            try:
                connection.exec_driver_sql(f"PRAGMA journal_mode={mode}")
            finally:
                connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE * 1000:.0f}")


def _hold_transactions(connection: Any, record: object) -> None:
    connection.isolation_level = None


def _enforce_keys(connection: Any, record: object) -> None:
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("tracker_writes") else "BEGIN")
