"""Each article is parsed once, however often the tests extract it."""

from collections.abc import Iterator, Sequence

import pytest

from tests.runs.press import said_in
from tracker import assignments
from tracker.assignments import sketch
from tracker.extract import Extraction
from tracker.model import Article, Sketch


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The articles that were extracted, a list of their ids each time."""
    asked: list[list[str]] = []

    def extract_each(articles: Sequence[Article], **more: object) -> Iterator[Extraction]:
        asked.append([article.article_id for article in articles])
        return map(said_in, articles)

    def sketch_each(articles: Sequence[Article], **more: object) -> Iterator[tuple[Extraction, Sketch]]:
        return ((told, sketch(article, told)) for article, told in zip(articles, extract_each(articles), strict=True))

    monkeypatch.setattr(assignments, "extract_each", extract_each)
    monkeypatch.setattr(assignments, "sketch_each", sketch_each)
    return asked
