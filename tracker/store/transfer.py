"""A store copied into another, row by row, whatever databases the two are in: backup, restore, a move to a server.

It copies one state of the store, while others go on writing to it; of its own work the tracker keeps what is needed
to go on (how often it was saved, which tables were made).
"""

from sqlalchemy import Connection, Engine, insert, select

from tracker.errors import StoreError
from tracker.store.database import file_of, rebuilding
from tracker.store.meta import is_of_today
from tracker.store.migrate import schema_there
from tracker.store.rows import BATCH
from tracker.store.schema import BY_DEPENDENCE, META, TABLES, metadata
from tracker.store.troubles import reach, troubles


def copy_store(source: str, target: str) -> dict[str, int]:
    """Copy a store to where there is none yet; how many rows each table has. A file is there wholly or not at all.

    Raises StoreError where there is no store to copy, or one of an earlier version, or where something is in its way.
    """
    kept, made = reach(source), reach(target)
    file = file_of(made)
    part = file.with_name(f"{file.name}.part") if file else None
    written = reach(str(part)) if part else made
    try:
        with troubles(source):
            _check_source(kept, source)
        with troubles(target):
            _check_target(made, target)
            if part:
                part.unlink(missing_ok=True)
            copied = _copy_rows(kept, written)
            written.dispose()
        if part and file:
            part.replace(file)
        return copied
    finally:
        for engine in (kept, made, written):
            engine.dispose()
        if part:
            part.unlink(missing_ok=True)


def _check_source(kept: Engine, location: str) -> None:
    file = file_of(kept)
    if file is not None and not file.exists():
        raise StoreError(f"there is no store {location}", NAME_IT)
    with kept.connect() as connection:
        if schema_there(connection, location) is None:
            raise StoreError(f"there is no store {location}", NAME_IT)
        if not is_of_today(connection):
            told = f"the store {location} was made by an earlier version"
            raise StoreError(told, f"Let this one open it first: tracker runs --store {location}")


def _check_target(made: Engine, location: str) -> None:
    file = file_of(made)
    if file is not None and file.exists():
        raise StoreError(f"there is a file {location} already", NOT_OVER_IT)
    if file is None:
        with made.connect() as connection:
            if schema_there(connection, location) is not None:
                raise StoreError(f"there is a store {location} already", NOT_OVER_IT)


NAME_IT = "Name one that is there"
NOT_OVER_IT = "Nothing is written over: name another place, or move what is there away"


def _copy_rows(source: Engine, target: Engine) -> dict[str, int]:
    copied = {}
    with _one_state(source) as reading, rebuilding(target) as writing:
        metadata.create_all(writing)
        for table in (META, *(TABLES[name] for name in BY_DEPENDENCE)):
            copied[table.name] = 0
            names = [column.name for column in table.c]
            for rows in reading.execute(select(table)).partitions(BATCH):
                writing.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
                copied[table.name] += len(rows)
    return copied


def _one_state(source: Engine) -> Connection:
    """A connection that sees the store as it is now, whatever is written meanwhile."""
    if source.dialect.name == "postgresql":
        return source.connect().execution_options(isolation_level="REPEATABLE READ")
    return source.connect()
