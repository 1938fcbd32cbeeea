"""Figures that can both hold, and properties of every pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import MEDICS, POLICE, RUSSIA, UKRAINE, at_least, count, relations, rows, said
from tracker.model import INF

LATER = {"said_at": "2024-03-16"}

figures = st.tuples(st.integers(0, 300), st.sampled_from(["exact", "at_least", "at_most", "about"]))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (at_least(36), at_least(36), "agree"),
        (count(100, 100), count(90, 110, best=100, bound="about"), "agree"),
        (at_least(11), count(11), "compatible"),
        (at_least(100), at_least(128), "compatible"),
        (at_least(36), at_least(40), "update"),
        (count(0, 30, best=30, bound="at_most"), count(24), "compatible"),
        (count(24, 99, bound="vague"), count(43), "compatible"),
    ],
)
def test_overlapping(one, other, relation):
    (row,) = rows(said(one, **POLICE), said(other, **MEDICS, **LATER))
    assert (row.relation, row.rule) == (relation, "overlap")


def test_two_lower_bounds_of_opposed_sides_are_no_update():
    assert relations(said(at_least(36), **RUSSIA), said(at_least(40), **UKRAINE, **LATER)) == ["compatible"]


def _told(figure, **who):
    number, bound = figure
    ends = {"exact": (number, number), "at_least": (number, INF), "at_most": (0, number)}
    low, high = ends.get(bound, (number * 0.9, number * 1.1))
    return said(count(low, high, best=number, bound=bound, text=f"{bound} {number}"), **who)


@given(figures, figures)
def test_overlapping_intervals_never_conflict_and_disjoint_ones_never_agree(one, other):
    left, right = _told(one, **POLICE), _told(other, **MEDICS)
    first, second = left.figures[0], right.figures[0]
    apart = max(first.low, second.low) > min(first.high, second.high)
    found = relations(left, right)
    assert found == relations(right, left)
    assert all((relation in {"agree", "compatible"}) <= (not apart) for relation in found)
    assert ("conflict" in found) <= apart


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            count(0, 400, best=400, bound="at_most", text="up to 400"),
            count(63),
            "“up to 400” only sets an upper limit: 63",
        ),
        (at_least(20), count(24), "“at least 20” only sets a lower limit: 24"),
        (count(24, 99, bound="vague", text="dozens"), count(43), "one is vaguer: 43"),
    ],
)
def test_why_both_can_hold(one, other, why):
    (row,) = rows(said(one, **POLICE), said(other, **MEDICS))
    assert why in row.reason


def test_several_disputes_no_greater_number_but_that_of_the_other_side():
    several = count(3, 9, best=3, bound="vague", text="several")
    (row,) = rows(said(several, **POLICE), said(count(20), **MEDICS))
    assert (row.relation, row.rule) == ("compatible", "overlap")
    assert "“several” is a rough word" in row.reason
    assert relations(said(several, **POLICE), said(count(2), **MEDICS)) == ["conflict"]
    assert relations(said(several, **RUSSIA), said(count(20), **UKRAINE)) == ["conflict"]
