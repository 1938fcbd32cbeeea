from dataclasses import replace

from tests.factory import claim, killed
from tests.report.scene import CROWD, SCENE
from tests.report.test_holdings import INCIDENT, pair, position
from tracker.report.drawings import drawings, lane, number_of
from tracker.report.holdings import holdings, spreads
from tracker.report.index import Index
from tracker.tables import Tables

EARLY = claim("12 dead", incident_id="inc-a", source_name="radio", said_at="2024-03-15")
LATE = claim("19 dead", incident_id="inc-a", source_name="radio", said_at="2024-03-16")
OTHER = claim("30 dead", incident_id="inc-a", source_name="police", said_at="2024-03-16", stance="doubts")
TWELVE, NINETEEN, THIRTY = killed(12, of=EARLY), killed(19, of=LATE), killed(30, of=OTHER)
TABLES = Tables(
    claims=(EARLY, LATE, OTHER),
    figures=(TWELVE, NINETEEN, THIRTY),
    incidents=(INCIDENT,),
    positions=(position("a", EARLY, NINETEEN, LATE), position("b", OTHER, THIRTY)),
    discrepancies=(pair(NINETEEN, THIRTY, "conflict"),),
)


def groups(tables: Tables) -> tuple[Index, list[tuple[str, list[object]]]]:
    index = Index(tables)
    held = holdings(index, INCIDENT)
    return index, [("killed", group) for _, found in spreads(index, INCIDENT, held) for group in found]  # type: ignore[misc]


def test_numbers_of_several_days_are_drawn_over_time() -> None:
    index, found = groups(TABLES)
    (course,), plots = drawings(index, INCIDENT, found)  # type: ignore[arg-type]
    assert plots == ()
    points = {each.name: each.points for each in course.lanes}
    assert [point.past for point in points["radio"]] == [True, False]
    assert [point.clash for point in points["radio"]] == [False, True]
    assert points["police"][0].hollow


def test_numbers_of_one_day_are_drawn_by_source() -> None:
    one_day = replace(TABLES, claims=tuple(replace(each, said_at="2024-03-15") for each in TABLES.claims))
    index, found = groups(one_day)
    courses, (plot,) = drawings(index, INCIDENT, found)  # type: ignore[arg-type]
    assert courses == ()
    assert [each.value for each in plot.lanes] == ["30", "19"]


def test_one_figure_in_many_outlets_on_one_day_is_one_number() -> None:
    again = claim("19 dead", incident_id="inc-a", source_name="radio", said_at="2024-03-16", article_id="art-b")
    repeated = killed(19, of=again)
    rows = replace(
        TABLES,
        claims=(*TABLES.claims, again),
        figures=(*TABLES.figures, repeated),
        positions=(position("a", EARLY, NINETEEN, LATE, again), TABLES.positions[1]),
    )
    index = Index(rows)
    numbers = lane(index, next(each for each in holdings(index, INCIDENT) if each.position.position_id == "pos-a"))
    assert [(each.value, each.past) for each in numbers] == [("12", True), ("19", False)]


def test_what_only_one_source_says_is_not_drawn() -> None:
    index, found = groups(replace(TABLES, positions=TABLES.positions[:1]))
    assert drawings(index, INCIDENT, found) == ((), ())  # type: ignore[arg-type]


def test_what_all_agree_on_is_not_drawn() -> None:
    same = tuple(replace(each, low=19, best=19, high=19) for each in TABLES.figures)
    held = tuple(replace(each, low=19, best=19, high=19) for each in TABLES.positions)
    index, found = groups(replace(TABLES, figures=same, positions=held))
    assert drawings(index, INCIDENT, found) == ((), ())  # type: ignore[arg-type]


def test_a_position_without_its_figures_is_drawn_from_itself() -> None:
    index, found = groups(replace(TABLES, figures=(), discrepancies=()))
    numbers = [lane(index, each) for _, group in found for each in group]  # type: ignore[arg-type]
    assert sorted([each.low for each in drawn] for drawn in numbers) == [[19], [30]]


def test_a_figure_that_is_not_there_is_no_number() -> None:
    index = Index(SCENE)
    assert number_of(index, "police", "fig-none") is None
    found = number_of(index, "police", CROWD.figure.figure_id if CROWD.figure else "")
    assert found is not None
    assert (found.value, found.hollow) == ("20,000", False)
