"""JSON: one article, a list of articles, or an answer of a news service with the list inside it."""

import json
from collections.abc import Iterator

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.decode import admit, decode
from tracker.read.inputs import Input
from tracker.read.rows import article_of, has_text, read_rows


def read_json(found: Input) -> Iterator[Article | Unread]:
    """The articles of a JSON file, in order; each item that is none is listed with its number."""
    decoded = decode(found.read())

    def article(item: object, number: int) -> Article:
        return _article(item, found.path, number)

    yield from read_rows(found.path, "item", enumerate(_items(_parse(decoded.text)), start=1), article)
    yield from admit(decoded, found.path)


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"it is not JSON ({error})", "Save one object a line as .jsonl, or mend the file"
        ) from error


def _items(found: object) -> list[object]:
    if isinstance(found, list):
        return found
    if isinstance(found, dict) and has_text(found):
        return [found]
    lists: list[list[object]] = list(filter(_is_objects, found.values())) if isinstance(found, dict) else []
    if len(lists) != 1:
        raise UnreadableError("it holds no list of articles", 'Save it like [{"text": "...", "title": "..."}]')
    return lists[0]


def _is_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _article(item: object, path: str, number: int) -> Article:
    if not isinstance(item, dict):
        raise UnreadableError("it is not a JSON object", 'Write it like {"text": "...", "title": "..."}')
    return article_of(item, path, number)
