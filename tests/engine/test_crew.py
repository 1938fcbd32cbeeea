"""Workers that wait for the next work: the same ones, ready, none of them left behind."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.engine import Crew, run
from tracker.engine.crew import END
from tracker.engine.streams import run_streams
from tracker.errors import UnreadableError

READY: list[int] = []


def get_ready() -> None:
    READY.append(os.getpid())


def get_unready() -> None:
    raise RuntimeError("there is no parser")


def told_ready(_: int) -> tuple[int, int]:
    """Whose hands it is in, and how often that worker has got ready."""
    time.sleep(0.05)
    return os.getpid(), len(READY)


def refuse(_: int) -> Iterator[int]:
    raise UnreadableError("no", "never")


def is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_workers_get_ready_and_are_called_before_new_ones_begin() -> None:
    with Crew() as crew:
        crew.begin(2, get_ready)
        begun = {worker.process.pid for worker in crew.idle}
        told = set(run(told_ready, range(12), engine="pool", crew=crew))
        assert told == {(pid, 1) for pid in begun}


def test_the_same_workers_do_one_work_after_the_other() -> None:
    with Crew() as crew:
        first = {pid for pid, _ in run(told_ready, range(12), engine="pool", crew=crew)}
        assert {worker.process.pid for worker in crew.idle} == first
        assert {pid for pid, _ in run(told_ready, range(12), engine="pool", crew=crew)} == first


def test_a_crew_that_is_closed_leaves_nobody_behind() -> None:
    with Crew() as crew:
        crew.begin(2, get_ready)
        pids = [worker.process.pid for worker in crew.idle]
    assert crew.idle == []
    assert not any(is_there(pid) for pid in pids if pid)


def test_without_a_crew_nobody_is_left_behind() -> None:
    told = list(run(told_ready, range(4), engine="pool"))
    assert not any(is_there(pid) for pid, _ in told)


def test_who_has_died_waiting_is_not_called_and_no_record_is_blamed() -> None:
    with Crew() as crew:
        crew.begin(2, get_ready)
        for worker in crew.idle:
            worker.process.kill()
            worker.process.join()
        assert len(list(run(told_ready, range(4), engine="pool", crew=crew))) == 4


def test_who_cannot_get_ready_works_all_the_same() -> None:
    with Crew() as crew:
        crew.begin(1, get_unready)
        assert [ready for _, ready in run(told_ready, [1], engine="pool", crew=crew)] == [0]


def test_who_was_in_the_middle_of_something_does_not_wait_for_more() -> None:
    with Crew() as crew:
        with pytest.raises(UnreadableError):
            list(run_streams(refuse, range(8), workers=2, patience=20.0, crew=crew))
        assert len(crew.idle) <= 1
        found = list(run_streams(once, [1, 2], workers=2, patience=20.0, crew=crew))
        assert found == [(1, 1), (1, END), (2, 2), (2, END)]


def once(number: int) -> Iterator[int]:
    yield number
