"""Does each line stand for itself?"""

from pathlib import Path

import pytest

from tracker.model import Article, Unread
from tracker.read.files import open_file
from tracker.read.jsonl import read_jsonl


def test_a_bad_line_costs_itself_alone(samples: Path) -> None:
    found = list(read_jsonl(open_file(samples / "articles.jsonl")))
    kinds = [type(item) for item in found]
    assert kinds == [Article, Article, Unread, Unread]
    assert [Path(item.path).name for item in found] == [
        "articles.jsonl#1",
        "articles.jsonl#wire-7",
        "articles.jsonl#4",
        "articles.jsonl#5",
    ]
    half, empty = (item for item in found if isinstance(item, Unread))
    assert half.reason.startswith("line 4: it is not JSON")
    assert (empty.reason, "text, body or content" in empty.cure) == ("line 5: it has no text", True)


def test_columns_go_by_many_names(samples: Path) -> None:
    first, second, *_ = read_jsonl(open_file(samples / "articles.jsonl"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "A blast killed nine dockers on Tuesday, the harbour master said."
    assert (first.title, first.publisher) == ("Harbour blast leaves nine dead", "The Selwyn Post")
    assert (first.published, first.url) == ("2024-04-16T18:30:00Z", "https://post.example/harbour")
    assert (second.publisher, second.published, second.author) == ("Coast Wire", "April 17, 2024", "Ana Ruiz, Bo Lind")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1]", "not a JSON object"),
        (b'"words"', "not a JSON object"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"text": "\xe9"}', "not UTF-8"),
        (b'{"text": ""}', "no text"),
        (b'{"text": NaN, "body": null}', "no text"),
    ],
)
def test_a_line_that_is_no_article_says_why(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n' + line + b'\n{"text": "Two."}\n')
    one, bad, two = read_jsonl(open_file(path))
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(bad, Unread)
    assert reason in bad.reason


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "One."}')
    [article] = read_jsonl(open_file(path))
    assert isinstance(article, Article)
    assert article.text == "One."
