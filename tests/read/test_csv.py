"""Is each row of a table an article, and a broken table owned up to?"""

from pathlib import Path

import pytest

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read import csv
from tracker.read.csv import read_csv
from tracker.read.files import open_file


def read(tmp_path: Path, text: str | bytes) -> list[Article | Unread]:
    path = tmp_path / "a.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_csv(open_file(path)))


def test_a_table_saved_by_a_spreadsheet(samples: Path) -> None:
    article, empty = read_csv(open_file(samples / "articles.csv"))
    assert isinstance(article, Article)
    assert article.text == (
        "A blast killed nine dockers on Tuesday, the harbour master said.\n\n"
        'The navy blamed a "drifting" mine; the union did not.'
    )
    assert (article.title, article.publisher) == ("Harbour blast leaves nine dead", "The Selwyn Post")
    assert (article.published, Path(article.path).name) == ("2024-04-16", "articles.csv#2")
    assert isinstance(empty, Unread)
    assert empty.reason == "row 3: it has no text"


@pytest.mark.parametrize("gap", [",", ";", "\t", "|"])
def test_cells_are_parted_as_the_row_of_names_is(tmp_path: Path, gap: str) -> None:
    [article] = read(tmp_path, f"title{gap}text\r\nBlast{gap}Nine died.\r\n\r\n")
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Blast", "Nine died.")


def test_a_table_too_large_to_be_read_whole_is_read_as_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "LARGEST", 1_000)
    rows = "".join(f'"Blast {number}","Nine died – he said.\n\nTen fled."\r\n' for number in range(200))
    articles = read(tmp_path, f"\ufefftitle,text\r\n{rows}")
    assert [article.title for article in articles if isinstance(article, Article)] == [f"Blast {n}" for n in range(200)]
    assert {article.text for article in articles if isinstance(article, Article)} == {
        "Nine died – he said.\n\nTen fled."
    }


def test_a_long_article_fits_a_cell(tmp_path: Path) -> None:
    [article] = read(tmp_path, "text\n" + "Nine died. " * 20_000)
    assert isinstance(article, Article)
    assert len(article.text) == 220_000


def test_a_row_with_cells_too_many_is_listed_not_cut(tmp_path: Path) -> None:
    bad, good = read(tmp_path, "title,text\nBlast,Nine died, the mayor said.\nFire,None died.\n")
    assert isinstance(bad, Unread)
    assert bad.reason.startswith("row 2: it has 3 cells under 2 names")
    assert isinstance(good, Article)


def test_a_short_row_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    [article] = read(tmp_path, "text,title,url\nNine died.\n")
    assert isinstance(article, Article)


def test_a_quotation_mark_that_is_never_closed_stops_the_table_aloud(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="breaks off at line"):
        read(tmp_path, 'text\nOne.\n"Two\nThree.\n')


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "\n\n", "just words"])
def test_a_table_without_a_text_column_says_what_it_has(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableError, match="no column holds the text") as caught:
        read(tmp_path, text)
    assert "text, body or content" in caught.value.cure


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    article, note = read(tmp_path, "text\nThe mayor’s toll – nine – rose.\n".encode("cp1252"))
    assert isinstance(article, Article)
    assert article.text == "The mayor’s toll – nine – rose."
    assert isinstance(note, Unread)
