"""What is known of measures, and that the lexicon keeps its shape."""

import pytest

from tracker.compare.measures import dimension, freshness, measure_of, unit_slip
from tracker.lexicon import read_lexicon


def test_every_measure_has_a_trend_and_a_reason():
    for name, entry in read_lexicon("tallies")["measures"].items():
        measure = measure_of(name)
        assert measure.trend in {"grows", "falls", "moves", "fixed"}, name
        assert measure.counts in {"people", "things", "extent", "amount"}, name
        assert entry["why"], name


def test_every_kind_of_people_lies_within_a_kind():
    kinds = {row["name"] for row in read_lexicon("tallies")["people"]}
    assert {row["within"] for row in read_lexicon("tallies")["people"] if "within" in row} <= kinds


def test_no_noun_has_two_kinds():
    for section in ("people", "things"):
        nouns = [noun for row in read_lexicon("tallies")[section] for noun in row["nouns"]]
        assert len(nouns) == len(set(nouns))


def test_an_unknown_measure_is_a_bare_count():
    assert measure_of("knitted").counts == "amount"


@pytest.mark.parametrize(("measure", "fresher"), [("killed", 24), ("missing", 18)])
def test_freshness(measure, fresher):
    assert max((18, 24), key=lambda best: freshness(measure_of(measure), best)) == fresher


@pytest.mark.parametrize(
    ("lesser", "greater", "slip"),
    [
        (100, 160.9344, "miles"),
        (100, 247.1, "acres"),
        (3, 3000, "thousand"),
        (3, 4, ""),
        (0, 4, ""),
        (3, float("inf"), ""),
    ],
)
def test_unit_slips(lesser, greater, slip):
    assert slip in unit_slip(lesser, greater)
    assert bool(slip) == bool(unit_slip(lesser, greater))


def test_units_of_one_dimension_are_compared():
    assert dimension("acre") == dimension("hectare") == "area"
    assert dimension("euro") != dimension("dollar")
