"""The page's data from the tables, section by section in reading order."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from tracker.difference import Difference
from tracker.model import Unread, content_id
from tracker.report.article_pages import ArticleView, Choices, Counts, ReportPage, Term, UnreadRow
from tracker.report.articles import article_views, under_origins
from tracker.report.conflicts import conflict_rows
from tracker.report.dates import period_of, when
from tracker.report.incidents import incident_sections
from tracker.report.index import Index
from tracker.report.links import shown_path
from tracker.report.pages import ConflictRow
from tracker.report.reviews import CLOSED, OPEN
from tracker.report.since import since_run
from tracker.report.sources import sources
from tracker.report.wording import terms, wording
from tracker.tables import Tables


def report_page(
    tables: Tables | Index,
    *,
    views: Sequence[ArticleView] | None = None,
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    since: Difference | None = None,
) -> ReportPage:
    """Everything the page shows.

    ``tables`` may come with their index made, and the ``views`` of the articles too.
    ``generated`` is the day it was made, left out unless it is given; ``rules`` says what each rule does, by name;
    ``since`` what the last run altered.
    """
    index = tables if isinstance(tables, Index) else Index(tables)
    conflicts = conflict_rows(index)
    articles = article_views(index) if views is None else views
    events = [day for each in index.incidents.values() for day in (each.date_from, each.date_to)]
    return ReportPage(
        published=period_of(each.published for each in index.articles.values()),
        happened=period_of(events),
        generated=when(generated or _source_date()).words,
        version=_version(),
        fingerprint=content_id("run", *sorted(f"{each.article_id} {each.sha256}" for each in index.articles.values())),
        counts=_counts(index, conflicts),
        conflicts=conflicts,
        choices=choices(conflicts),
        incidents=incident_sections(index, conflicts),
        articles=under_origins(each for each in articles if each.n_claims),
        sources=sources(index),
        unread=tuple(map(_unread_row, _unread(index.tables))),
        silent=tuple(each for each in articles if not each.n_claims),
        undated=tuple(each for each in articles if not each.published.iso),
        measures=_measures(index),
        relations=_relations(),
        rules=_rules(index, rules or {}),
        since=since_run(index, since),
    )


def _counts(index: Index, conflicts: Sequence[ConflictRow]) -> Counts:
    standing = [each for each in conflicts if each.review.state not in CLOSED]
    return Counts(
        standing=len(standing),
        severe=sum(each.band == "high" for each in standing),
        unreviewed=sum(each.review.state == OPEN for each in conflicts),
        conflicts=len(conflicts),
        incidents=len(index.incidents),
        articles=len(index.articles),
        unread=len(index.tables.unread),
        claims=len(index.claims),
        considered=len(index.discrepancies) - len(conflicts),
    )


def choices(conflicts: Sequence[ConflictRow]) -> Choices:
    """What a list of these conflicts can be narrowed to."""
    return Choices(
        subjects=_often(each.what for each in conflicts),
        kinds=_often(each.kind for each in conflicts),
        parties=_often(party for each in conflicts for party in each.parties),
        outlets=_often(outlet for each in conflicts for outlet in each.outlets),
        states=_often(each.review.word for each in conflicts),
    )


def _often(names: Iterable[str]) -> tuple[str, ...]:
    """The most frequent first, those as frequent by name."""
    times = Counter(names)
    return tuple(sorted(times, key=lambda name: (-times[name], name)))


def _unread(tables: Tables) -> list[Unread]:
    return sorted(tables.unread, key=lambda each: (each.path, each.reason))


def _unread_row(each: Unread) -> UnreadRow:
    return UnreadRow(path=shown_path(each.path), reason=each.reason, cure=each.cure)


def _measures(index: Index) -> tuple[Term, ...]:
    """The glossary of what is counted or told in these tables, and nothing else."""
    used = {figure.measure for figure in index.figures.values()}
    told = {account.slot for account in index.accounts.values()}
    entries = [(terms("measures"), used), (terms("slots"), told)]
    return tuple(
        Term(word=entry["label"], meaning=entry["meaning"])
        for table, names in entries
        for name, entry in table.items()
        if name in names
    )


def _rules(index: Index, rules: Mapping[str, str]) -> tuple[Term, ...]:
    """What each rule that spoke in these tables does, where that is known."""
    used = {each.rule for each in index.discrepancies.values()}
    return tuple(Term(word=name, meaning=meaning) for name, meaning in rules.items() if name in used)


def _relations() -> tuple[Term, ...]:
    conflict = Term(word="Conflict", meaning=wording()["conflict"]["meaning"])
    others = (Term(word=each["label"], meaning=each["meaning"]) for each in wording()["relations"].values())
    return (conflict, *others)


def _source_date() -> str:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), empty where it is not set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), tz=UTC).date().isoformat() if seconds.isdecimal() else ""


def _version() -> str:
    try:
        return installed_version("discrepancy-tracker")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
