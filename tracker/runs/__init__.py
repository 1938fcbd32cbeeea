"""One run on a store: what is new or changed is read, and everything that follows from it is brought up to date.

The store remembers. A file that holds what it held is neither opened nor read, an article that is there is not
extracted again, and of incidents only those are looked at that something new bears on; yet the tables end as if all
articles had been read at once, in whatever portions and order they came. What a run depends on beyond that: when a
page is found to have changed, the version read later speaks for it; an article found in two files keeps the path it
was first read under; and forwards hold every id that was ever given.

inputs.py       which files are new or changed
arrivals.py     articles saved in portions with all that is said in them
edits.py        pages that say something else than before
catching_up.py  sources named, copies found, incidents grouped and compared, in one transaction
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import assignments
from tracker.model import INNER, KEPT, LASTING, NOUNS, Article, InputFile, Run, Unread, content_id
from tracker.progress import Watch, unwatched
from tracker.runs.maker import made_by

if TYPE_CHECKING:
    from tracker.extract import Extraction
    from tracker.read import Given
    from tracker.runs.arrivals import Arrival
    from tracker.store import Store

__all__ = ["Reading", "extract_new", "read_new", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a run has read: articles that are new, what could not be read, and how many files stood ``unchanged``.

    ``files`` were read, ``noted`` are unchanged and get another time stamp, ``changed`` are as they are and as they
    were, ``paths`` are of all that was opened; ``since`` is how often the store had been saved before, ``anew`` that
    what it holds is to be forgotten.
    """

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    unchanged: int = 0
    files: tuple[InputFile, ...] = ()
    noted: tuple[InputFile, ...] = ()
    changed: tuple[tuple[InputFile, InputFile], ...] = ()
    paths: tuple[str, ...] = ()
    since: int = 0
    anew: bool = False


def read_new(
    store: "Store",
    paths: Sequence[Path | str],
    *,
    given: "Given",
    fetch: bool = False,
    leave_out: Iterable[Path] = (),
    anew: bool = False,
    engine: str = "local",
    watch: Watch = unwatched,
) -> Reading:
    """The articles of files that are new or changed since they were read into a store; nothing is saved yet.

    ``fetch``: addresses of the web are asked, each time. ``engine``: with any but "local" files are opened in worker
    processes.
    ``anew``: all are read, and what the store holds will be forgotten but for what people decided.
    """
    from tracker.runs.inputs import read_inputs, sort_inputs

    since = store.saves()
    ours = frozenset(path.resolve() for path in leave_out)
    mark = content_id("mrk", made_by(), repr(given))
    found = sort_inputs(paths, () if anew else store.load("inputs"), leave_out=ours, mark=mark)
    known = {} if anew else dict(store.pick("articles", "article_id", "path"))
    articles: list[Article] = []
    unread: list[Unread] = []
    files: list[InputFile] = []
    changed: list[tuple[InputFile, InputFile]] = []
    read: list[str] = []
    for each in read_inputs(found, given=given, fetch=fetch, engine=engine):
        read.append(each.path)
        unread.extend(each.unread)
        for article in each.articles:
            if article.article_id not in known:
                articles.append(article)
            elif known[article.article_id] != article.path:
                reason = f"the same article as {known[article.article_id]}"
                cure = "Nothing is lost; name each article once"
                unread.append(Unread(path=article.path, reason=reason, cure=cure))
            known.setdefault(article.article_id, article.path)
        if each.file is not None:
            files.append(each.file)
            changed.extend([(each.file, each.before)] if each.before is not None else [])
        watch("read", len(articles) + len(unread), 0)
    return Reading(
        articles=tuple(articles),
        unread=tuple(unread),
        unchanged=found.unchanged,
        files=tuple(files),
        noted=found.noted,
        changed=tuple(changed),
        paths=tuple(read),
        since=since,
        anew=anew,
    )


def run(
    store: "Store",
    reading: Reading,
    *,
    engine: str = "auto",
    settings: Mapping[str, object] | None = None,
    watch: Watch = unwatched,
) -> Run:
    """Everything between what was read and the report, saved; the record of the run.

    Raises StoreError where another run saves meanwhile.
    """
    from tracker.runs.catching_up import catch_up

    mark = made_by()
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    told = {"articles": len(reading.articles), "unread": len(reading.unread), "unchanged": reading.unchanged}
    made = Run(
        run_id=content_id("run", started, store.location),
        started=started,
        version=version("discrepancy-tracker"),
        settings=json.dumps(dict(settings or {}), sort_keys=True),
        inputs=json.dumps(told, sort_keys=True),
    )
    store.append("runs", [made])
    since = reading.since
    if reading.anew:
        forgotten = [name for name in (*NOUNS, *INNER) if name not in (*KEPT, *LASTING)]
        since = store.replace(dict.fromkeys(forgotten), run=made, since=since)
    since = _note(store, reading, since)
    since = extract_new(store, reading, engine=engine, mark=mark, made=made, since=since, watch=watch)
    catch_up(store, made_by=mark, run=made, since=since, watch=watch)
    counts = {name: store.count(name) for name in NOUNS}
    ended = replace(made, ended=datetime.now(UTC).isoformat(timespec="microseconds"), counts=json.dumps(counts))
    store.end_run(ended)
    return ended


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


def extract_new(
    store: "Store", reading: Reading, *, engine: str, mark: str, made: Run, since: int, watch: Watch
) -> int:
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
    extracted = _extracted(arrivals, engine, lost, watch)
    return save_portions(store, extracted, waiting=files, lost=lost, mark=mark, run=made, since=since)


def _extracted(
    arrivals: Sequence["Arrival"], engine: str, lost: list[Unread], watch: Watch
) -> Iterator[tuple["Arrival", "Extraction"]]:
    articles = [arrival.article for arrival in arrivals]
    told = assignments.extract_each(articles, engine=engine, lost=lost, watch=watch)
    yield from zip(arrivals, told, strict=True)
