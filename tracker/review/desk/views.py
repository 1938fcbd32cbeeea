"""What each page of the desk shows, from the tables as they are now."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker import summary
from tracker.decisions import in_force
from tracker.decisions.record import party_key
from tracker.model import Decision, Discrepancy, Incident
from tracker.report.article_pages import ArticleView
from tracker.report.articles import article_view, in_order, under_origins
from tracker.report.conflicts import conflict_rows
from tracker.report.incident_pages import IncidentSection
from tracker.report.incidents import incident_sections
from tracker.report.index import Index
from tracker.report.pages import ConflictRow
from tracker.review.desk.counter import Seen
from tracker.review.queue import Queue, queue_of
from tracker.tables import Tables, within

# A list beyond this is counted, not shown: nobody decides ten thousand in one sitting.
LONGEST = 200

# Why people put conflicts away, most often first; each is one key.
REASONS = (
    "Not the same count: another part, place or day",
    "A later count took its place",
    "Not the same incident",
    "The words were read wrongly",
    "One statement, worded in two ways",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One conflict in a list: its ``ident``, how it stands, and the sentence to check."""

    ident: str
    state: str
    incident: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One decision that holds: its ``ident`` and what it says in one line."""

    ident: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the desk is: ``left`` to decide, ``counts`` by state, ``waiting`` decisions the next grouping will heed,
    ``last`` what this person decided last.
    """

    left: int
    counts: dict[str, int]
    waiting: int
    last: Past | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What is to be decided, what was, and what holds; ``more`` are counted and not listed."""

    progress: Progress
    waiting: tuple[Line, ...]
    decided: tuple[Line, ...]
    past: tuple[Past, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Another incident this one could be joined with."""

    ident: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """One conflict to decide: its ``row``, its incident without it (``incidents``), the ``articles`` behind that, and
    where one can go from here.

    ``before`` and ``after`` are ids, empty where there is none; ``note`` is what a person must know first.
    """

    progress: Progress
    row: ConflictRow
    incidents: tuple[IncidentSection, ...]
    articles: tuple[ArticleView, ...]
    before: str
    after: str
    seen: Seen
    reasons: tuple[str, ...]
    others: tuple[Choice, ...]
    parties: tuple[str, ...]
    note: str


def queue_page(tables: Tables, reviewer: str) -> QueuePage:
    """The first page of the desk."""
    queue = queue_of(tables)
    labels = {each.incident_id: each.label for each in tables.incidents}
    held = in_force(tables.decisions)[::-1]
    more = max(0, len(queue.waiting) - LONGEST) + max(0, len(queue.decided) - LONGEST)
    return QueuePage(
        progress=progress(tables, queue, reviewer),
        waiting=tuple(_line(each, labels) for each in queue.waiting[:LONGEST]),
        decided=tuple(_line(each, labels) for each in queue.decided[:LONGEST]),
        past=tuple(map(_past, held[:LONGEST])),
        more=more,
    )


def conflict_page(tables: Tables, found: Discrepancy, *, seen: Seen, reviewer: str, note: str = "") -> ConflictPage:
    """The page on one conflict, with everything said of its incident below."""
    queue = queue_of(tables)
    index = Index(within(tables, [found.incident_id]))
    rows = conflict_rows(index)
    row = next(each for each in rows if each.ident == found.discrepancy_id)
    return ConflictPage(
        progress=progress(tables, queue, reviewer),
        row=row,
        incidents=incident_sections(index, [each for each in rows if each is not row]),
        articles=tuple(_articles(index)),
        before=queue.before(found.discrepancy_id),
        after=queue.after(found.discrepancy_id),
        seen=seen,
        reasons=REASONS,
        others=tuple(_others(tables, found.incident_id)),
        parties=tuple(sorted({each.party for each in tables.claims if each.party})),
        note=note,
    )


def _articles(index: Index) -> Iterable[ArticleView]:
    """The articles that hold a claim of the incident, each with those that repeat it."""
    told = (each for each in in_order(index) if each.article_id in index.claims_of_article)
    return (article_view(index, *each) for each in under_origins(told))


def progress(tables: Tables, queue: Queue, reviewer: str) -> Progress:
    """How far the desk is."""
    held = in_force(tables.decisions)
    ours = [each for each in held if each.reviewer == reviewer]
    return Progress(
        left=len(queue.waiting),
        counts=queue.counts,
        waiting=sum(1 for _ in _unheeded(tables, held)),
        last=_past(ours[-1]) if ours else None,
    )


def _unheeded(tables: Tables, held: Iterable[Decision]) -> Iterable[Decision]:
    """Decisions that do not show yet: the tables were grouped or compared before they were made."""
    incident = {each.claim_id: each.incident_id for each in tables.claims}
    standing = {claim for each in tables.discrepancies for claim in (*each.left_claims, *each.right_claims)}
    standing |= {claim for each in tables.positions for claim in each.claims}
    parties = {party_key(each.source_name): each.party for each in tables.positions}
    for each in held:
        found = [incident[claim] for claim in each.subjects if claim in incident]
        if (
            (each.kind == "same_incident" and len(set(found)) > 1)
            or (each.kind == "different_incident" and _still_meet(each, incident))
            or (each.kind == "reject_claim" and each.subjects[0] in standing)
            or (each.kind == "correct_party" and parties.get(party_key(each.subjects[0]), each.value) != each.value)
        ):
            yield each


def _still_meet(parted: Decision, incident: dict[str, str]) -> bool:
    """Do claims that were said to differ stand in one incident: two of them, or where sides are named, one of each?"""
    side = set(parted.value.split())
    known = [claim for claim in parted.subjects if claim in incident]
    if not side:
        return len({incident[claim] for claim in known}) < len(known)
    return not {incident[claim] for claim in known if claim in side}.isdisjoint(
        incident[claim] for claim in known if claim not in side
    )


def _others(tables: Tables, incident_id: str) -> Iterable[Choice]:
    """Incidents this one could be joined with: those of the same place and of near days first."""
    here = next(each for each in tables.incidents if each.incident_id == incident_id)
    others = [each for each in tables.incidents if each.incident_id != incident_id]

    def far(other: Incident) -> tuple[bool, bool, str]:
        return other.place != here.place, other.date_from[:7] != here.date_from[:7], other.label

    for each in sorted(others, key=far)[:LONGEST]:
        yield Choice(ident=each.incident_id, label=each.label)


def _line(each: Discrepancy, labels: dict[str, str]) -> Line:
    state, incident = each.review_state or "open", labels.get(each.incident_id, "")
    return Line(ident=each.discrepancy_id, state=state, incident=incident, reason=each.reason)


def _past(made: Decision) -> Past:
    return Past(ident=made.decision_id, words=summary.decision(made))
