"""Are numbers, hedges, ranges and units put together as a reader puts them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.quantities import Quantity, read_quantities
from tracker.model import INF


def only(text: str) -> Quantity:
    (found,) = (quantity for quantity in read_quantities(text) if not quantity.role)
    return found


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "bound"),
    [
        ("at least 24 were hurt", "at least 24", 24, INF, "at_least"),
        ("between 15 and 20 men", "between 15 and 20", 15, 20, "range"),
        ("15-20 men", "15-20", 15, 20, "range"),
        ("15 to 20 million people", "15 to 20 million", 15e6, 20e6, "range"),
        ("two or three men", "two or three", 2, 3, "range"),
        ("about 15 to 20 men", "about 15 to 20", 15, 20, "range"),
        ("dozens were hurt", "dozens", 12, 99, "vague"),
        ("more than dozens were hurt", "more than dozens", 12, INF, "at_least"),
        ("at least several hundred homes", "at least several hundred", 300, INF, "at_least"),
        ("$3 billion to $5 billion", "$3 billion to $5 billion", 3e9, 5e9, "range"),
        ("another 27 were hurt", "another 27", 27, 27, "exact"),
        ("saw one of the gunmen", "one", 1, 1, "exact"),
    ],
)
def test_interval(text: str, words: str, low: float, high: float, bound: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.low, found.high, found.bound) == (words, low, high, bound)


@pytest.mark.parametrize(
    ("text", "value", "first"),
    [
        ("the toll rose from 41 to 45", 45, 41),
        ("the toll fell from 45 to 41", 41, 45),
        ("it rose to 45 from 41", 45, None),
        ("it is 45, up from 41", 45, None),
    ],
)
def test_change(text: str, value: float, first: float | None) -> None:
    found = only(text)
    assert (found.value, found.first, found.bound) == (value, first, "exact")


def test_a_step_and_where_it_led_are_two_numbers() -> None:
    assert [found.value for found in read_quantities("it fell 3 per cent to 210")] == [3, 210]


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [("21 of 49 drones", 21, 49), ("21 out of 49 drones", 21, 49), ("seven of the eight towers", 7, 8)],
)
def test_of_total(text: str, value: float, whole: float) -> None:
    found = only(text)
    assert (found.value, found.of_total) == (value, whole)


def test_one_in_three_is_a_share() -> None:
    found = only("one in three homes")
    assert found.fraction
    assert found.value == pytest.approx(1 / 3)


def test_a_list_of_ages_is_ages() -> None:
    assert [found.unit.kind for found in read_quantities("boys ages 13, 17 and 19 were hurt")] == ["age"] * 3


def test_units_are_shared_within_a_range() -> None:
    assert only("15 to 20 miles").unit.name == "mile"


@given(st.text(alphabet="0123456789 ,.-–/:$%abcdemnortuwy", max_size=60))
def test_any_text_gives_ordered_intervals(text: str) -> None:
    for found in read_quantities(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= len(text)
        assert found.low <= found.high
