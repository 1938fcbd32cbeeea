"""Severity: between nothing and one, and never lower for more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import RECORD, RUSSIA, UKRAINE, conflicts, count, rows, said
from tracker.compare.severity import severity

shares = st.floats(0, 1)
origins = st.integers(1, 1000)


@given(shares, shares, origins, origins, shares)
def test_bounded_and_symmetric(gap, other, left, right, certainty):
    found = severity(gap=gap, left_independent=left, right_independent=right, certainty=certainty)
    assert 0 <= found <= 1
    assert found == severity(gap=gap, left_independent=right, right_independent=left, certainty=certainty)


@given(shares, shares, origins, origins, origins, shares, shares)
def test_monotone(gap, wider, left, right, more, certainty, surer):
    base = severity(
        gap=min(gap, wider), left_independent=left, right_independent=right, certainty=min(certainty, surer)
    )
    raised = severity(
        gap=max(gap, wider),
        left_independent=left + more,
        right_independent=right + more,
        certainty=max(certainty, surer),
    )
    assert base <= raised


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
