"""Findings become rows: one a dispute, in a fixed order, under an id that stays."""

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import MEDICS, POLICE, RECORD, RUSSIA, UKRAINE, conflicts, count, said
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


VOICES = ({}, POLICE, MEDICS, RECORD, RUSSIA, UKRAINE, {"source_name": "a witness", "source_kind": "witness"})
MORE = st.lists(
    st.tuples(st.sampled_from(VOICES), st.sampled_from((30, 90)), st.sampled_from(("2024-03-15", "2024-03-16"))),
    max_size=4,
)


@given(MORE)
def test_a_conflict_of_numbers_keeps_its_id_when_others_repeat_a_side(more):
    dispute = said(count(30), **RUSSIA), said(count(90), **UKRAINE)
    (first,) = conflicts(*dispute)
    repeats = [said(count(best), **voice, said_at=day, text=f"told {at}") for at, (voice, best, day) in enumerate(more)]
    repeats = [each for each in repeats if each.claim.party not in {"Russia", "Ukraine"}]
    assert first.discrepancy_id in {row.discrepancy_id for row in conflicts(*dispute, *repeats)}


@given(
    st.lists(st.tuples(st.sampled_from((POLICE, MEDICS, RECORD)), st.sampled_from(("Russia", "Ukraine"))), max_size=3)
)
def test_a_dispute_over_who_did_it_keeps_its_id_when_others_side_with_one(more):
    dispute = [said(accounts=[("agent", blamed)], **by) for by, blamed in ((RUSSIA, "Ukraine"), (UKRAINE, "Russia"))]
    (first,) = conflicts(*dispute)
    joining = [said(accounts=[("agent", blamed)], **by, text=f"told {at}") for at, (by, blamed) in enumerate(more)]
    assert first.discrepancy_id in {row.discrepancy_id for row in conflicts(*dispute, *joining)}


def test_other_numbers_are_another_conflict():
    moscow = said(count(30), **RUSSIA)
    (one,), (other,) = (conflicts(moscow, said(count(best), **UKRAINE)) for best in (90, 95))
    assert one.discrepancy_id != other.discrepancy_id
