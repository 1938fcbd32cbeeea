"""Notes: a headline on the first line, the report below it."""

from collections.abc import Iterator

from tracker.model import Article
from tracker.read import Input, Reader


def read_note(found: Input) -> Iterator[Article]:
    """Reads a note, whose first line is its headline."""
    text = found.read().decode("utf-8")
    yield Article(article_id="", path=found.path, title=text.partition("\n")[0], text=text)


NOTE = Reader(read=read_note, suffixes=(".note",))
