import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import INF
from tracker.report.scales import domain, scale, ticks


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ([10, 30], (0, 30, False)),
        ([1, 740], (1, 740, True)),
        ([0, 740], (0, 740, False)),  # nought has no logarithm
        ([24, INF], (0, 24, False)),
        ([], (0, 1, False)),
        ([0, 0], (0, 1, False)),
    ],
)
def test_an_axis_begins_at_nought_unless_the_numbers_lie_too_far_apart(
    values: list[float], ends: tuple[float, float, bool]
) -> None:
    assert domain(values) == ends


@pytest.mark.parametrize(
    ("ends", "marks"),
    [
        ((0, 30, False), [0, 10, 20, 30]),
        ((1, 740, True), [1, 10, 100, 740]),
        ((0, 1, False), [0, 1]),
        ((0, 0.5, False), None),
    ],
)
def test_round_numbers_are_marked(ends: tuple[float, float, bool], marks: list[float] | None) -> None:
    assert ticks(*ends) == (marks or pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5]))


def test_the_axis_may_run_upwards() -> None:
    place = scale(0, 10, False, start=100, end=0)
    assert (place(0), place(5), place(10)) == (100, 50, 0)


def test_what_lies_outside_is_put_on_the_edge() -> None:
    place = scale(1, 100, True, start=0, end=10)
    assert (place(0), place(10), place(1e9)) == (0, 5, 10)


NUMBERS = st.floats(0, 1e12, allow_nan=False) | st.integers(0, 1000).map(float)


@given(st.lists(NUMBERS | st.just(INF), max_size=8))
def test_places_keep_the_order_of_the_numbers_and_few_are_marked(values: list[float]) -> None:
    ends = domain(values)
    place = scale(*ends, start=8, end=420)
    placed = [place(each) for each in sorted(values)]
    assert placed == sorted(placed)
    assert all(8 <= each <= 420 for each in placed)
    assert all(math.isfinite(each) for each in ticks(*ends))
    assert 1 <= len(ticks(*ends)) <= 12
