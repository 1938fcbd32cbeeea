"""What a database refuses, in our words, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from tracker.errors import StoreError
from tracker.store.database import connectable

DRIVER = (
    "Check its URL and install its driver (of PostgreSQL: pip install discrepancy-tracker[postgres]), or name a file"
)

ELSEWHERE = "Name another file with --store"
AS_IT_WAS = "What was there before is as it was"


def reach(location: str) -> Engine:
    """The engine of a store. Raises StoreError where its URL leads nowhere."""
    try:
        return connectable(location)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        # The URL itself is not told: it may hold a password.
        raise StoreError(f"the database of the store cannot be reached: {error}", DRIVER) from error


# What the database says (a part of its message) and what to do about it.
CURES = {
    "not a database": ELSEWHERE,
    "malformed": "Ask tracker doctor what is wrong with it, and restore the last backup: tracker restore",
    "locked": "Another tracker is writing to it: wait until it is done, and run again",
    "lock timeout": "Another tracker is writing to it: wait until it is done, and run again",
    "readonly": f"You may not write there, or its folder: name another file with --store. {AS_IT_WAS}",
    "read-only": f"You may not write there: ask who keeps the database. {AS_IT_WAS}",
    "permission denied": f"You may not write there: ask who keeps the database. {AS_IT_WAS}",
    "unable to open": "Does the folder exist, and may you write in it? If not, name another file with --store",
    "full": f"There is no room on the disk: make some, or name a file elsewhere with --store. {AS_IT_WAS}",
    "No space left": f"There is no room on the server's disk. {AS_IT_WAS}",
    "disk I/O": f"Is there room on the disk, and is the drive still there? {AS_IT_WAS}",
    "onnection": "Is the database running, and may you connect to it? Otherwise name a file with --store",
}


@contextmanager
def troubles(location: str) -> Iterator[None]:
    """What the database raises, in our words."""
    try:
        yield
    except IntegrityError as error:
        raise ValueError(f"a row names another that is not there, and nothing was saved: {error.orig}") from error
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).splitlines()[0]
        cure = next((cure for part, cure in CURES.items() if part in said), ELSEWHERE)
        raise StoreError(f"the store {location} cannot be used: {said}", cure) from error
