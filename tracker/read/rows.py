"""A row of a table, or an object of JSON, as an article: column names as people name them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.limits import MOST_LISTED

Row = TypeVar("Row")

# The names seen in exports of news collections and archives, ours first; compared without case, blanks and
# punctuation. Where a row has several, the first that is not empty counts.
COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "articlebody",
        "articletext",
        "fulltext",
        "maintext",
        "bodytext",
        "contenttext",
        "story",
    ),
    "title": ("title", "headline", "heading"),
    "publisher": ("publisher", "source", "outlet", "site", "sitename", "sourcename", "newspaper", "publication"),
    "published": (
        *("published", "date", "publishedat", "datepublished", "publishdate", "publicationdate", "pubdate"),
        *("publishedon", "publishedtime", "datepublish", "datetime", "timestamp"),
    ),
    "url": ("url", "link", "href", "canonicalurl", "articleurl", "weburl"),
    "author": ("author", "byline", "authors", "creator"),
    "language": ("language", "lang", "inlanguage"),
}

_LABELS = ("id", "docid", "articleid", "documentid", "uuid")

NAME_THE_TEXT = "Name the column of the article's words text, body or content"


def article_of(row: Mapping[str, Any], path: str, number: int) -> Article:
    """The article of one row; its path is ``file#label``, the label the row's own id, or else its number.

    Raises UnreadableError where the row holds no text.
    """
    folded = {fold_name(str(name)): value for name, value in row.items()}
    told = {field: _first(folded, names) for field, names in COLUMNS.items()}
    if not told["text"].strip():
        raise UnreadableError("it has no text", NAME_THE_TEXT)
    label = " ".join(_first(folded, _LABELS).split())[:80] or number
    return Article(
        article_id="",
        path=f"{path}#{label}",
        url=told["url"],
        publisher=told["publisher"],
        title=told["title"],
        author=told["author"],
        published=told["published"],
        language=told["language"],
        text=told["text"],
    )


def read_rows(
    path: str, kind: str, rows: Iterable[tuple[int, Row]], article: Callable[[Row, int], Article]
) -> Iterator[Article | Unread]:
    """The article of each row; one that is none is listed with its number, up to a bound.

    ``kind`` is what the format calls a row (line, item); ``article`` raises UnreadableError where it is none.
    """
    missed = 0
    for number, row in rows:
        try:
            yield article(row, number)
        except UnreadableError as error:
            missed += 1
            if missed <= MOST_LISTED:
                yield Unread(path=f"{path}#{number}", reason=f"{kind} {number}: {error.reason}", cure=error.cure)
            elif missed == MOST_LISTED + 1:
                many = f"more than {MOST_LISTED:,} of its {kind}s hold no article"
                yield Unread(path=path, reason=f"{many}; from {kind} {number} on none is listed", cure=error.cure)


def has_text(names: Iterable[str]) -> bool:
    """Is one of these columns taken for the text?"""
    return not {fold_name(name) for name in names}.isdisjoint(COLUMNS["text"])


def is_known(name: str) -> bool:
    """Is a column of this name taken for anything?"""
    return fold_name(name) in _LABELS or any(fold_name(name) in names for names in COLUMNS.values())


def fold_name(name: str) -> str:
    """``Published At`` and ``published_at`` are one column."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _first(row: Mapping[str, Any], names: Iterable[str]) -> str:
    found = (_words(row[name]) for name in names if name in row)
    return next((words for words in found if words.strip()), "")


def _words(value: Any) -> str:
    """A cell as text: lists joined, an object by its name (``{"id": 4, "name": "The Daily"}``), NaN and null empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, Mapping):
        return _words(value.get("name", ""))
    return "" if value is None or value != value or isinstance(value, bool) else str(value)
