"""An incident's low, best and high."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import MEDICS, POLICE, RECORD, RUSSIA, UKRAINE, at_least, compare, count, said
from tracker.compare import tally
from tracker.model import INF

LATER = {"said_at": "2024-03-17"}


def tallied(*told):
    return {each.measure: (each.low, each.best, each.high) for each in tally(compare(*told).positions)}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([said(count(24), **POLICE), said(count(24), **MEDICS)], (24, 24, 24), id="all agree"),
        pytest.param([said(count(1), **RUSSIA), said(count(74), **RECORD)], (1, 1, 74), id="two ends"),
        pytest.param([said(at_least(24), **POLICE), said(count(30), **MEDICS)], (24, 24, 30), id="open above"),
        pytest.param([said(at_least(24), **POLICE)], (24, 24, 24), id="a lower bound alone"),
        pytest.param(
            [said(count(20, INF, text="more than 20"), **POLICE), said(count(27), **MEDICS)],
            (27, 27, 27),
            id="more than 20 beside a number it allows",
        ),
        pytest.param(
            [said(count(20, INF, text="more than 20"), **POLICE), said(count(9), **MEDICS)],
            (9, 9, 20),
            id="more than 20 beside a number it does not allow",
        ),
        pytest.param([said(count(21, 27, bound="about", best=24), **POLICE)], (24, 24, 24), id="a rounded number"),
        pytest.param([said(count(8, 10, bound="range"), **POLICE), said(count(9), **MEDICS)], (8, 8, 10), id="a range"),
        pytest.param(
            [said(count(0, 20, bound="at_most", best=20), **POLICE), said(count(14), **MEDICS)],
            (14, 14, 20),
            id="up to 20 sets no low",
        ),
        pytest.param([said(count(0, 20, bound="at_most", best=20), **POLICE)], (20, 20, 20), id="up to 20 alone"),
        pytest.param(
            [said(count(12, 99, bound="vague", best=24), **POLICE)], (12, 24, 24), id="dozens: one dozen or two"
        ),
        pytest.param(
            [said(count(12, 99, bound="vague", best=24), **POLICE), said(count(45), **MEDICS)],
            (45, 45, 45),
            id="dozens beside a number it allows",
        ),
        pytest.param(
            [said(count(12, 99, bound="vague", best=24), **POLICE), said(count(7), **MEDICS)],
            (7, 7, 24),
            id="dozens beside a number it does not allow",
        ),
        pytest.param(
            [said(count(5), text="Initially five were said to be dead", **POLICE), said(count(9), **MEDICS)],
            (9, 9, 9),
            id="a first report is left behind",
        ),
        pytest.param(
            [said(count(9), text="Initially nine were said to be dead", **POLICE), said(count(5), **MEDICS)],
            (5, 5, 9),
            id="a first report that was higher stays",
        ),
        pytest.param([said(count(18), **POLICE), said(count(24), **MEDICS, **LATER)], (24, 24, 24), id="carried on"),
        pytest.param(
            [said(count(18), **RUSSIA), said(count(24), **UKRAINE, **LATER)], (18, 24, 24), id="opposed sides stay"
        ),
        pytest.param(
            [said(count(9), **POLICE), said(count(9), **MEDICS), said(count(11), **RUSSIA)],
            (9, 9, 11),
            id="most backed",
        ),
        pytest.param(
            [said(count(45), **POLICE), said(count(19, scope="part"), **MEDICS)], (45, 45, 45), id="parts stay out"
        ),
    ],
)
def test_tallies(told, expected):
    assert tallied(*told) == {"killed": expected}


def test_things_are_not_added_up():
    assert tallied(said(count(12, measure="damaged", counted="homes"), **POLICE)) == {}


def test_the_rule_says_what_was_left_out():
    (found,) = tally(compare(said(count(18), **POLICE), said(count(24), **MEDICS, **LATER)).positions)
    assert "1 left out" in found.rule
    assert found.n_positions == 1


sources = st.lists(
    st.tuples(st.integers(0, 90), st.booleans(), st.sampled_from(["", "Russia", "Ukraine"]), st.integers(10, 20)),
    min_size=1,
)


@given(sources)
def test_bounds_never_cross_and_order_does_not_matter(given_figures):
    told = [
        said(
            at_least(number) if open_above else count(number),
            source_name=f"source {n}",
            party=party,
            said_at=f"2024-03-{day}",
        )
        for n, (number, open_above, party, day) in enumerate(given_figures)
    ]
    for source in told:
        assert source.claim.source_name
    found = compare(*told).positions
    assert tally(found) == tally(found[::-1])
    assert all(each.low <= each.best <= each.high for each in tally(found))
