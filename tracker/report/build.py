"""The page's data from the tables, section by section in reading order."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

from tracker.model import Unread
from tracker.report.article_pages import Counts, ReportPage, Term, UnreadRow
from tracker.report.articles import article_views
from tracker.report.conflicts import conflict_rows, relation_groups
from tracker.report.dates import period_of, when
from tracker.report.incidents import incident_sections
from tracker.report.index import Index
from tracker.report.wording import wording
from tracker.tables import Tables


def report_page(tables: Tables, *, generated: str = "") -> ReportPage:
    """Everything the page shows. ``generated`` is the day it was made, left out unless it is given."""
    index = Index(tables)
    conflicts, considered = conflict_rows(index), relation_groups(index)
    articles = article_views(index)
    events = [day for each in index.incidents.values() for day in (each.date_from, each.date_to)]
    return ReportPage(
        published=period_of(each.published for each in index.articles.values()),
        happened=period_of(events),
        generated=when(generated).words,
        version=_version(),
        counts=_counts(index, sum(len(group.rows) for group in considered)),
        conflicts=conflicts,
        incidents=incident_sections(index, conflicts),
        considered=considered,
        articles=tuple(each for each in articles if each.n_claims),
        unread=tuple(UnreadRow(path=each.path, reason=each.reason, cure=each.cure) for each in _unread(tables)),
        silent=tuple(each for each in articles if not each.n_claims),
        undated=tuple(each for each in articles if not each.published.iso),
        measures=_measures(index),
        relations=_relations(),
    )


def _counts(index: Index, considered: int) -> Counts:
    return Counts(
        articles=len(index.articles),
        unread=len(index.tables.unread),
        claims=len(index.claims),
        incidents=len(index.incidents),
        conflicts=len(index.conflicts),
        considered=considered,
    )


def _unread(tables: Tables) -> list[Unread]:
    return sorted(tables.unread, key=lambda each: (each.path, each.reason))


def _measures(index: Index) -> tuple[Term, ...]:
    """The glossary of what is counted or told in these tables, and nothing else."""
    used = {figure.measure for figure in index.figures.values()}
    told = {account.slot for account in index.accounts.values()}
    entries = [(wording()["measures"], used), (wording()["slots"], told)]
    return tuple(
        Term(word=entry["label"], meaning=entry["meaning"])
        for table, names in entries
        for name, entry in table.items()
        if name in names
    )


def _relations() -> tuple[Term, ...]:
    conflict = Term(word="Conflict", meaning=wording()["conflict"]["meaning"])
    others = (Term(word=each["label"], meaning=each["meaning"]) for each in wording()["relations"].values())
    return (conflict, *others)


def _version() -> str:
    try:
        return installed_version("discrepancy-tracker")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return ""
