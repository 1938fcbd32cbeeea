"""What a page says of itself: title, publisher, author, date, address and language.

From JSON-LD (schema.org) first, which papers write for search engines; then Open Graph and the older meta names; then
the page as printed. Nothing is guessed: a date that the page does not tell stays unknown.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tracker.read.page import Page

# The names under which publishing systems put each, best first: Open Graph, Dublin Core, and the systems' own
# (Parse.ly, Sailthru, the New York Times's "byl").
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("pubdate", "publishdate", "publish-date", "publication_date", "date", "dc.date.issued", "dc.date"),
    *("dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime"),
)
_ADDRESSES = ("og:url", "twitter:url", "parsely-link")

# schema.org's articles: NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting and their kin.
_ARTICLE = re.compile(r"Article$|BlogPosting$|^Report$")

# A day in an address is the publishing system's own: /2024/03/15/ or /2024-03-15-.
_DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article; empty where it says nothing."""

    title: str
    publisher: str
    author: str
    published: str
    url: str
    language: str
    body: str


def read_metadata(page: Page) -> Metadata:
    """What the page says of its article."""
    told = _told(page)
    url = _address(
        page.canonical, *_named(page, _ADDRESSES), words_at(told, "url"), words_at(told, "mainEntityOfPage", "@id")
    )
    return Metadata(
        title=_first(words_at(told, "headline"), *_named(page, _TITLES), page.heading, page.title),
        publisher=_first(words_at(told, "publisher", "name"), *_named(page, _PUBLISHERS), _host(url)),
        author=_author(told, page),
        published=_first(words_at(told, "datePublished"), *_named(page, _DATES), page.time, _day(url)),
        url=url,
        language=_first(page.language, words_at(told, "inLanguage"), page.metas.get("og:locale", "")),
        body=_first(words_at(told, "articleBody")),
    )


def _first(*candidates: str) -> str:
    return next((words for words in map(str.strip, candidates) if words), "")


def _named(page: Page, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(page.metas.get(name, "") for name in names)


def _author(told: Mapping[str, Any], page: Page) -> str:
    """The author's name; Facebook's ``article:author`` is often the address of a profile, which is no name."""
    names = (words_at(told, "author", "name"), *_named(page, _AUTHORS))
    return re.sub(r"^by\s+", "", _first(*(name for name in names if "://" not in name)), flags=re.IGNORECASE)


def _address(*candidates: str) -> str:
    """Only web addresses: a page's word goes into a report, where ``javascript:`` has no business."""
    return next((url for url in candidates if url.lower().startswith(("http://", "https://"))), "")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _day(url: str) -> str:
    found = _DAY_IN_ADDRESS.search(url)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


# --- JSON-LD ---


def _told(page: Page) -> Mapping[str, Any]:
    """The first article that the page's JSON-LD describes."""
    return next((found for found in read_objects(page) if _is_article(found)), {})


def read_objects(page: Page) -> Iterator[Mapping[str, Any]]:
    """What the page's JSON-LD describes."""
    return (found for document in page.documents for found in _objects(_parse(document)))


def _parse(document: str) -> object:
    """A document that is broken tells nothing; papers' templates break it with raw line breaks in strings."""
    try:
        return json.loads(document.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(found: object) -> Iterator[Mapping[str, Any]]:
    """The objects at the top, in a list, or in a graph."""
    if isinstance(found, list):
        for item in found:
            yield from _objects(item) if isinstance(item, dict) else ()
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"))


def _is_article(found: Mapping[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def words_at(told: Mapping[str, Any], key: str, inner: str = "name") -> str:
    """The words at ``key``: plain, of an object's ``inner`` key, or of several, joined."""
    value = told.get(key)
    values = value if isinstance(value, list) else [value]
    words = (item.get(inner) if isinstance(item, dict) else item for item in values)
    return ", ".join(html.unescape(word).strip() for word in words if isinstance(word, str) and word.strip())
