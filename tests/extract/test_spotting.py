"""Does asking for words first miss nothing that a pattern would find?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.numbers_masks import _shapes
from tracker.extract.spotting import behind_digits, needed, spelled
from tracker.extract.times import _needed, _patterns


def test_words_and_marks_of_a_text() -> None:
    assert spelled("The 3rd May: O’Clock, E-Mail 5PM") == {"the", "rd", "may", "o", "clock", "e", "mail", "pm"}
    assert behind_digits("9-11, 24/7 3rd 8") == {"-", ",", "/", " ", "r"}
    assert needed(["new year's eve", "Dr.", "at the"]) == {"year", "dr", "the"}


TEXTS = [
    *("On May 3, 2021, at 7:15 a.m.", "at 9pm GMT", "1400 hours local time", "3 o'clock", "over Memorial Day weekend"),
    *("call 555-123-4567", "mail ann@example.org", "the 2018-19 season", "in June 2019", "last month", "overnight"),
    *("the 300 block of Elm Street", "12 W. 5th Ave", "zip code 30303", "COVID-19", "No. 5", "Interstate 95"),
    *("won 3-1", "24/7", "a 4x4", "version 1.2.3", "#7", "3 / 4", "9/11", "2021-05-04", "in the 1990s", "GA 30303"),
    *("on Tuesday", "yesterday", "New Year’s Eve", "Easter Sunday", "this week", "in 2016", "the 2003 quake"),
]


@pytest.mark.parametrize("text", [*TEXTS, " and ".join(TEXTS)])
def test_what_a_text_must_hold_is_held_where_a_pattern_finds_something(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from([*TEXTS, "May", "st", "\n", "’", "Ⅷ", "²", "a", "5", "-", ":", "m", "."]), max_size=8))
def test_and_in_any_mixture(parts: list[str]) -> None:
    check("".join(parts))
    check(" ".join(parts))


def check(text: str) -> None:
    for shape in _shapes():
        if shape.pattern.search(text):
            held = shape.words & spelled(text) or shape.marks & behind_digits(text)
            assert held or any(part in text for part in shape.parts), shape.pattern.pattern
    for name, pattern in _patterns().items():
        found: re.Match[str] | None = pattern.search(text)
        assert found is None or _needed()[name] & spelled(text), name
