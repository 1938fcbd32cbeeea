"""Every test of the store is asked on each database; ``file`` is for what only a SQLite file can do."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.store.postgres import programs, server

NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server; where none is installed its tests are skipped, unless it is required."""
    found = programs()
    if found is None:
        assert os.environ.get("TRACKER_POSTGRES") != "require", "PostgreSQL is required and not installed"
        pytest.skip("PostgreSQL is not installed")
    with server(found) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made: a file that is not there yet, or an empty schema of a server."""
    if request.param == "sqlite":
        return str(tmp_path / "report.db")
    return fresh(request.getfixturevalue("postgres"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A SQLite file that is not there yet."""
    return tmp_path / "report.db"


def fresh(url: str) -> str:
    """The URL of a schema of its own."""
    import psycopg

    name = f"desk_{next(NUMBERS)}"
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{url}?options=-csearch_path%3D{name}"
