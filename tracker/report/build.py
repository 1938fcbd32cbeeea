"""What the first page says besides its lists, from the tables, section by section in reading order."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from tracker.difference import Difference
from tracker.model import Unread, content_id
from tracker.report.article_pages import Counts, ReportPage, Term, UnreadRow
from tracker.report.articles import bare_view, in_order
from tracker.report.conflicts import band
from tracker.report.dates import period_of, when
from tracker.report.index import Index
from tracker.report.links import shown_path
from tracker.report.reviews import CLOSED, OPEN
from tracker.report.since import since_run
from tracker.report.wording import terms, wording
from tracker.tables import Tables


def report_page(
    index: Index,
    *,
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    since: Difference | None = None,
) -> ReportPage:
    """What the first page says of the whole.

    ``generated`` is the day it was made, left out unless it is given; ``rules`` says what each rule does, by name;
    ``since`` what the last run altered.
    """
    events = [day for each in index.incidents.values() for day in (each.date_from, each.date_to)]
    articles = in_order(index)
    return ReportPage(
        published=period_of(each.published for each in index.articles.values()),
        happened=period_of(events),
        generated=when(generated or _source_date()).words,
        version=_version(),
        fingerprint=content_id("run", *sorted(f"{each.article_id} {each.sha256}" for each in index.articles.values())),
        counts=_counts(index),
        unread=tuple(map(_unread_row, _unread(index.tables))),
        silent=tuple(bare_view(index, each) for each in articles if each.article_id not in index.claims_of_article),
        undated=tuple(bare_view(index, each) for each in articles if not when(each.published).iso),
        measures=_measures(index),
        relations=_relations(),
        rules=_rules(index, rules or {}),
        since=since_run(index, since),
    )


def _counts(index: Index) -> Counts:
    states = [index.reviews[each.discrepancy_id].state for each in index.conflicts]
    standing = [each for each, state in zip(index.conflicts, states, strict=True) if state not in CLOSED]
    return Counts(
        standing=len(standing),
        severe=sum(band(each.severity) == "high" for each in standing),
        unreviewed=states.count(OPEN),
        conflicts=len(states),
        incidents=len(index.incidents),
        articles=len(index.articles),
        unread=len(index.tables.unread),
        claims=len(index.claims),
        considered=len(index.discrepancies) - len(states),
    )


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
