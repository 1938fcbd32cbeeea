"""What every article gets, whatever it was read from: gaps filled, its date, its zones, its id, its copies found."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import takewhile
from typing import Any, TypeVar

from tracker.lexicon.outlets import outlet_named
from tracker.model import Article, Unread, content_id
from tracker.read.dates import iso_date
from tracker.read.given import Given, fill
from tracker.read.limits import LONGEST_TEXT, MOST_PARAGRAPHS
from tracker.read.zones import find_zones

N = TypeVar("N", Article, Unread)


def finish(item: Article | Unread, given: Given) -> Iterator[Article | Unread]:
    """An article as it is stored, followed by a note on each thing in it that could not be used."""
    if isinstance(item, Unread):
        yield _in_one_line(_clean(item))
        return
    if len(item.text) > LONGEST_TEXT:
        yield _too_long(item, f"its text has {len(item.text):,} characters", LONGEST_TEXT)
        return
    draft = _clean(item)
    article = _zone(_language(_date(_outlet(fill(draft, given)))))
    if not draft.published.strip() and (printed := _printed_date(article)):
        article = replace(article, published=printed)
    if not article.text.strip():
        yield Unread(path=article.path, reason="it holds no text", cure="Save the article again")
    elif (count := sum(zone.kind != "dropped" for zone in article.zones)) > MOST_PARAGRAPHS:
        yield _too_long(article, f"it has {count:,} paragraphs", MOST_PARAGRAPHS)
    else:
        yield _identify(article)
        yield from _notes(item, article, given)


def once(items: Iterable[Article | Unread]) -> Iterator[Article | Unread]:
    """Each article once."""
    paths: dict[str, str] = {}
    for item in items:
        if isinstance(item, Unread):
            yield item
        elif item.article_id in paths:
            reason = f"the same article as {paths[item.article_id]}"
            yield Unread(path=item.path, reason=reason, cure="Nothing is lost; name each article once")
        else:
            paths[item.article_id] = item.path
            yield item


# Characters no database or page can hold: NUL, and halves of a surrogate pair (broken emoji in JSON).
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def _clean(item: N) -> N:
    """Unfit characters are replaced one for one, so that offsets into the original hold."""
    strings = {field.name: getattr(item, field.name) for field in fields(item) if field.type is str}
    unfit: dict[str, Any] = {
        name: _UNFIT.sub("\ufffd", value) for name, value in strings.items() if _UNFIT.search(value)
    }
    return replace(item, **unfit) if unfit else item


def _too_long(article: Article, what: str, most: int) -> Unread:
    reason = f"{what}, more than the {most:,} that an article may have"
    return Unread(path=article.path, reason=reason, cure="Split it into the articles it holds")


def _in_one_line(unread: Unread) -> Unread:
    """A reason may quote the file, line breaks and all; in a list it has a line."""
    return replace(unread, reason=" ".join(unread.reason.split()))


def _outlet(article: Article) -> Article:
    """The publisher by the one name the desk knows it by, told by its printed name or by the article's address."""
    known = outlet_named(article.publisher, article.url)
    return replace(article, publisher=known.name) if known is not None else article


def _date(article: Article) -> Article:
    return replace(article, published=iso_date(article.published))


# A line that tells when the article was changed tells nothing of when it was written.
_CHANGED = re.compile(r"\W{0,3}(last )?(updated|modified|edited)\b", re.IGNORECASE)


def _printed_date(article: Article) -> str:
    """The date as the article prints it, on a line of its own above the reporting ("Published: 15 March 2024")."""
    above = takewhile(lambda zone: zone.kind != "body", article.zones)
    lines = (article.text[zone.start : zone.end] for zone in above if zone.kind == "byline")
    return next((date for line in lines if not _CHANGED.match(line) and (date := iso_date(line))), "")


def _language(article: Article) -> Article:
    """``en-GB`` and ``en_US`` are both ``en`` (BCP 47: the first subtag is the language)."""
    return replace(article, language=re.split(r"[-_]", article.language.strip().lower())[0])


def _zone(article: Article) -> Article:
    """The article with its zones, where its reader has not found them, and a title, where one is printed."""
    zones = article.zones or find_zones(article.text, title=article.title)
    headline = next((zone for zone in zones if zone.kind == "headline"), None)
    printed = article.text[headline.start : headline.end] if headline else ""
    return replace(article, zones=zones, title=article.title or printed)


def _identify(article: Article) -> Article:
    """The id follows from what the article is, not from where on this machine it lies."""
    sha256 = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    name = article.url or article.path.replace("\\", "/").rpartition("/")[2]
    article_id = content_id("art", name, article.publisher, article.title, article.published, sha256)
    return replace(article, article_id=article_id, sha256=sha256)


def _notes(printed: Article, article: Article, given: Given) -> Iterator[Unread]:
    date = printed.published.strip() or given.published
    if date and not article.published:
        reason = f"the article was read, but its date {date[:40]!r} cannot be told"
        yield Unread(path=article.path, reason=reason, cure="Write the date like 2024-03-15")
    if _UNFIT.search(printed.text):
        reason = "the article was read, but it holds broken characters, which stand as \ufffd"
        yield Unread(path=article.path, reason=reason, cure="Save the article again from its source")
