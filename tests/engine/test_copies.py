"""Copies of this process share its work: the same results in the same order, whatever becomes of them."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.engine import copies
from tracker.engine.copies import MOST, run_copies

HERE = os.getpid()

needs_copies = pytest.mark.skipif(not copies.can_copy(), reason="a process cannot be copied here")


def slowly(number: int) -> tuple[int, int]:
    """Whose hands a record was in."""
    time.sleep(0.02)
    return number, os.getpid()


@needs_copies
@pytest.mark.parametrize("hands", [2, 3])
def test_records_are_shared_out_and_come_back_in_order(hands: int) -> None:
    told = list(run_copies(slowly, range(30), hands=hands))
    assert [number for number, _ in told] == list(range(30))
    assert len({pid for _, pid in told}) == hands
    assert HERE in {pid for _, pid in told}


@needs_copies
def test_a_copy_knows_what_is_known_here() -> None:
    secret = object()  # nothing that could be handed over

    def knows(other: int) -> bool:
        return id(secret) == other and os.getpid() > 0

    assert all(run_copies(knows, [id(secret)] * 10, hands=2))


@pytest.mark.parametrize("number", [0, 1, 2, MOST, MOST + 1, 3 * MOST + 7])
def test_any_number_of_records(number: int) -> None:
    assert list(run_copies(str, range(number), hands=3)) == list(map(str, range(number)))


@pytest.mark.parametrize("hands", [0, 1])
def test_with_one_hand_everything_is_done_here(hands: int) -> None:
    assert {pid for _, pid in run_copies(slowly, range(4), hands=hands)} == {HERE}


def test_where_a_process_cannot_be_copied_everything_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "can_copy", lambda: False)
    assert {pid for _, pid in run_copies(slowly, range(4), hands=2)} == {HERE}


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def raised() -> None:
    raise ValueError("never here")


@needs_copies
@pytest.mark.parametrize("falter", [killed, raised])
def test_what_a_copy_could_not_finish_is_done_here(falter: Callable[[], None]) -> None:
    def work(number: int) -> tuple[int, int]:
        if os.getpid() != HERE and number > 4:
            falter()
        return slowly(number)

    told = list(run_copies(work, range(20), hands=2))
    assert [number for number, _ in told] == list(range(20))
    assert {pid for _, pid in told} == {HERE}


@needs_copies
def test_what_the_work_raises_comes_out_and_nobody_is_left_behind(tmp_path: Path) -> None:
    def refuse(number: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.05)
        if number == 3:
            raise ValueError("three")
        return number

    with pytest.raises(ValueError, match="three"):
        list(run_copies(refuse, range(8), hands=3))
    pids = {int(path.name) for path in tmp_path.iterdir()} - {HERE}
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


def test_no_room_for_another_process_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    before = set(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else set()
    monkeypatch.setattr(os, "fork", full, raising=False)
    assert list(run_copies(str, range(4), hands=2)) == ["0", "1", "2", "3"]
    after = set(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else set()
    assert len(after) == len(before)
