"""When something was said, and which days a count is of."""

import pytest

from tests.factory import article, claim
from tracker.compare.times import days_between, earliest, hours_between, moment, window_days, window_gap


@pytest.mark.parametrize(
    ("said_at", "published", "expected"),
    [
        ("2024-03-15", "2024-03-15T08:30:00Z", "2024-03-15T08:30:00Z"),
        ("2024-03-14", "2024-03-15T08:30:00Z", "2024-03-14"),
        ("2024-03-15T06:00", "2024-03-15", "2024-03-15T06:00"),
        ("", "2024-03-15", "2024-03-15"),
        ("2024-03-15", "", "2024-03-15"),
    ],
)
def test_moment(said_at, published, expected):
    assert moment(claim(said_at=said_at), article("x", published=published)) == expected


def test_moment_without_an_article():
    assert moment(claim(said_at="2024-03-15")) == "2024-03-15"


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [
        (("2024-03-10", "2024-03-12"), ("2024-03-12", "2024-03-14"), 0),
        (("2024-03-10", ""), ("2024-03-11", ""), 1),
        (("2024-03-20", ""), ("2024-03-10", "2024-03-11"), 9),
        (("", ""), ("2024-03-11", ""), None),
        (("some day", ""), ("2024-03-11", ""), None),
    ],
)
def test_window_gap(left, right, gap):
    assert window_gap(left, right) == window_gap(right, left) == gap


def test_spans():
    assert window_days(("2024-03-10", "2024-03-12")) == 3
    assert window_days(("", "")) == window_days(("2024-03-10", "")) == 1
    assert days_between("2024-03-10", "2024-02-10") == -29
    assert hours_between("2024-03-10T10:00+02:00", "2024-03-10T10:00Z") == 2
    assert hours_between("2024-03-10", "2024-03-10T10:00Z") is None
    assert hours_between("2024-03-10T00:00:00Z", "2024-03-10T10:00Z") is None
    assert hours_between("2024-03-10Tnoon", "2024-03-10T10:00Z") is None
    assert earliest(["", "2024-03-12", "2024-03-10"]) == "2024-03-10"
