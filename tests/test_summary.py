"""What a verb says of its work."""

import pytest

from tests.factory import article, claim
from tracker import summary
from tracker.model import Discrepancy, Unread
from tracker.tables import Tables


def held(relation: str, reason: str = "") -> Discrepancy:
    """Two claims held against each other."""
    plain = {"incident_id": "i", "kind": "figure", "left_claim_id": "a", "right_claim_id": "b"}
    return Discrepancy(discrepancy_id=reason, relation=relation, reason=reason, **plain)


@pytest.mark.parametrize(
    ("read", "missed", "line"),
    [
        (["a.txt"], [], "read      1 article"),
        (["a.txt", "b.txt"], ["c.txt"], "read      2 articles, 1 not read"),
        ([], ["c.txt", "d.txt"], "read      0 articles, 2 not read"),
        (["a.txt"], ["a.txt"], "read      1 article"),
    ],
)
def test_read(read: list[str], missed: list[str], line: str) -> None:
    tables = Tables(
        articles=tuple(article("Text.", path=path) for path in read),
        unread=tuple(Unread(path=path, reason="no text") for path in missed),
    )
    assert summary.read(len(tables.articles), summary.missed(tables)) == line


def test_the_counts() -> None:
    assert summary.extracted(1, 2) == "extracted 1 claim, 2 figures"
    assert summary.grouped(1) == "grouped   1 incident"
    assert summary.compared(1, 3) == "compared  1 conflict, 2 more compared without conflict"
    assert list(summary.conflicts([held("conflict", "a"), held("update"), held("scope")])) == ["conflict  a"]


def test_an_unread_input_is_told_with_reason_and_cure() -> None:
    unread = (Unread(path="a", reason="no text", cure="Save it again"), Unread(path="b", reason="no text"))
    assert list(summary.warnings(Tables(unread=unread))) == [
        "warning: a: no text. Save it again",
        "warning: b: no text",
    ]


def test_undated_articles_are_told_in_one_line() -> None:
    tables = Tables(articles=(article("A.", path="a"), article("B.", path="b", published="")))
    (line,) = summary.warnings(tables)
    assert ": b. Give it with --published" in line


def test_of_many_articles_the_first_are_named_and_the_others_counted() -> None:
    tables = Tables(articles=tuple(article("A.", path=f"{name}.txt", published="") for name in range(1_000, 2_234)))
    for (line,) in (summary.warnings(tables), summary.claimless(tables)):
        assert "1000.txt, 1001.txt" in line
        assert "1009.txt and 1,224 more. " in line
        assert "1010.txt" not in line


def test_articles_without_a_claim_are_named() -> None:
    telling, silent = article("One died.", path="a.txt"), article("Tea was had.", path="b.txt")
    tables = Tables(articles=(telling, silent), claims=(claim(article_id=telling.article_id),))
    (line,) = summary.claimless(tables)
    assert "b.txt" in line
    assert "a.txt" not in line
