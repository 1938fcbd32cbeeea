"""Workers that wait for the next work: the same ones, ready, none of them left behind."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.engine import Crew, Lost, run
from tracker.engine.copies import can_copy
from tracker.engine.crew import END
from tracker.engine.streams import run_streams
from tracker.engine.worker import MEMORY
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


def who_got_ready(_: int) -> tuple[int, int]:
    time.sleep(0.02)
    return os.getpid(), READY[0]


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os._exit(3)


def abort(_: int) -> int:
    os.abort()


def leave(_: int) -> int:
    os._exit(7)


def swell(_: int) -> int:
    return len(bytearray(MEMORY + (1 << 30)))


def hang(number: int) -> Iterator[int]:
    if number == 1:
        time.sleep(60)
    yield number


def is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.fixture(params=["a nursery", "one by one"])
def crew(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    """A crew whose workers come from a nursery, and one of a machine where no process can be copied."""
    if request.param == "one by one":
        monkeypatch.setattr("tracker.engine.crew.can_copy", lambda: False)
    elif not can_copy():
        pytest.skip("a process cannot be copied here")
    with Crew() as crew:
        yield crew


def waiting(crew: Crew) -> set[int]:
    """Two workers that have got ready and wait."""
    crew.begin(2, get_ready)
    return {pid for pid, _ in run(told_ready, range(12), engine="pool", crew=crew)}


def test_workers_get_ready_and_are_called_before_new_ones_begin(crew: Crew) -> None:
    assert not crew.has_begun
    crew.begin(2, get_ready)
    assert crew.has_begun
    told = set(run(told_ready, range(12), engine="pool", crew=crew))
    assert {ready for _, ready in told} == {1}
    assert {pid for pid, _ in told} == {worker.process.pid for worker in crew.idle}


def test_who_comes_from_a_nursery_was_ready_before() -> None:
    if not can_copy():
        pytest.skip("a process cannot be copied here")
    with Crew() as crew:
        crew.begin(2, get_ready)
        nursery = crew.nursery.process.pid if crew.nursery else 0
        told = list(run(who_got_ready, range(12), engine="pool", crew=crew))
        assert {by for _, by in told} == {nursery}
        assert nursery not in {pid for pid, _ in told}


def test_a_nursery_that_has_died_costs_nothing() -> None:
    if not can_copy():
        pytest.skip("a process cannot be copied here")
    with Crew() as crew:
        crew.begin(2, die)
        assert list(run(double, range(6), engine="pool", crew=crew)) == [0, 2, 4, 6, 8, 10]
        assert crew.nursery is None


def test_the_same_workers_do_one_work_after_the_other(crew: Crew) -> None:
    first = waiting(crew)
    assert {worker.process.pid for worker in crew.idle} == first
    assert {pid for pid, _ in run(told_ready, range(12), engine="pool", crew=crew)} == first


def test_a_crew_that_is_closed_leaves_nobody_behind(crew: Crew) -> None:
    pids = waiting(crew)
    if crew.nursery and crew.nursery.process.pid:
        pids.add(crew.nursery.process.pid)
    crew.__exit__(None, None, None)
    assert not crew.has_begun
    assert not any(is_there(pid) for pid in pids)


def test_without_a_crew_nobody_is_left_behind() -> None:
    told = list(run(told_ready, range(4), engine="pool"))
    assert not any(is_there(pid) for pid, _ in told)


def test_who_has_died_waiting_is_not_called_and_no_record_is_blamed(crew: Crew) -> None:
    died = waiting(crew)
    for worker in crew.idle:
        worker.process.kill()
        worker.process.join()
    told = list(run(told_ready, range(4), engine="pool", crew=crew))
    assert len(told) == 4
    assert died.isdisjoint(pid for pid, _ in told)


def test_who_cannot_get_ready_works_all_the_same(crew: Crew) -> None:
    crew.begin(1, get_unready)
    assert [ready for _, ready in run(told_ready, [1], engine="pool", crew=crew)] == [0]


def test_who_wants_too_much_memory_gets_none(crew: Crew) -> None:
    crew.begin(1, get_ready)
    told = list(run(swell, [0, 1], engine="pool", crew=crew, instead=lambda _, reason: reason))
    assert told == ["it needs more than 4 GB of memory"] * 2


def test_who_hangs_is_ended_and_replaced(crew: Crew) -> None:
    crew.begin(2, get_ready)
    told = list(run_streams(hang, range(4), workers=2, patience=2.0, crew=crew))
    assert [record for record, item in told if isinstance(item, Lost)] == [1]
    assert [item for _, item in told if not isinstance(item, Lost) and item is not END] == [0, 2, 3]


@pytest.mark.parametrize(("end", "told"), [(abort, "exit code -6"), (leave, "exit code 7")])
def test_how_a_worker_ended_is_told(crew: Crew, end: Callable[[int], int], told: str) -> None:
    crew.begin(1, get_ready)
    lost = list(run(end, [0, 1], engine="pool", crew=crew, instead=lambda _, reason: reason))
    assert [told in str(each) for each in lost] == [True, True]


def test_who_was_in_the_middle_of_something_does_not_wait_for_more() -> None:
    with Crew() as crew:
        with pytest.raises(UnreadableError):
            list(run_streams(refuse, range(8), workers=2, patience=20.0, crew=crew))
        assert len(crew.idle) <= 1
        found = list(run_streams(once, [1, 2], workers=2, patience=20.0, crew=crew))
        assert found == [(1, 1), (1, END), (2, 2), (2, END)]


def once(number: int) -> Iterator[int]:
    yield number
