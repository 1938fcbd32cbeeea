"""The command and its workers look for cycles rarely."""

import gc
from collections.abc import Iterator

import pytest

from tracker import cli
from tracker.engine.cycles import RARELY
from tracker.engine.pool import run_pool


@pytest.fixture
def threshold() -> Iterator[tuple[int, int, int]]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # Python's own; an earlier test may have run the command
    yield gc.get_threshold()
    gc.set_threshold(*before)


def told(_: int) -> tuple[int, int, int]:
    return gc.get_threshold()


def test_the_command_does(threshold: tuple[int, int, int]) -> None:
    assert threshold[0] < RARELY[0]
    assert cli.main(["--version"]) == cli.DONE
    assert gc.get_threshold() == RARELY


def test_its_workers_do() -> None:
    assert list(run_pool(told, [1], workers=1)) == [RARELY]
