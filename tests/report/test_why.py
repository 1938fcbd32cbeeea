from dataclasses import replace

from tests.report.scene import DISCREPANCIES, SCENE
from tracker.report.index import Index
from tracker.report.why import checks, settles

INDEX = Index(SCENE)
DEAD, HURT, CAUSE, CROWD = DISCREPANCIES[:4]


def told(discrepancy: object) -> dict[str, str]:
    return {check.name: check.value for check in checks(INDEX, discrepancy)}  # type: ignore[arg-type]


def test_numbers_are_set_beside_each_other_with_their_distance() -> None:
    found = told(DEAD)
    assert found["Numbers allowed"] == "74 against 1"
    assert found["How far apart"] == "73 between the nearest numbers, 74 times"
    assert found["What is counted"] == "killed, on both sides"
    assert found["Said"] == "3 May 2024 against 2–3 May 2024"
    assert found["Independent origins"] == "1 against 2"
    assert found["Same incident"] == "0.84 of 1 at the weakest link"


def test_the_distance_is_that_of_the_nearest_numbers() -> None:
    assert told(CROWD)["How far apart"].startswith("15,500 between")


def test_an_account_has_no_numbers() -> None:
    assert not {"Numbers allowed", "How far apart", "What is counted"} & told(CAUSE).keys()


def test_ranges_that_meet_are_not_apart() -> None:
    same = replace(HURT, right_figure_id=HURT.left_figure_id)
    assert "How far apart" not in told(same)


def test_every_kind_of_conflict_says_what_could_settle_it() -> None:
    assert settles(DEAD)
    assert settles(CAUSE) != settles(DEAD)
    assert settles(replace(DEAD, kind="new_kind")) == ""
