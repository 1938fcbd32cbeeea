"""One cluster for all tests of this folder: to start its processes takes seconds."""

from collections.abc import Iterator

import pytest

from tests.engine.cluster import scheduler_and_workers


@pytest.fixture(scope="session")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask scheduler with two worker processes."""
    pytest.importorskip("distributed")
    with scheduler_and_workers(tmp_path_factory.mktemp("cluster")) as address:
        yield address
