"""Is the list of articles found in a JSON file?"""

from pathlib import Path

import pytest

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.files import open_file
from tracker.read.json import read_json


def read(tmp_path: Path, text: str) -> list[Article | Unread]:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    return list(read_json(open_file(path)))


def test_the_answer_of_a_news_service(samples: Path) -> None:
    article, empty = read_json(open_file(samples / "articles.json"))
    assert isinstance(article, Article)
    assert (article.title, Path(article.path).name) == ("Harbour blast leaves nine dead", "articles.json#1")
    assert isinstance(empty, Unread)
    assert empty.reason == "item 2: it has no text"


@pytest.mark.parametrize(
    "text", ['{"text": "One."}', '[{"text": "One."}]', '{"n": 1, "items": [{"body": "One."}], "x": []}']
)
def test_one_article_and_lists_of_them(tmp_path: Path, text: str) -> None:
    [article] = read(tmp_path, text)
    assert isinstance(article, Article)
    assert article.text == "One."


def test_an_item_that_is_no_object_is_listed(tmp_path: Path) -> None:
    found = read(tmp_path, '[{"text": "One."}, 7]')
    assert [type(item) for item in found] == [Article, Unread]


@pytest.mark.parametrize("text", ["{", "7", '{"a": 1}', '{"a": [{"text": "x"}], "b": [{"text": "y"}]}', "[" * 100_000])
def test_what_holds_no_one_list_is_unreadable(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableError):
        read(tmp_path, text)
