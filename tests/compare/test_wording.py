"""The words of a reason."""

import pytest

from tests.factory import claim
from tracker.compare.wording import from_to, number, on_day, quoted, shortened, when_said, who


def test_who_names_attributed_sources_first_and_stays_short():
    claims = [claim(source_name=name, source_kind="police") for name in ("D", "B", "A", "C")]
    assert who(claims[:1]) == "D"
    assert who([claim(source_name="The Daily"), claims[0]]) == "D and The Daily (its own words)"
    assert who(claims) == "A, B, C and 1 more"
    assert who([claim(source_name="", source_kind="unnamed")]) == "an unnamed source"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2024-03-15", "2024-03-15T10:00", "(both on 15 March 2024)"),
        ("2024-03-15", "2024-04-01", "(on 15 March 2024 and on 1 April 2024)"),
        ("", "2024-04-01", "(on an unknown day and on 1 April 2024)"),
        ("", "", "(days unknown)"),
    ],
)
def test_when_said(left, right, expected):
    assert when_said(left, right) == expected


def test_numbers_days_and_quotations():
    assert (number(20000), number(3.5), number(0)) == ("20,000", "3.5", "0")
    assert (on_day("2023-12-31"), on_day("soon")) == ("31 December 2023", "")
    assert quoted("at least\n 24") == "“at least 24”"
    assert shortened("word " * 40, most=20) == "word word word word …"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-03-14", "2024-03-15", "from 18 on 14 March 2024 to 24 on 15 March 2024"),
        ("2024-03-15T06:10", "2024-03-15T14:30", "from 18 at 06:10 to 24 at 14:30, both on 15 March 2024"),
        ("2024-03-15", "2024-03-15T14:30", "from 18 to 24 within one day, 15 March 2024"),
    ],
)
def test_how_a_figure_went(first, second, expected):
    assert from_to(("18", "24"), first, second) == expected
