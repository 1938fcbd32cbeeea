import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import INF, Position
from tracker.report.charts import WIDTH, plot
from tracker.report.incident_pages import Plot


def drawn(*intervals: tuple[float, float, float], clashing: frozenset[str] = frozenset()) -> Plot:
    plain = Position(
        position_id="", incident_id="i", measure="killed", scope="total", source_name="", low=0, best=0, high=0
    )
    positions = [
        replace(plain, position_id=f"p{i}", source_name=f"source {i}", low=low, best=best, high=high)
        for i, (low, best, high) in enumerate(intervals)
    ]
    return plot(positions, anchor="plt-a", title="killed", incident="A fire", clashing=clashing)


def test_the_larger_number_lies_further_right_and_higher_up() -> None:
    high, low = drawn((10, 10, 10), (30, 30, 30)).lanes
    assert (high.name, low.name) == ("source 1", "source 0")
    assert high.x_best > low.x_best
    assert high.y < low.y


def test_an_open_end_is_an_arrow_to_the_edge() -> None:
    lane = drawn((24, 24, INF), (30, 30, 30)).lanes[1]
    assert lane.open_above
    assert lane.x_high > max(each.x_best for each in drawn((24, 24, INF), (30, 30, 30)).lanes)
    assert lane.value == "at least 24"


def test_an_axis_of_equal_steps_begins_at_nought() -> None:
    found = drawn((10, 10, 10), (30, 30, 30))
    assert [tick.label for tick in found.ticks] == ["0", "10", "20", "30"]
    assert found.note == ""


def test_numbers_far_apart_get_a_logarithmic_axis_that_says_so() -> None:
    found = drawn((1, 1, 1), (740, 740, 740))
    assert found.note == "logarithmic scale"
    assert [tick.label for tick in found.ticks] == ["1", "10", "100", "740"]


def test_the_drawing_can_be_read_out() -> None:
    assert drawn((1, 1, 1), (74, 74, 74)).description == "A fire. source 1 74; source 0 1."


def test_only_what_is_in_conflict_is_a_diamond() -> None:
    assert [lane.clash for lane in drawn((1, 1, 1), (9, 9, 9), clashing=frozenset({"p1"})).lanes] == [True, False]


@pytest.mark.parametrize("interval", [(0, 0, 0), (5, 5, 5), (INF, INF, INF), (0, 10, 10), (-4, -4, -4)])
def test_two_sources_that_agree_can_be_drawn(interval: tuple[float, float, float]) -> None:
    assert len(drawn(interval, interval).lanes) == 2


NUMBERS = st.floats(0, 1e12, allow_nan=False) | st.integers(0, 1000).map(float)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS | st.just(INF)), min_size=2, max_size=6))
def test_every_mark_lies_inside_the_drawing_and_in_order(numbers: list[tuple[float, float, float]]) -> None:
    found = drawn(*(tuple(sorted(each)) for each in numbers))  # type: ignore[arg-type]
    for lane in found.lanes:
        assert -1 <= lane.x_low <= lane.x_best <= lane.x_high <= WIDTH + 1
        assert 0 < lane.y < found.axis_y < found.height
    assert all(math.isfinite(tick.x) and -1 <= tick.x <= WIDTH for tick in found.ticks)
    assert 1 <= len(found.ticks) <= 12
