"""Articles that arrive are read into the store in portions, each with all that is said in it: wholly in, or out.

A run that is stopped leaves the portions before; the next one goes on behind them, as a file counts as read only with
the last of its articles.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.model import Article, Edit, InputFile, Sketch, Unread
from tracker.runs.edits import find_edits, is_version
from tracker.store import Change, Store

if TYPE_CHECKING:
    from tracker.extract import Extraction
    from tracker.model import Run

# A portion is saved when it holds so many articles, or has taken so many seconds.
PORTION = 200
SECONDS = 10.0

STATEMENTS = ("claims", "figures", "accounts")
# What a run makes of incidents; it is made again where a claim it speaks of goes.
OF_INCIDENTS = ("links", "positions", "discrepancies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An article that has been read and not yet extracted, or has to be extracted again."""

    article: Article
    again: bool = False


# An article with all that is said in it, and the sketch that is kept of it.
Arrived = tuple[Arrival, "Extraction", Sketch]


def find_versions(
    articles: Sequence[Article], files: Iterable[tuple[InputFile, InputFile]], store: Store
) -> list[Article]:
    """The articles, each that is a later version of a page marked as one.

    ``files`` are those that changed, as they are and as they were.
    """
    ids = {article.article_id for article in articles}
    latest = _latest(store, {article.url for article in articles if article.url} - {""}, ids)
    by_file = {
        now.articles[0]: last.articles[0]
        for now, last in files
        if len(now.articles) == len(last.articles) == 1 and now.articles != last.articles
    }
    stored = {each.article_id: each for each in store.load("articles", where={"article_id": by_file.values()})}
    found = []
    for article in sorted(articles, key=lambda each: (each.published, each.path, each.article_id)):
        before = latest.get(article.url) if article.url else None
        before = before or stored.get(by_file.get(article.article_id, ""))
        if before is not None and is_version(before, article):
            article = replace(article, version_of=before.article_id)
        if article.url and (before is None or article.version_of):
            latest[article.url] = article
        found.append(article)
    return found


def _latest(store: Store, urls: Iterable[str], ours: set[str]) -> dict[str, Article]:
    """Of each address the version that speaks for it."""
    known = [each for each in store.load("articles", where={"url": urls}) if each.article_id not in ours]
    passed = {each.version_of for each in known}
    return {each.url: each for each in known if each.article_id not in passed}


def save_portions(
    store: Store,
    arrivals: Iterable[Arrived],
    *,
    waiting: dict[InputFile, set[str]],
    lost: list[Unread],
    mark: str,
    run: "Run",
    since: int,
) -> int:
    """Save articles with what is said in them as they come; how often the store has been saved then.

    ``waiting`` has the articles of each file that have not come yet.
    """
    portion: list[Arrived] = []
    begun = time.monotonic()
    for arrived in arrivals:
        portion.append(arrived)
        if len(portion) >= PORTION or time.monotonic() - begun > SECONDS:
            since = _save(store, portion, _whole(waiting, portion), lost, mark, run, since)
            portion, begun = [], time.monotonic()
    return _save(store, portion, _whole(waiting, portion), lost, mark, run, since) if portion else since


def _whole(waiting: dict[InputFile, set[str]], portion: Iterable[Arrived]) -> list[InputFile]:
    """The files of which the last article comes with this portion."""
    come = {arrival.article.article_id for arrival, *_ in portion}
    for ids in waiting.values():
        ids -= come
    whole = [file for file, ids in waiting.items() if not ids]
    for file in whole:
        del waiting[file]
    return whole


def _save(
    store: Store,
    portion: Sequence[Arrived],
    files: Sequence[InputFile],
    lost: list[Unread],
    mark: str,
    run: "Run",
    since: int,
) -> int:
    gone = _gone(store, [arrival.article.article_id for arrival, *_ in portion if arrival.again])
    told = [extraction for _, extraction, _ in portion]
    store.append("edits", _edits(store, portion, run))
    changes = {
        "articles": Change(come=[arrival.article for arrival, *_ in portion if not arrival.again]),
        "unread": Change(come=lost[:]),
        "claims": Change(gone=gone["claims"], come=[row for each in told for row in each.claims]),
        "figures": Change(gone=gone["figures"], come=[row for each in told for row in each.figures]),
        "accounts": Change(gone=gone["accounts"], come=[row for each in told for row in each.accounts]),
        "sketches": Change(come=[replace(sketch, made_by=mark) for *_, sketch in portion]),
        "inputs": Change(come=files),
    }
    lost.clear()
    if any(arrival.again for arrival, *_ in portion):
        changes |= {name: Change(gone=gone[name]) for name in OF_INCIDENTS} | {"memories": Change(gone=["grouping"])}
    return store.update(changes, run=run, since=since)


def _gone(store: Store, article_ids: Sequence[str]) -> dict[str, list[str]]:
    """The rows that articles had and what was made of their incidents, by table."""
    gone: dict[str, list[str]] = {name: [] for name in (*STATEMENTS, *OF_INCIDENTS)}
    if not article_ids:
        return gone
    where = {"article_id": article_ids}
    incidents = {incident for incident, _ in store.pick("claims", "incident_id", "claim_id", where=where)} - {None}
    for name in STATEMENTS:
        gone[name] = [key for (key,) in store.pick(name, f"{name[:-1]}_id", where=where)]
    keys = {"links": "link_id", "positions": "position_id", "discrepancies": "discrepancy_id"}
    for name, key in keys.items():
        gone[name] = [found for (found,) in store.pick(name, key, where={"incident_id": incidents})]
    return gone


def _edits(store: Store, portion: Iterable[Arrived], run: "Run") -> Iterator[Edit]:
    """The silent edits of a portion."""
    come = {arrival.article.article_id: (arrival.article, told) for arrival, told, _ in portion}
    later = [(article, told) for article, told in come.values() if article.version_of]
    if not later:
        return
    where = {"article_id": [article.version_of for article, _ in later]}
    articles = {each.article_id: each for each in store.load("articles", where=where)}
    claims = {each.claim_id: each for each in store.load("claims", where=where)}
    figures = store.load("figures", where=where)
    for article, told in later:
        near = come.get(article.version_of)
        before = near[0] if near else articles[article.version_of]
        old = near[1].figures if near else [each for each in figures if each.article_id == before.article_id]
        said = claims | {each.claim_id: each for each in (*told.claims, *(near[1].claims if near else ()))}
        yield from find_edits(before, article, claims=said, old=old, new=told.figures, noticed=run.started)
