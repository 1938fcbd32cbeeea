"""One run on a store: what is new or changed is read, and everything that follows from it is brought up to date.

The store remembers. A file that holds what it held is neither opened nor read, an article that is there is not
extracted again, and of incidents only those are looked at that something new bears on; yet the tables end as if all
articles had been read at once, in whatever portions and order they came. What a run depends on beyond that: when a
page is found to have changed, the version read later speaks for it; an article found in two files keeps the path it
was first read under; and forwards hold every id that was ever given.

inputs.py       which files are new or changed
reading.py      what they hold, in portions
arrivals.py     articles saved in portions with all that is said in them
edits.py        pages that say something else than before
catching_up.py  sources named, copies found, incidents grouped and compared, in one transaction
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

from tracker import assignments
from tracker.model import INNER, KEPT, LASTING, NOUNS, Article, Run, Sketch, Unread, content_id
from tracker.progress import Watch, unwatched
from tracker.runs.maker import made_by
from tracker.runs.reading import Reading, read_new

if TYPE_CHECKING:
    from tracker.engine import Crew
    from tracker.extract import Extraction
    from tracker.store import Store

__all__ = ["Reading", "extract_new", "read_new", "run"]


def run(
    store: "Store",
    readings: Iterable[Reading],
    *,
    engine: str = "auto",
    crew: "Crew | None" = None,
    settings: Mapping[str, object] | None = None,
    watch: Watch = unwatched,
) -> Run:
    """Everything between what is read, portion by portion, and the report, saved; the record of the run.

    Nothing is saved before the first portion has been read. Workers of a ``crew`` outlive a portion.
    Raises StoreError where another run saves meanwhile.
    """

    def extracting(articles: Sequence[Article], lost: list[Unread]) -> "Iterator[tuple[Extraction, Sketch]]":
        return assignments.sketch_each(articles, engine=engine, lost=lost, crew=crew, watch=watch)

    mark = made_by()
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    made = Run(
        run_id=content_id("run", started, store.location),
        started=started,
        version=version("discrepancy-tracker"),
        settings=json.dumps(dict(settings or {}), sort_keys=True),
    )
    since = 0
    told = dict.fromkeys(("articles", "unread", "unchanged"), 0)
    with ThreadPoolExecutor(1) as aside:
        for number, reading in enumerate(readings):
            if number == 0:
                since = _begin(store, reading, made)
                if crew is not None and crew.has_begun:
                    aside.submit(load_what_follows)  # while others extract
            for name, more in (("articles", len(reading.articles)), ("unread", len(reading.unread))):
                told[name] += more
            told["unchanged"] += reading.unchanged
            since = _note(store, reading, since)
            since = extract_new(store, reading, extracting, mark=mark, made=made, since=since)
    from tracker.runs.catching_up import catch_up

    catch_up(store, made_by=mark, run=made, since=since, share=assignments.share_out(engine), watch=watch)
    counts = {name: store.count(name) for name in NOUNS}
    ended = replace(
        made,
        ended=datetime.now(UTC).isoformat(timespec="microseconds"),
        inputs=json.dumps(told, sort_keys=True),
        counts=json.dumps(counts),
    )
    store.end_run(ended)
    return ended


def load_what_follows() -> None:
    """Load what a run needs when all is extracted: grouping, comparing, the report; half a second."""
    from tracker.group import get_ready as get_ready_to_group
    from tracker.report import get_ready as get_ready_to_report

    import_module("tracker.runs.catching_up")
    get_ready_to_group()
    get_ready_to_report()


def _begin(store: "Store", reading: Reading, made: Run) -> int:
    """Record that the run has begun, and forget what is to be forgotten; how often the store has been saved then."""
    store.append("runs", [made])
    if not reading.anew:
        return reading.since
    forgotten = [name for name in (*NOUNS, *INNER) if name not in (*KEPT, *LASTING)]
    return store.replace(dict.fromkeys(forgotten), run=made, since=reading.since)


def _note(store: "Store", reading: Reading, since: int) -> int:
    """Note what could not be read of the inputs read now, in place of what was noted of them before."""
    from tracker.store import Change

    before = [path for (path,) in store.pick("unread", "path")]
    read = set(reading.paths)
    gone = {path for path in before if any(name in read for name in _around(path))}
    ids = {article.article_id for article in reading.articles}
    whole = [file for file in reading.files if ids.isdisjoint(file.articles)]
    changes = {
        "unread": Change(gone=gone, come=reading.unread),
        "inputs": Change(come=[*reading.noted, *whole]),
    }
    for name in ("articles", "claims", "figures", "accounts"):
        changes.setdefault(name, Change())
    return store.update(changes, since=since)


def _around(path: str) -> Iterator[str]:
    """An input and every file it may lie in: "desk.zip#may/page.html" in "desk.zip", rows and lines alike."""
    yield path
    for at, sign in enumerate(path):
        if sign in "#!/":
            yield path[:at]


# Finds what articles say, in their order, and sketches them; what is lost is added to the list.
Extract = Callable[[Sequence[Article], list[Unread]], "Iterator[tuple[Extraction, Sketch]]"]


def extract_new(store: "Store", reading: Reading, extract: Extract, *, mark: str, made: Run, since: int) -> int:
    """Extract what was read, and what another version has extracted; how often the store has been saved then."""
    from tracker.runs.arrivals import Arrival, find_versions, save_portions

    new = find_versions(reading.articles, reading.changed, store)
    made_before = dict(store.pick("sketches", "article_id", "made_by"))
    stale = [name for (name,) in store.pick("articles", "article_id") if made_before.get(name) != mark]
    again = store.load("articles", where={"article_id": stale}) if stale else ()
    arrivals = [*(Arrival(article=each) for each in new), *(Arrival(article=each, again=True) for each in again)]
    if not arrivals:
        return since
    lost: list[Unread] = []
    ids = {article.article_id for article in new}
    files = {file: ids & set(file.articles) for file in reading.files if not ids.isdisjoint(file.articles)}
    found = zip(arrivals, extract([arrival.article for arrival in arrivals], lost), strict=True)
    arrived = ((arrival, told, sketch) for arrival, (told, sketch) in found)
    return save_portions(store, arrived, waiting=files, lost=lost, mark=mark, run=made, since=since)
