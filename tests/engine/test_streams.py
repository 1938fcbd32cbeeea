"""Stages with many results for one record: each worker that dies or hangs costs what its record had still to give."""

import os
import signal
import time
from collections.abc import Iterator
from itertools import islice

import pytest

from tracker.engine import END, Lost, stream
from tracker.engine.streams import run_streams
from tracker.errors import UnreadableError


def count(number: int) -> Iterator[int | None]:
    """As many results as the number says; some numbers go wrong behind them."""
    yield from range(number)
    if number == 3:
        os._exit(9)
    if number == 4:
        time.sleep(60)
    if number == 5:
        raise UnreadableError("five is too many", "Take fewer")
    if number == 6:
        yield len(bytes(8 << 30))
    if number == 7:
        yield None


def long(number: int) -> Iterator[bytes]:
    for _ in range(20):
        yield bytes(4 << 20)
        if number == 0:
            time.sleep(0.05)


def heeds(_: int) -> Iterator[object]:
    yield signal.getsignal(signal.SIGINT)


def pid(_: int) -> Iterator[int]:
    time.sleep(0.3)
    yield os.getpid()


def tell(*numbers: int, workers: int = 2, patience: float = 20.0) -> list[list[object]]:
    """What came of each number."""
    found: list[list[object]] = [[]]
    for record, result in run_streams(count, numbers, workers=workers, patience=patience):
        assert record == numbers[len(found) - 1]
        found.append([]) if result is END else found[-1].append(result)
    assert found.pop() == []
    return found


def test_results_come_in_order_with_their_record() -> None:
    assert tell(2, 0, 1, 200) == [[0, 1], [], [0], list(range(200))]


def test_no_records_begin_no_worker() -> None:
    assert list(run_streams(count, [], workers=2, patience=1.0)) == []


def test_a_result_may_be_nothing() -> None:
    assert tell(7) == [[*range(7), None]]


def test_a_worker_that_dies_costs_what_its_record_had_still_to_give() -> None:
    lost = Lost(reason="its worker process ended by itself (exit code 9)")
    assert tell(1, 3, 2) == [[0], [0, 1, 2, lost], [0, 1]]


def test_a_worker_that_gives_nothing_is_ended_and_what_it_gave_is_kept() -> None:
    started = time.monotonic()
    lost = Lost(reason="it took longer than 3 seconds")
    assert tell(1, 4, 2, patience=3.0) == [[0], [0, 1, 2, 3, lost], [0, 1]]
    assert time.monotonic() - started < 40


def test_what_is_still_coming_is_not_late() -> None:
    told = [len(each) for _, each in run_streams(long, [0], workers=1, patience=15.0) if each is not END]  # type: ignore[arg-type]
    assert told == [4 << 20] * 20


def test_a_record_that_wants_too_much_memory_is_lost() -> None:
    [found, after] = tell(6, 1)
    assert (found[:-1], after) == ([*range(6)], [0])
    assert found[-1] == Lost(reason="it needs more than 4 GB of memory")


def test_what_a_stage_raises_comes_out_with_its_words_and_its_place() -> None:
    with pytest.raises(UnreadableError, match="Take fewer") as caught:
        tell(1, 5, 2)
    assert "line" in "".join(caught.value.__notes__)


def test_many_records_are_all_there_whoever_dies() -> None:
    numbers = [2, 3, 1, 1, 3, 1, 1, 1, 3, 0, 2, 3, 1]
    found = tell(*numbers)
    lost = Lost(reason="its worker process ended by itself (exit code 9)")
    assert found == [[*range(number), *([lost] if number == 3 else [])] for number in numbers]


def test_those_that_are_quick_wait_for_the_one_before_them_with_little_in_their_hands() -> None:
    records = run_streams(long, range(6), workers=2, patience=20.0)
    assert [record for record, result in records if result is END] == list(range(6))


def test_work_that_lasts_is_shared_and_work_that_does_not_is_not() -> None:
    told = [result for _, result in run_streams(pid, range(16), workers=2, patience=20.0) if result is not END]
    assert len(set(told)) == 2
    assert len({result for _, result in run_streams(pid, [1], workers=2, patience=20.0)} - {END}) == 1


def test_what_is_done_meanwhile_is_done_once_and_here() -> None:
    where: list[int] = []
    found = run_streams(count, [1, 2], workers=2, patience=20.0, meanwhile=lambda: where.append(os.getpid()))
    assert [result for _, result in found] == [0, END, 0, 1, END]
    assert where == [os.getpid()]


def test_ctrl_c_is_for_the_process_that_is_asked() -> None:
    found = run_streams(heeds, [1], workers=1, patience=20.0)
    assert next(found) == (1, signal.SIG_IGN)
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN


def test_who_stops_listening_ends_the_workers() -> None:
    found = run_streams(pid, range(100), workers=1, patience=20.0)
    [(_, worker)] = islice(found, 1)
    found.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(int(worker), 0)  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ["local", "pool", "auto", "dask"])
def test_every_engine_tells_the_same(engine: str) -> None:
    found = list(stream(count, [2, 0, 1], engine=engine, patience=20.0))
    assert found == [(2, 0), (2, 1), (2, END), (0, END), (1, 0), (1, END)]


def test_in_one_process_nothing_is_done_before_it_is_asked_for() -> None:
    found = stream(count, iter([2, 3]), engine="local", patience=1.0)
    assert list(islice(found, 3)) == [(2, 0), (2, 1), (2, END)]
