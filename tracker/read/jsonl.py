"""JSON lines: one article a line. Read line by line, so the file may be larger than memory; a bad line costs itself."""

import json
from collections.abc import Iterator

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.inputs import Input
from tracker.read.rows import article_of, read_rows


def read_jsonl(found: Input) -> Iterator[Article | Unread]:
    """The articles of a JSON lines file, in order; each line that is none is listed with its number."""

    def article(line: bytes, number: int) -> Article:
        return article_of(parse_object(line), found.path, number)

    yield from read_rows(found.path, "line", found.lines(), article)


def parse_object(line: bytes) -> dict[str, object]:
    """One line as a JSON object; raises UnreadableError where it is none."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not UTF-8", "JSON is UTF-8; save the file as such") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it is not JSON ({error})", "Write one whole JSON object on each line") from error
    if not isinstance(found, dict):
        raise UnreadableError("it is not a JSON object", 'Write one like {"text": "...", "title": "..."}')
    return found
