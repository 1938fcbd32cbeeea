"""Decisions out of a store of any version: what people said is never lost with the tables around it."""

from pathlib import Path

from sqlalchemy import column as named
from sqlalchemy import inspect, select, table
from sqlalchemy.engine import Engine

from tracker.errors import StoreError
from tracker.model import Decision, columns
from tracker.store.database import file_of
from tracker.tables import from_row


def rescue_decisions(engine: Engine) -> tuple[Decision, ...]:
    """All decisions of a store, whatever version made it: of its columns those that are known today.

    Raises StoreError where there is no store.
    """
    file = file_of(engine)
    if file is not None and not Path(file).exists():
        raise StoreError(f"there is no store {file}", "Name one with --store")
    with engine.connect() as connection:
        found = inspect(connection)
        if not found.has_table("meta"):
            raise StoreError("this is no store of the tracker", "Name another file with --store")
        if not found.has_table("decisions"):
            return ()
        there = {each["name"] for each in found.get_columns("decisions")}
        wanted = [name for name in columns(Decision) if name in there]
        asked = select(table("decisions", *(named(name) for name in wanted)))
        return tuple(from_row(dict(row), Decision) for row in connection.execute(asked).mappings())
