"""Do hedges allow the interval their words allow?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.hedges import Hedge, find_vague, hedge_after, hedge_before, interval, is_increment
from tracker.lexicon import read_lexicon
from tracker.model import INF


def hedge(text: str) -> Hedge | None:
    """The hedge of the number that stands as N in a text."""
    at = text.index("N")
    return hedge_before(text, at) or hedge_after(text, at + 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("at least N people", "at_least"),
        ("no fewer than N", "at_least"),
        ("more than a N", "more_than"),
        ("no more than N", "at_most"),
        ("as many as N", "at_most"),
        ("fewer than N", "less_than"),
        ("nearly N", "nearly"),
        ("some N people", "about"),
        ("N or more", "at_least"),
        ("N-odd", "about"),
        ("just over N", "just_over"),
        ("at least another N", "at_least"),
    ],
)
def test_hedge(text: str, name: str) -> None:
    found = hedge(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["killed N people", "over the N years", "somebody took N", "handover N"])
def test_no_hedge(text: str) -> None:
    assert hedge(text) is None


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("at least N", 24, (24, INF)),
        ("up to N", 300, (0, 300)),
        ("nearly N", 110, (99, 110)),
        ("about N", 700, (630, 770)),
        ("about N", 3, (2, 4)),
        ("just over N", 100, (100, 110)),
    ],
)
def test_interval(text: str, value: float, expected: tuple[float, float]) -> None:
    assert interval(hedge(text) or Hedge(), value) == expected


@given(st.sampled_from(sorted(read_lexicon("hedges")["hedges"])), st.floats(min_value=0, max_value=1e9))
def test_no_interval_leaves_its_number_out(name: str, value: float) -> None:
    entry = read_lexicon("hedges")["hedges"][name]
    low, high = interval(Hedge(bound=entry["bound"], low=float(entry["low"]), high=float(entry["high"])), value)
    assert 0 <= low <= value * (1 + 1e-9)
    assert high >= value * (1 - 1e-9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dozens of people", [(12, 24, 99)]),
        ("tens of thousands", [(10_000, 20_000, 99_999)]),
        ("several hundred homes", [(300, 300, 900)]),
        ("a handful of men and a few shells", [(3, 3, 6), (2, 2, 6)]),
        ("a hundreds-strong crowd", []),
    ],
)
def test_vague(text: str, expected: list[tuple[float, float, float]]) -> None:
    assert [(found.low, found.best, found.high) for found in find_vague(text)] == expected


def test_every_hedge_and_vague_word_gives_its_reason() -> None:
    lexicon = read_lexicon("hedges")
    assert all(entry["reason"] for table in ("hedges", "vague") for entry in lexicon[table].values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("another N", True), ("N more died", True), ("an extra N", True), ("N more than before", False), ("the N", False)],
)
def test_increment(text: str, expected: bool) -> None:
    at = text.index("N")
    assert is_increment(text, at, at + 1) is expected
