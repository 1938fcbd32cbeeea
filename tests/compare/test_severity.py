"""Severity: between nothing and one, and never lower for more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import RECORD, RUSSIA, UKRAINE, conflicts, count, rows, said
from tracker.compare.severity import severity, standing
from tracker.lexicon import read_lexicon

shares = st.floats(0, 1)
origins = st.integers(1, 1000)
KINDS = read_lexicon("tallies")["answerable"].keys()


@given(shares, origins, origins, shares, shares, shares)
def test_bounded_and_symmetric(gap, left, right, one, other, certainty):
    found = severity(
        gap=gap,
        left_independent=left,
        right_independent=right,
        left_standing=one,
        right_standing=other,
        certainty=certainty,
    )
    mirrored = severity(
        gap=gap,
        left_independent=right,
        right_independent=left,
        left_standing=other,
        right_standing=one,
        certainty=certainty,
    )
    assert 0 <= found <= 1
    assert found == mirrored


SHARES = ("gap", "left_standing", "right_standing", "certainty")
FACTORS = st.fixed_dictionaries(
    dict.fromkeys(SHARES, shares) | {"left_independent": origins, "right_independent": origins}
)


@given(FACTORS, FACTORS)
def test_monotone(one, other):
    """Whatever is raised, and however many at once, the whole never falls."""
    less = {name: min(one[name], other[name]) for name in one}
    more = {name: max(one[name], other[name]) for name in one}
    assert severity(**less) <= severity(**one) <= severity(**more)


@given(st.lists(st.sampled_from(sorted(KINDS)), min_size=1), st.sampled_from(sorted(KINDS)))
def test_another_source_never_lowers_a_side(kinds, joining):
    assert 0 < standing(kinds) <= standing([*kinds, joining]) <= 1


def test_a_kind_nobody_lists_counts_as_unnamed():
    assert standing(["oracle"]) == standing(["unnamed"]) < standing(["oracle", "person"])


def test_a_ministry_and_the_list_that_contradicts_it_stand_alike():
    assert standing(["official"]) == standing(["document"])


def test_a_named_side_is_read_before_an_unnamed_one():
    one = said(count(10), **RUSSIA)
    nobody = said(count(30), source_name="a source", source_kind="unnamed")
    assert conflicts(one, nobody)[0].severity < conflicts(one, said(count(30), **RECORD))[0].severity


@pytest.mark.parametrize(("near", "far"), [(30, 60), (20, 21)])
def test_a_wider_gap_is_read_first(near, far):
    one = said(count(10), **RUSSIA)
    (less,), (more,) = (conflicts(one, said(count(other), **UKRAINE)) for other in (near, far))
    assert less.severity < more.severity


def test_more_independent_sources_are_read_first():
    single = conflicts(said(count(1), **RUSSIA), said(count(74), **RECORD))
    moscow = [said(count(1), **RUSSIA, text=f"told by {outlet}") for outlet in "abc"]
    record = [said(count(74), **RECORD, text=f"seen by {outlet}") for outlet in "abc"]
    assert conflicts(*moscow, *record)[0].severity > single[0].severity


def test_only_alarms_have_a_severity():
    assert [row.severity for row in rows(said(count(1), **RUSSIA), said(count(1), **RECORD))] == [0.0]


def test_an_uncertain_grouping_weighs_less():
    told = said(count(1), **RUSSIA), said(count(74), **RECORD)
    assert conflicts(*told, confidence=0.5)[0].severity < conflicts(*told)[0].severity
