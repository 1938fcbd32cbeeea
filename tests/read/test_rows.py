"""Are columns known by the names people give them?"""

import pytest

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read import rows
from tracker.read.rows import COLUMNS, article_of, fold_name, has_text, read_rows

TABLE = "in/a.csv"


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in COLUMNS.items() for name in names])
def test_every_name_leads_to_its_field(field: str, name: str) -> None:
    article = article_of({"text": "Words."} | {name.upper(): "Value"}, TABLE, 3)
    assert getattr(article, field) == ("Words." if name != "text" and field == "text" else "Value")


def test_names_are_folded_as_stored() -> None:
    assert all(fold_name(name) == name for names in COLUMNS.values() for name in names)


def test_the_first_name_that_holds_something_counts() -> None:
    article = article_of({"text": " ", "content": "Words.", "source": {"name": None}, "outlet": "Daily"}, TABLE, 3)
    assert (article.text, article.publisher) == ("Words.", "Daily")


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ({}, "in/a.csv#3"),
        ({"ID": 71}, "in/a.csv#71"),
        ({"doc_id": " a\nb "}, "in/a.csv#a b"),
        ({"id": None}, "in/a.csv#3"),
    ],
)
def test_a_row_is_named_by_its_id_or_its_number(row: dict[str, object], path: str) -> None:
    assert article_of({"text": "Words."} | row, TABLE, 3).path == path


@pytest.mark.parametrize("row", [{}, {"title": "Blast"}, {"text": None}, {"text": "  "}, {"text": float("nan")}])
def test_a_row_without_text_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        article_of(row, TABLE, 3)


def test_rows_without_text_are_listed_up_to_a_bound_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_LISTED", 2)
    table = enumerate([{}, {}, {}, {}, {"text": "Words."}], start=1)
    *listed, article = read_rows(TABLE, "row", table, lambda row, number: article_of(row, TABLE, number))
    assert isinstance(article, Article)
    assert [each.path for each in listed] == [f"{TABLE}#1", f"{TABLE}#2", TABLE]
    assert isinstance(listed[-1], Unread)
    assert listed[-1].reason == "more than 2 of its rows hold no article; from row 3 on none is listed"


def test_a_text_column_is_known_by_any_of_its_names() -> None:
    assert has_text(["Title", "Article Text"])
    assert not has_text(["title", "date"])
