"""Held, or at large."""

import pytest

from tests.compare.told import POLICE, conflicts, relations, rows, said
from tests.factory import article

NOON, EVENING, NEXT_DAY = "2024-03-15T12:00:00Z", "2024-03-15T20:30:00Z", "2024-03-16T12:00:00Z"


def status(value, when, text="words", *denied, **more):
    return said(accounts=[("custody", value, *denied)], said_at=when, text=text, **more)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(status("in custody", NOON), status("at large", EVENING), "conflict", id="held, then still free"),
        pytest.param(status("at large", NOON), status("in custody", EVENING), "update", id="free, then held"),
        pytest.param(
            status("in custody", NOON), status("at large", NEXT_DAY), "update", id="a day on he may be let go"
        ),
        pytest.param(status("in custody", "2024-03-15"), status("at large", EVENING), "update", id="no clock time"),
        pytest.param(status("in custody", ""), status("at large", "", "free"), "update", id="no date"),
        pytest.param(
            status("in custody", NOON), status("in custody", EVENING, "words", True), "conflict", id="not in custody"
        ),
        pytest.param(status("at large", NOON), status("at large", EVENING), "agree", id="both say so"),
        pytest.param(
            status("in custody", NOON),
            status("in custody", EVENING, "the dean initially said he was in custody"),
            "compatible",
            id="at first",
        ),
    ],
)
def test_custody(one, other, relation):
    assert relations(one, other) == relations(other, one) == [relation]


def test_an_article_that_says_both_knows_why():
    both = status("in custody", NOON, article_id="art-x"), status("at large", EVENING, "later", article_id="art-x")
    assert rows(*both) == ()


def test_the_row_says_it_in_words():
    (row,) = conflicts(status("in custody", NOON, **POLICE), status("at large", EVENING))
    assert row.kind == "outcome"
    who = "Police said in custody, The Daily (its own words) said at large"
    assert row.reason == f"Whether the suspect is held: {who}; he cannot be both."


def test_the_articles_own_clock_is_heard():
    papers = [article("a", article_id="art-a", published=NOON), article("b", article_id="art-b", published=EVENING)]
    held = status("in custody", "2024-03-15", article_id="art-a")
    free = status("at large", "2024-03-15", article_id="art-b")
    assert [row.relation for row in rows(held, free, articles=papers)] == ["conflict"]
