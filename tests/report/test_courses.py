from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.report.test_charts import number
from tracker.model import INF
from tracker.report.chart_pages import CoursePlot
from tracker.report.charts import WIDTH, Number
from tracker.report.courses import LANES, over_time


def drawn(*lanes: list[Number]) -> CoursePlot:
    found = over_time(lanes, anchor="plt-a", title="killed", incident="A flood")
    assert found is not None
    return found


def on(day: int, low: float, high: float | None = None, **more: object) -> Number:
    return number(low, high, said=f"2024-04-{day:02}", **more)


def test_numbers_of_one_day_have_no_course() -> None:
    assert over_time([[on(21, 3)], [on(21, 9)]], anchor="a", title="killed", incident="A flood") is None
    assert over_time([[number(3)], [on(21, 9)]], anchor="a", title="killed", incident="A flood") is None


def test_time_runs_to_the_right_and_more_lies_higher() -> None:
    (lane,) = drawn([on(21, 12, past=True), on(23, 19)]).lanes
    first, last = lane.points
    assert first.x < last.x
    assert first.y > last.y
    assert (first.past, last.past) == (True, False)


def test_a_revision_is_a_step_and_what_holds_runs_on() -> None:
    (lane,) = drawn([on(21, 12, past=True), on(23, 19)]).lanes
    first, last = lane.points
    assert lane.past == f"M{first.x:g} {first.y:g}H{last.x:g}V{last.y:g}"
    assert lane.standing.startswith(f"M{last.x:g} {last.y:g}H")


def test_what_another_source_has_replaced_does_not_run_on() -> None:
    lanes = drawn([on(21, 12, past=True)], [on(23, 19, source="police")]).lanes
    assert [bool(lane.standing) for lane in lanes] == [False, True]


def test_an_open_end_is_an_arrow_above_the_strip() -> None:
    (lane,) = drawn([on(21, 12, INF), on(23, 19)]).lanes
    assert lane.points[0].open_above
    assert lane.points[0].y_high < lane.y_top


def test_words_without_a_number_are_given_none() -> None:
    (lane,) = drawn([on(21, 24, 99, vague=True), on(23, 30, 40)]).lanes
    assert [point.label for point in lane.points] == ["24 to 99", "30"]


def test_a_denied_number_is_hollow_and_one_in_conflict_a_diamond() -> None:
    (lane,) = drawn([on(21, 12, hollow=True), on(23, 19, clash=True)]).lanes
    assert [(point.hollow, point.clash) for point in lane.points] == [(True, False), (False, True)]


def test_numbers_of_one_hour_stand_beside_each_other() -> None:
    (lane,) = drawn([on(21, 12), on(21, 14), on(23, 19)]).lanes
    assert lane.points[0].x < lane.points[1].x


def test_the_hour_counts_where_it_is_known() -> None:
    noon = replace(on(21, 12), said="2024-04-21T12:00:00+03:00")
    early, late = drawn([on(21, 12), on(22, 9)], [noon]).lanes
    assert early.points[0].x < late.points[0].x < early.points[1].x


def test_more_lanes_than_a_screen_holds_are_left_to_the_table() -> None:
    found = drawn(*([on(20 + i % 2, i, source=f"s{i}")] for i in range(LANES + 3)))
    assert (len(found.lanes), found.more, len(found.rows)) == (LANES, 3, LANES + 3)


def test_days_are_marked_and_the_year_only_where_it_matters() -> None:
    assert [tick.label for tick in drawn([on(21, 1), on(23, 2)]).ticks] == ["21 Apr", "22 Apr", "23 Apr"]
    later = replace(on(21, 2), said="2026-04-21")
    assert [tick.label for tick in drawn([on(21, 1), later]).ticks][-1] == "21 Apr 2026"


DAYS = st.dates().map(lambda day: day.isoformat()) | st.just("") | st.just("2024-04-21T10:30:00")
LANE = st.lists(st.tuples(DAYS, st.integers(0, 5000), st.booleans()), min_size=1, max_size=6)


@given(st.lists(LANE, min_size=1, max_size=4))
def test_every_point_lies_inside_the_drawing(lanes: list[list[tuple[str, int, bool]]]) -> None:
    numbers = [
        [replace(number(low, INF if opened else low), said=day) for day, low, opened in sorted(lane)] for lane in lanes
    ]
    found = over_time(numbers, anchor="plt-a", title="killed", incident="A flood")
    for lane in found.lanes if found else ():
        assert 0 < lane.text_y < lane.y_top < lane.y_base <= (found.axis_y if found else 0)
        for point in lane.points:
            assert 0 < point.x <= WIDTH
            assert lane.text_y - 20 < point.y_high <= point.y <= point.y_low <= lane.y_base
