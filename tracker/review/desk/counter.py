"""The counter of the desk: the tables as they are now, and a decision put in, never over what was not seen."""

from dataclasses import dataclass, field, replace
from threading import Lock

from tracker import pipeline
from tracker.decisions import Review, evidence_of, review
from tracker.errors import SettingsError
from tracker.model import NOUNS, Decision, Discrepancy
from tracker.review.deciding import Reviewer
from tracker.store import Store
from tracker.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a page showed when a person decided on it: the decisions that held, and the words."""

    decisions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class StaleError(Exception):
    """What a person decided on is no longer what they saw; ``note`` says what changed. Nothing was written."""

    def __init__(self, note: str) -> None:
        super().__init__(note)
        self.note = note


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """The tables after so many ``saves``: as ``read`` from the store, and as ``told`` with the decisions in them."""

    saves: int = -1
    read: Tables = field(default_factory=Tables)
    told: Tables = field(default_factory=Tables)


# The table a run makes last: without it the others are half of a run.
LAST = pipeline.COMPARE.makes[-1]


class Counter:
    """One store and one person in front of it. Several threads and other programs may work on the store meanwhile."""

    def __init__(self, store: Store, reviewer: str) -> None:
        self._store = store
        self._lock = Lock()
        self._kept = _Kept()
        self.reviewer = reviewer

    def tables(self) -> Tables:
        """The tables with today's decisions; what a run has replaced since is loaded anew.

        While a run is at work, and has not compared yet, those of the run before are shown. Decisions are only ever
        added, so that their number tells whether there are new ones.
        """
        with self._lock:
            if self._kept.saves != self._store.saves() and self._store.has(LAST):
                self._kept = self._load()
            decisions = self._store.load("decisions")
            if len(self._kept.told.decisions) != len(decisions):
                told = pipeline.abide(replace(self._kept.read, decisions=decisions))
                self._kept = replace(self._kept, told=told)
            return self._kept.told

    def _load(self) -> "_Kept":
        """All tables as one run left them, however many save meanwhile."""
        before = -1
        while before != (saves := self._store.saves()):
            before = saves
            read = Tables(**{name: self._store.load(name) for name in NOUNS})
        return _Kept(saves=saves, read=read, told=pipeline.abide(read))

    def seen(self, tables: Tables, found: Discrepancy) -> Seen:
        """What a page on a discrepancy shows."""
        return Seen(decisions=self.review(tables, found).decisions, evidence=_evidence(tables, found))

    def review(self, tables: Tables, found: Discrepancy) -> Review:
        """How a discrepancy stands."""
        reviews = review(tables.discrepancies, tables.claims, tables.figures, tables.decisions)
        return reviews[found.discrepancy_id]

    def judge(self, found: Discrepancy, kind: str, *, reason: str, value: str, seen: Seen) -> Decision:
        """Put a judgement in; StaleError where somebody decided, or a run changed the words, since they were shown."""
        tables = self.tables()
        there = next((each for each in tables.discrepancies if each.discrepancy_id == found.discrepancy_id), None)
        if there is None:
            raise StaleError("A new run no longer finds this conflict.")
        now = self.review(tables, there)
        if set(now.decisions) != set(seen.decisions):
            again = (now.kind, now.reason, now.reviewer) == (kind, reason, self.reviewer)
            if not again:  # the same button pressed twice is one decision
                raise StaleError(f"Meanwhile it was {now.state}{f' by {now.reviewer}' if now.reviewer else ''}.")
            return next(each for each in tables.decisions if each.decision_id == now.decisions[-1])
        if set(_evidence(tables, there)) != set(seen.evidence):
            raise StaleError("A new run has changed the words behind this conflict.")
        return self.put(self.person(tables).judge(kind, there.discrepancy_id, reason=reason, value=value))

    def person(self, tables: Tables) -> Reviewer:
        """The person in front of these tables."""
        return Reviewer(name=self.reviewer, tables=tables)

    def put(self, made: Decision) -> Decision:
        """Keep a decision."""
        self._store.append("decisions", [made])
        return made

    def undo(self, decision_id: str) -> Decision:
        """Take a decision back."""
        tables = self.tables()
        known = {each.decision_id: each for each in tables.decisions}
        if decision_id not in known:
            raise SettingsError(f"there is no decision {decision_id}", "The first page lists those that hold")
        return self.put(self.person(tables).undo([known[decision_id]]))

    def apply(self) -> None:
        """Group and compare again, so that what was said of incidents, parties and claims shows."""
        for verb in (pipeline.GROUP, pipeline.COMPARE):
            pipeline.carry_out(verb, self._store)


def _evidence(tables: Tables, found: Discrepancy) -> tuple[str, ...]:
    claims = {each.claim_id: each for each in tables.claims}
    return evidence_of(found, claims, {each.figure_id: each for each in tables.figures})
