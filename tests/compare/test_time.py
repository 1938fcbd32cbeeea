"""At which of two hours?"""

import pytest

from tests.compare.told import conflicts, rows, said

CRASH = {"event": "crash"}


def at(hour, **more):
    return said(accounts=[("time", hour)], text=f"it happened at {hour}", **more)


def two(one, other, **incident):
    told = at(one, article_id="art-a"), at(other, article_id="art-b")
    found = rows(*told, **CRASH | incident)
    assert found == rows(*reversed(told), **CRASH | incident)
    return [(row.kind, row.relation) for row in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [("05:40", "17:40"), ("02:00", "05:00"), ("23:30", "02:00"), ("06:10 UTC", "09:10 UTC"), ("05:00", "08:10")],
)
def test_two_hours_of_one_clock(one, other):
    assert two(one, other) == [("time", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("05:40", "05:40", id="the same"),
        pytest.param("02:00", "03:30", id="rounded, or the first call"),
        pytest.param("23:30", "00:30", id="midnight is no border"),
        pytest.param("14:32", "06:32 UTC", id="two clocks"),
        pytest.param("14:32 EST", "06:32 Moscow time", id="two other clocks"),
    ],
)
def test_hours_that_may_be_one_moment(one, other):
    assert two(one, other) == []


def test_what_goes_on_for_hours_has_no_moment():
    assert two("05:40", "17:40", event="protest") == []


def test_the_reason_says_how_far_apart_they_are():
    (row,) = conflicts(at("05:40", article_id="art-a"), at("17:40", article_id="art-b"), **CRASH)
    assert "these are 12 hours apart; the two differ by half a day" in row.reason
    assert row.reason.startswith("When it happened: ")
    assert row.left_account_id
    assert row.right_account_id
    assert row.severity > 0


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(at("17:40", article_id="art-b", scene="art-b/1"), id="in passing"),
        pytest.param(at("17:40", article_id="art-b", place="Dunmore", country="Ireland"), id="another town"),
        pytest.param(at("17:40", article_id="art-b", date_from="2024-03-12"), id="another day"),
        pytest.param(at("17:40", article_id="art-a", start=50), id="an article that gives both"),
    ],
)
def test_left_alone(other):
    here = {"place": "Ashford", "country": "United Kingdom", "date_from": "2024-03-14"}
    assert conflicts(at("05:40", article_id="art-a", **here), other, **CRASH) == []


def test_near_hours_stand_together():
    told = at("05:30", article_id="art-a"), at("05:45", article_id="art-b"), at("09:00", article_id="art-c")
    (row,) = conflicts(*told, **CRASH)
    assert sorted(map(len, (row.left_claims, row.right_claims))) == [1, 2]
