from dataclasses import replace

import pytest

from tests.report.scene import DISCREPANCIES, SCENE
from tracker.model import Discrepancy
from tracker.report.conflicts import band, conflict_rows, relation_groups
from tracker.report.index import Index

INDEX = Index(SCENE)


def others(index: Index) -> list[Discrepancy]:
    return [each for each in index.discrepancies.values() if each.relation != "conflict"]


def test_conflicts_are_rows_worst_first_with_what_they_are_about() -> None:
    rows = conflict_rows(INDEX)
    assert [(row.what, row.band) for row in rows] == [
        ("killed", "high"),
        ("cause", "high"),
        ("injured", "medium"),
        ("in the crowd", "low"),
    ]
    assert rows[0].incident == "Meridian, Port Selwyn"
    assert rows[0].incident_anchor == "inc-harbour000"
    assert rows[0].reason.startswith("Both count the dead")


def test_an_account_without_value_is_told_by_its_slot() -> None:
    cause = conflict_rows(INDEX)[1]
    assert (cause.left.value, cause.right.value) == ("engine fault", "strike")
    assert cause.kind == "evidence against a statement"


def test_the_rest_is_grouped_by_relation_and_nothing_is_lost() -> None:
    groups = relation_groups(INDEX, others(INDEX))
    assert [group.name for group in groups] == ["update", "scope", "agree"]
    assert sum(len(group.rows) for group in groups) == len(DISCREPANCIES) - 4
    assert all(row.reason and row.left_anchor and row.right_anchor for group in groups for row in group.rows)


def test_a_relation_we_have_no_word_for_comes_last_under_its_own_name() -> None:
    odd = replace(DISCREPANCIES[-1], relation="a_new_one")
    index = Index(replace(SCENE, discrepancies=(odd,)))
    assert [group.label for group in relation_groups(index, others(index))] == ["a_new_one"]


def test_a_row_tells_whose_it_is_how_much_stands_behind_it_and_how_it_is_judged() -> None:
    dead, cause, *_ = conflict_rows(INDEX)
    assert dead.parties == ("Norland",)
    assert dead.outlets == ("Daily Ledger", "Evening Post", "The Selwyn Courier")
    assert (dead.n_articles, dead.n_independent, dead.latest.iso) == (3, 3, "2024-05-03")
    assert dead.drawing is not None
    assert cause.drawing is None
    assert dead.review.state == "open"


@pytest.mark.parametrize(
    ("severity", "name"), [(1, "high"), (0.67, "high"), (0.5, "medium"), (0.2, "low"), (0, "low"), (-1, "low")]
)
def test_a_severity_is_one_of_three_words(severity: float, name: str) -> None:
    assert band(severity) == name
