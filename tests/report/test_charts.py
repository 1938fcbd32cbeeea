import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model import INF
from tracker.report.chart_pages import SourcePlot
from tracker.report.charts import SMALL_WIDTH, WIDTH, Number, beside, by_source, shortened


def number(low: float, high: float | None = None, *, source: str = "mayor", **more: object) -> Number:
    return Number(source=source, value="", low=low, best=low, high=low if high is None else high, **more)  # type: ignore[arg-type]


def drawn(*numbers: Number) -> SourcePlot:
    return by_source(numbers, anchor="plt-a", title="killed", incident="A fire")


def test_the_larger_number_lies_further_right_and_higher_up() -> None:
    high, low = drawn(number(10, source="police"), number(30)).lanes
    assert (high.name, low.name) == ("mayor", "police")
    assert high.x_best > low.x_best
    assert high.y < low.y


def test_an_open_end_is_an_arrow_to_the_edge() -> None:
    lane = drawn(number(24, INF), number(30, source="police")).lanes[1]
    assert lane.open_above
    assert lane.x_high > WIDTH - 10
    assert lane.value == "at least 24"


def test_the_drawing_can_be_read_out_and_read_as_a_table() -> None:
    found = drawn(number(1), number(74, source="roster", clash=True, said="2024-05-03", claim_anchor="clm-a"))
    assert found.description == "A fire. roster 74; mayor 1."
    row = found.rows[0]
    assert (row.source, row.value, row.said, row.state, row.claim_anchor) == (
        "roster", "74", "3 May 2024", "in conflict", "clm-a",
    )  # fmt: skip


def test_what_is_in_conflict_or_denied_looks_so() -> None:
    one, other = drawn(number(9, clash=True), number(1, hollow=True, past=True)).lanes
    assert (one.clash, one.hollow, other.clash, other.hollow) == (True, False, False, True)
    assert drawn(number(1, hollow=True, past=True)).rows[0].state == "denied or doubted, replaced later"


def test_a_far_axis_says_that_it_is_logarithmic() -> None:
    assert drawn(number(1), number(740)).note == "logarithmic scale"
    assert drawn(number(10), number(30)).note == ""


def test_two_ranges_lie_above_each_other_on_one_scale() -> None:
    found = beside(number(74), number(1, 4))
    upper, lower = found.marks
    assert upper.y < lower.y
    assert lower.x_low < lower.x_high < upper.x_best
    assert found.title == "The numbers each side allows: 74 and 1 to 4"


@pytest.mark.parametrize("interval", [(0, 0), (5, 5), (INF, INF), (0, 10), (-4, -4)])
def test_two_sources_that_agree_can_be_drawn(interval: tuple[float, float]) -> None:
    assert len(drawn(number(*interval), number(*interval)).lanes) == 2
    assert len(beside(number(*interval), number(*interval)).marks) == 2


def test_a_long_name_is_cut() -> None:
    assert shortened("a" * 40, 10) == "a" * 9 + "…"
    assert shortened("a" * 10, 10) == "a" * 10


NUMBERS = st.floats(0, 1e12, allow_nan=False) | st.integers(0, 1000).map(float)
INTERVALS = st.tuples(NUMBERS, NUMBERS | st.just(INF)).map(sorted)


@given(st.lists(INTERVALS, min_size=2, max_size=6))
def test_every_mark_lies_inside_the_drawing_and_in_order(intervals: list[list[float]]) -> None:
    numbers = [number(low, high) for low, high in intervals]
    found = drawn(*numbers)
    for lane in found.lanes:
        assert 0 <= lane.x_low <= lane.x_best <= lane.x_high <= WIDTH
        assert 0 < lane.y < found.axis_y < found.height
    for mark in beside(*numbers[:2]).marks:
        assert 0 <= mark.x_low <= mark.x_best <= mark.x_high <= SMALL_WIDTH
