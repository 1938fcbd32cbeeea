"""A Dask cluster: what hangs is ended, what is not there is named with its cure."""

import socket
import sys
import time

import pytest

from tracker.engine import Lost, use_cluster
from tracker.engine.dask import run_dask
from tracker.errors import EngineError, SettingsError


def work(number: int) -> int:
    """Four is a record that never ends."""
    if number == 4:
        time.sleep(600)
    return 2 * number


@pytest.fixture
def connected(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_SCHEDULER", "")
    monkeypatch.setenv("TRACKER_PARTS", "")
    use_cluster(scheduler=scheduler)


@pytest.mark.usefixtures("connected")
def test_a_worker_that_hangs_is_ended_and_replaced() -> None:
    found = list(run_dask(work, [1, 4, 5, 6], patience=1.0))
    assert found == [2, Lost(reason="it took longer than 1 seconds"), 10, 12]


@pytest.mark.usefixtures("connected")
def test_a_reader_that_stops_early_leaves_the_cluster_to_others() -> None:
    found = run_dask(work, iter([0] * 10_000))
    assert next(found) == 0
    found.close()  # type: ignore[attr-defined]
    assert list(run_dask(work, [5])) == [10]


def test_where_no_scheduler_answers_it_says_how_to_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.engine.dask.ANSWER", 0.5)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("TRACKER_SCHEDULER", f"tcp://127.0.0.1:{nobody.getsockname()[1]}")
        with pytest.raises(EngineError, match="Start one with: dask scheduler"):
            list(run_dask(work, [1]))


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"pip install 'discrepancy-tracker\[dask\]'"):
        list(run_dask(work, [1]))
