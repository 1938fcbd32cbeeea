"""What runs wrote down is folded to one alteration each row, of those that a reader would miss."""

import json

from tracker.difference import fold
from tracker.model import Alteration

STOOD = {"figure_id": "fig-a", "claim_id": "clm-a", "article_id": "art-a", "start": 0, "end": 2, "text": "12"}
STOOD |= {"measure": "killed", "low": 12, "high": 12, "best": 12, "bound": "exact", "scope": "total"}


def altered(before: dict[str, object], after: dict[str, object], run: str = "run-a") -> Alteration:
    was, now = (json.dumps(row) if row else "" for row in (before, after))
    return Alteration(
        alteration_id=f"alt-{run}", run_id=run, table="figures", row_id="fig-a", what="", before=was, after=now
    )


def test_a_row_that_is_only_of_another_incident_is_not_told() -> None:
    assert fold([altered(STOOD, STOOD | {"incident_id": "inc-a"})], ["run-a"]) == ()


def test_a_row_that_tells_otherwise_is_told_with_the_columns_that_do() -> None:
    (found,) = fold([altered(STOOD, STOOD | {"best": 13, "high": 13, "incident_id": "inc-a"})], ["run-a"])
    assert (found.what, found.columns) == ("changed", ("high", "best"))
    assert (found.before.best, found.after.best, found.after.incident_id) == (12, 13, "inc-a")


def test_a_cell_that_is_left_out_and_one_that_says_what_that_means_are_the_same() -> None:
    bare = {name: cell for name, cell in STOOD.items() if name != "scope"}
    assert fold([altered(bare, STOOD)], ["run-a"]) == ()


def test_a_row_that_came_and_went_again_is_not_told() -> None:
    assert fold([altered(STOOD, {}, "run-b"), altered({}, STOOD)], ["run-a", "run-b"]) == ()
    (found,) = fold([altered({}, STOOD)], ["run-a", "run-b"])
    assert (found.what, found.noun.text) == ("new", "12")
