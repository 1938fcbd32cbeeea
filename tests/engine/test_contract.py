"""What every engine promises. A new engine is done when this passes with its line in ``ENGINES``."""

from collections.abc import Iterator

import pytest

from tracker.engine import ENGINES, run
from tracker.errors import UnreadableError

pytestmark = pytest.mark.parametrize("engine", ENGINES)


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    if number == 2:
        raise UnreadableError("the second cannot be read", "Leave it out")
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


def test_nothing_is_kept_between_two_runs(engine: str) -> None:
    assert list(run(double, [1], engine=engine)) == list(run(double, [1], engine=engine))
