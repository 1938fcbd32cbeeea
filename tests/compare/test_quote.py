"""One source, one day, two articles, two numbers."""

import pytest

from tests.compare.told import POLICE, at_least, count, rows, said


@pytest.mark.parametrize(
    ("one", "other", "kind", "relation"),
    [
        pytest.param(said(count(36), **POLICE), said(count(44), **POLICE), "quote", "conflict", id="one misquotes"),
        pytest.param(
            said(count(36), text="the toll climbed to 36", **POLICE),
            said(count(44), **POLICE),
            "figure",
            "update",
            id="climbed",
        ),
        pytest.param(
            said(count(36), **POLICE, said_at="2024-03-15T06:00"),
            said(count(44), **POLICE, said_at="2024-03-15T12:00"),
            "figure",
            "update",
            id="hours apart",
        ),
        pytest.param(
            said(at_least(44), **POLICE), said(count(36), **POLICE), "figure", "update", id="one of them is not exact"
        ),
    ],
)
def test_one_source_quoted_twice(one, other, kind, relation):
    (row,) = rows(one, other)
    assert (row.kind, row.relation, row.rule) == (kind, relation, "quote")
    assert rows(other, one) == (row,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            said(count(36), source_name="The Daily"), said(count(44), source_name="The Daily"), id="own voice"
        ),
        pytest.param(
            said(count(36), source_name="a man", source_kind="witness"),
            said(count(44), source_name="a man", source_kind="witness"),
            id="two witnesses of one description",
        ),
        pytest.param(
            said(count(36), **POLICE, article_id="art-a"),
            said(count(44), **POLICE, article_id="art-a", start=50),
            id="one article",
        ),
        pytest.param(
            said(count(5), count(1, counted="girl", text="a girl"), **POLICE, text="five men, and a girl who fell"),
            said(count(6), **POLICE),
            id="a number and who is told beside it",
        ),
        pytest.param(
            said(count(1), count(3, measure="injured"), **POLICE, text="one dead, three hurt"),
            said(count(2), count(2, measure="injured"), **POLICE, text="two dead, two hurt"),
            id="one of the hurt has died",
        ),
        pytest.param(
            said(count(1, scope="part", counted="infant"), **POLICE),
            said(count(2, scope="part", counted="infant"), **POLICE),
            id="two parts of a total",
        ),
        pytest.param(
            said(count(36, measure="damaged", counted="homes"), **POLICE),
            said(count(44, measure="damaged", counted="cars"), **POLICE),
            id="two things",
        ),
    ],
)
def test_not_one_statement(one, other):
    assert not [row for row in rows(one, other) if row.kind == "quote"]
