"""Findings become rows: one a dispute, in a fixed order, under an id that stays."""

from tests.compare.told import said
from tracker.compare.case import Case, Finding, Side
from tracker.compare.discrepancies import one_row_a_dispute, write_rows
from tracker.model import Incident

ONE, OTHER, THIRD = (
    said(text=text, source_name=text, source_kind="official").claim for text in ("one", "other", "third")
)
CASE = Case(incident=Incident(incident_id="inc-a", label=""))


def side(*claims):
    return Side(claims=claims, value="v", key="|".join(claim.source_name for claim in claims))


def finding(kind, left, right, relation="conflict"):
    return Finding(kind=kind, relation=relation, left=left, right=right, reason="r.", gap=0.5)


def test_a_quarrel_told_by_two_rules_is_one_row():
    first = finding("responsibility", side(ONE), side(OTHER))
    again = finding("cause", side(OTHER), side(ONE))
    another = finding("cause", side(ONE), side(THIRD))
    number = finding("figure", side(ONE), side(OTHER))
    assert list(one_row_a_dispute([first, again, another, number])) == [first, another, number]


def test_the_same_id_whichever_side_comes_first():
    (one,) = write_rows(CASE, [finding("figure", side(ONE), side(OTHER))])
    (other,) = write_rows(CASE, [finding("figure", side(OTHER), side(ONE))])
    assert one == other


def test_the_better_backed_side_comes_first_but_an_update_keeps_its_order():
    (row,) = write_rows(CASE, [finding("figure", side(ONE), side(OTHER, THIRD))])
    assert (row.left_independent, row.right_independent) == (2, 1)
    (row,) = write_rows(CASE, [finding("figure", side(ONE), side(OTHER, THIRD), "update")])
    assert (row.left_independent, row.right_independent) == (1, 2)


def test_a_finding_told_twice_is_one_row():
    twice = [finding("figure", side(ONE), side(OTHER))] * 2
    assert len(list(write_rows(CASE, twice))) == 1
