"""Worker processes: one that dies or hangs costs its own record, and the rest is as without it."""

import os
import time
from collections.abc import Iterator

import pytest

from tracker.engine import Lost, choose, run
from tracker.engine.pool import AHEAD, run_pool
from tracker.engine.streams import WAITING
from tracker.errors import EngineError, SettingsError

SIZE = 4 << 20


def work(number: int) -> int:
    """Three is a record that kills its worker, four one that never ends."""
    if number == 3:
        os._exit(9)
    if number == 4:
        time.sleep(60)
    return 2 * number


def greedy(number: int) -> int:
    return len(bytes(8 << 30)) if number == 2 else number


def large(number: int) -> bytes:
    time.sleep(2 if number == 0 else 0)
    return bytes(SIZE)


def pid(_: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def test_a_worker_that_dies_costs_its_record_alone() -> None:
    found = list(run_pool(work, [1, 3, 5], workers=2))
    assert found == [2, Lost(reason="its worker process ended by itself (exit code 9)"), 10]


def test_a_worker_that_hangs_is_ended() -> None:
    started = time.monotonic()
    found = list(run_pool(work, [1, 4, 5], workers=2, patience=2.0))
    assert found == [2, Lost(reason="it took longer than 2 seconds"), 10]
    assert time.monotonic() - started < 30


def test_a_record_that_wants_too_much_memory_is_lost() -> None:
    found = list(run_pool(greedy, [1, 2, 3], workers=1))
    assert found == [1, Lost(reason="it needs more than 4 GB of memory"), 3]


def test_the_work_is_shared() -> None:
    assert len(set(run_pool(pid, range(16), workers=2))) == 2


def test_records_are_taken_as_they_are_needed() -> None:
    """What waits for the first, which is slow, is bounded by what comes of it."""
    taken: list[int] = []

    def records() -> Iterator[int]:
        for number in range(200):
            taken.append(number)
            yield number

    found = run_pool(large, records(), workers=2)
    assert len(next(found)) == SIZE
    assert len(taken) <= 2 * AHEAD + WAITING // SIZE + 2
    found.close()  # type: ignore[attr-defined]


def test_what_is_lost_is_replaced() -> None:
    found = run(work, [1, 3, 5], engine="pool", instead=lambda record, reason: -record)
    assert list(found) == [2, -3, 10]


def test_without_a_replacement_a_loss_ends_the_run() -> None:
    with pytest.raises(EngineError, match="exit code 9"):
        list(run(work, [3], engine="pool"))


@pytest.mark.parametrize(
    ("asked", "characters", "cores", "scheduler", "chosen"),
    [
        ("auto", 1_000, 8, "", "local"),
        ("auto", 10_000_000, 8, "", "pool"),
        ("auto", 10_000_000, 1, "", "local"),
        ("auto", 10_000_000, 8, "tcp://10.0.0.1:8786", "dask"),
        ("auto", 10_000_000, 1, "tcp://10.0.0.1:8786", "dask"),
        ("auto", 1_000, 8, "tcp://10.0.0.1:8786", "local"),
        ("local", 10_000_000, 8, "tcp://10.0.0.1:8786", "local"),
        ("pool", 1_000, 1, "", "pool"),
        ("dask", 1_000, 1, "", "dask"),
    ],
)
def test_auto_takes_all_cores_where_they_pay(
    asked: str, characters: int, cores: int, scheduler: str, chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.engine.cores", lambda: cores)
    monkeypatch.setenv("TRACKER_SCHEDULER", scheduler)
    assert choose(asked, characters=characters) == chosen


def test_a_text_that_may_not_end_goes_to_a_process_that_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.engine.cores", lambda: 1)
    monkeypatch.delenv("TRACKER_SCHEDULER", raising=False)
    assert choose("auto", characters=600_000, longest=50_000) == "local"
    assert choose("auto", characters=600_000, longest=600_000) == "pool"
    assert choose("local", characters=600_000, longest=600_000) == "local"


def test_an_engine_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match="Choose one of auto, local, pool, dask"):
        choose("steam", characters=1)
