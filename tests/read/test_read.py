"""The door of the room: files in, articles out, and a line for everything that could not be used."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.clock import seconds
from tracker.model import Article, Unread
from tracker.read import READERS, Given, mark_copies, read_articles

LEAD = "A blast on a quay in Port Selwyn killed nine dockers on Tuesday, the harbour master said."


def test_a_folder_of_every_format(samples: Path) -> None:
    pytest.importorskip("feedparser")
    found = list(read_articles([samples]))
    articles = [item for item in found if isinstance(item, Article)]
    assert [Path(article.path).name for article in articles] == [
        "articles.csv#2",
        "articles.json#1",
        "articles.jsonl#1",
        "articles.jsonl#wire-7",
        "feed.rss#1",
        "feed.rss#2 (summary)",
        "headed.txt",
        "page.html",
        "pasted.txt",
        "press.eml",
        "statement.txt",
    ]
    assert len(found) - len(articles) == 5
    assert len({article.article_id for article in articles}) == len(articles)
    for article in articles:
        assert article.sha256
        assert any(zone.kind == "body" for zone in article.zones)
        assert all(article.text[zone.start : zone.end].strip() for zone in article.zones)


def test_the_same_input_gives_the_same_articles_wherever_it_lies(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes((samples / "pasted.txt").read_bytes())
    (tmp_path / "pasted.txt").write_bytes((samples / "pasted.txt").read_bytes())
    [here] = read_articles([samples / "pasted.txt"])
    copy, there = mark_copies(list(read_articles([tmp_path])))
    assert isinstance(here, Article)
    assert isinstance(there, Article)
    assert isinstance(copy, Article)
    assert there.article_id == here.article_id
    assert copy.article_id != there.article_id
    assert sorted([copy.copy_of, there.copy_of]) == ["", min(copy.article_id, there.article_id)]


def test_a_file_named_twice_is_read_once(samples: Path) -> None:
    article, unread = read_articles([samples / "pasted.txt", samples / "pasted.txt"])
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("the same article as")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("none.txt", None, "no such file"),
        ("none", None, "no such file"),
        ("none.pdf", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n ", "no text"),
        ("mark.txt", b"\xef\xbb\xbf", "no text"),
        ("real.txt", b"%PDF-1.4", "PDF"),
        ("noise.txt", bytes(range(256)), "binary"),
        ("photo.png", b"\x89PNG", "'.png'"),
        ("README", b"words", "no ending"),
        ("page.html", b"<html></html>", "no paragraphs"),
        ("table.csv", b"a,b\n1,2", "no column"),
        ("list.json", b"{}", "no list"),
        ("lines.jsonl", b"{\n", "line 1"),
        ("blank.jsonl", b"\n\n", "no article"),
        ("head.csv", b"title,text\n", "no article"),
        ("list0.json", b"[]", "no article"),
    ],
)
def test_bad_input_is_one_line_with_a_reason_and_a_cure(
    tmp_path: Path, name: str, data: bytes | None, reason: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    [unread] = read_articles([path])
    assert isinstance(unread, Unread)
    assert reason in unread.reason
    assert unread.path.startswith(str(path))
    assert unread.cure


def test_the_cure_of_an_unknown_ending_lists_the_endings(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("words", "utf-8")
    [unread] = read_articles([tmp_path])
    assert isinstance(unread, Unread)
    assert all(suffix in unread.cure for reader in READERS.values() for suffix in reader.suffixes)


def test_endings_are_known_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "A.TXT").write_text(LEAD, "utf-8")
    [article] = read_articles([tmp_path])
    assert isinstance(article, Article)


def test_relative_paths_stay_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(LEAD, "utf-8")
    [article] = read_articles([Path("in")])
    assert article.path == str(Path("in/a.txt"))


def test_what_is_given_fills_what_an_article_lacks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD, "utf-8")
    [article] = read_articles([tmp_path], given=Given(publisher="The Daily", published="16 April 2024"))
    assert isinstance(article, Article)
    assert (article.publisher, article.published) == ("The Daily", "2024-04-16")


def test_a_long_article_takes_time_in_proportion(tmp_path: Path) -> None:
    short, long = (long_article(tmp_path / f"{many}.txt", many) for many in (3_000, 12_000))
    few = seconds(lambda: list(read_articles([short])))
    assert seconds(lambda: list(read_articles([long]))) < 12 * max(few, 0.05)
    [article] = read_articles([long])
    assert isinstance(article, Article)
    assert len(article.zones) == 12_000


def long_article(path: Path, paragraphs: int) -> Path:
    path.write_text("\n\n".join(f"{LEAD} Paragraph {n}." for n in range(paragraphs)), "utf-8")
    return path


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_the_text_of_a_row_is_stored_as_it_stands(tmp_path: Path, lines: list[str]) -> None:
    text = "\n".join(lines)
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text}), "utf-8")
    for item in read_articles([path]):
        if isinstance(item, Article):
            assert item.text == text
            assert all(text[zone.start : zone.end] == text[zone.start : zone.end].strip() != "" for zone in item.zones)
