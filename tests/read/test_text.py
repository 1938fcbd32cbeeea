"""Is a text file one article, with what its head says of it?"""

from pathlib import Path

import pytest

from tracker.model import Article, Unread
from tracker.read.files import open_file
from tracker.read.text import read_head, read_text

LEAD = "The mayor said on Friday that five people were killed."


def read(tmp_path: Path, text: str | bytes) -> Article:
    path = tmp_path / "a.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    article = next(read_text(open_file(path)))
    assert isinstance(article, Article)
    return article


def told(article: Article) -> list[tuple[str, str]]:
    return [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r"])
def test_the_text_is_the_whole_file_exactly(tmp_path: Path, gap: str) -> None:
    text = f"Title: Blast{gap}{gap} {LEAD}\xa0{gap}{gap}"
    article = read(tmp_path, text)
    assert article.text == text
    assert article.title == "Blast"
    assert told(article) == [("dropped", "Title:"), ("headline", "Blast"), ("body", LEAD)]


def test_a_fenced_head(samples: Path) -> None:
    [article] = read_text(open_file(samples / "headed.txt"))
    assert isinstance(article, Article)
    assert (article.title, article.publisher) == ("Harbour blast leaves nine dead", "The Selwyn Post")
    assert (article.published, article.url) == ("16 April 2024", "https://post.example/harbour")
    assert (article.author, article.language) == ("Ana Ruiz", "en-GB")
    kinds = [zone.kind for zone in article.zones if zone.kind != "dropped"]
    assert kinds == ["headline", "body"]


def test_a_plain_head_with_other_names_for_things(tmp_path: Path) -> None:
    article = read(tmp_path, f"Headline: Blast\nSource: The Daily\nDate: 15 March 2024\nByline: Ana Ruiz\n\n{LEAD}")
    assert (article.title, article.publisher, article.published) == ("Blast", "The Daily", "15 March 2024")
    assert article.author == "Ana Ruiz"


def test_a_title_printed_again_below_is_the_headline(tmp_path: Path) -> None:
    article = read(tmp_path, f"Title: Blast kills five\n\nBlast kills five\n\n{LEAD}")
    assert told(article) == [
        ("dropped", "Title: Blast kills five"),
        ("headline", "Blast kills five"),
        ("body", LEAD),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Kyiv: two dead\n\n{LEAD}", id="a headline with a colon"),
        pytest.param(f"Title: Blast\n{LEAD}", id="no blank line after it"),
        pytest.param(f"Title: Blast\nMayor: it was a mine\n\n{LEAD}", id="a key that is none of ours"),
        pytest.param(f"---\nTitle: Blast\n\n{LEAD}", id="a fence that is never closed"),
        pytest.param(f"---\n\n{LEAD}\n---\n", id="a rule at the top"),
        pytest.param("", id="nothing"),
        pytest.param("Title: x\n" * 90, id="no end"),
    ],
)
def test_what_only_looks_like_a_head_is_text(text: str) -> None:
    assert read_head(text).end == 0


def test_a_fenced_head_may_hold_keys_of_other_programs(tmp_path: Path) -> None:
    article = read(tmp_path, f"---\nlayout: post\ntitle: 'Blast'\n---\n{LEAD}")
    assert article.title == "Blast"
    assert told(article)[-1] == ("body", LEAD)


def test_a_guessed_encoding_is_noted_beside_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The mayor’s toll – nine – rose.".encode("cp1252"))
    article, note = read_text(open_file(path))
    assert isinstance(article, Article)
    assert article.text == "The mayor’s toll – nine – rose."
    assert isinstance(note, Unread)
    assert "windows-1252" in note.reason
    assert "UTF-8" in note.cure
