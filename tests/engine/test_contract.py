"""What every engine promises. A new engine is done when this passes with its line in ``ENGINES``."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import Any

import pytest

from tracker import plugins
from tracker.engine import ENGINES, choose, run
from tracker.errors import EngineError, SettingsError, UnreadableError


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "dask":
        monkeypatch.setenv("TRACKER_SCHEDULER", request.getfixturevalue("scheduler"))
    return str(request.param)


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    if number == 2:
        raise UnreadableError("the second cannot be read", "Leave it out")
    return number


@dataclass(frozen=True, kw_only=True)
class Lives:
    """A stage whose worker is ended by a signal in the middle of one record, so many times."""

    folder: str
    victim: int
    signal: int
    times: int = 1

    def __call__(self, number: int) -> int:
        deaths = len(os.listdir(self.folder))
        if number == self.victim and deaths < self.times:
            Path(self.folder, str(deaths)).touch()
            os.kill(os.getpid(), self.signal)
            time.sleep(60)
        return number


def test_results_come_in_the_order_of_the_records(engine: str) -> None:
    assert list(run(double, range(100), engine=engine)) == [2 * number for number in range(100)]


def test_no_records_give_no_results(engine: str) -> None:
    assert list(run(double, [], engine=engine)) == []


def test_records_may_come_from_a_generator(engine: str) -> None:
    def numbers() -> Iterator[int]:
        yield from (1, 2, 3)

    assert list(run(double, numbers(), engine=engine)) == [2, 4, 6]


def test_progress_is_told_after_every_record(engine: str) -> None:
    told: list[int] = []
    assert list(run(double, [5, 6, 7], engine=engine, progress=told.append)) == [10, 12, 14]
    assert told == [1, 2, 3]


def test_what_a_stage_raises_comes_out_with_its_words(engine: str) -> None:
    with pytest.raises(UnreadableError, match="Leave it out"):
        list(run(refuse, [1, 2, 3], engine=engine))


@pytest.mark.parametrize("signal", [SIGKILL, SIGTERM])
def test_a_worker_ended_in_the_middle_costs_one_record_at_most_and_progress_goes_on(
    engine: str, signal: int, tmp_path: Path
) -> None:
    if engine == "local":
        pytest.skip("there is one process")
    told: list[int] = []
    lives = Lives(folder=str(tmp_path), victim=3, signal=signal)
    found = list(run(lives, range(8), engine=engine, progress=told.append, instead=lambda record, reason: -record))
    assert [abs(number) for number in found] == list(range(8))
    assert [number for number in found if number < 0] in ([], [-3])
    assert told == list(range(1, 9))


def test_a_record_that_ends_every_worker_is_lost_alone(engine: str, tmp_path: Path) -> None:
    if engine == "local":
        pytest.skip("there is one process")
    lives = Lives(folder=str(tmp_path), victim=1, signal=SIGKILL, times=100)
    assert list(run(lives, range(4), engine=engine, instead=lambda record, reason: -record)) == [0, -1, 2, 3]
    with pytest.raises(EngineError, match="a record was lost: its worker process"):
        list(run(lives, [1], engine=engine))


def test_nothing_is_kept_between_two_runs(engine: str) -> None:
    assert list(run(double, [1], engine=engine)) == list(run(double, [1], engine=engine))


def backwards(stage: Callable[[Any], Any], records: Iterable[Any]) -> Iterator[Any]:
    """An engine as another package may bring it."""
    done = {number: stage(number) for number in reversed(list(records))}
    return (done[number] for number in sorted(done))


def test_another_package_may_bring_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "find_plugins", {plugins.ENGINES: {"backwards": backwards}}.get)
    assert choose("backwards", characters=1) == "backwards"
    assert list(run(double, [1, 2, 3], engine="backwards")) == [2, 4, 6]
    with pytest.raises(SettingsError, match="local, pool, dask, backwards"):
        choose("forwards", characters=1)
