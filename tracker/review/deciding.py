"""Deciding: what a person says of the tables, written down with what they saw and what it takes the place of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.decisions import decide, evidence_of, in_force
from tracker.decisions.record import JUDGEMENTS, PAIRS, party_key
from tracker.errors import SettingsError
from tracker.model import Claim, Decision, Discrepancy, content_id
from tracker.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """A person in front of the tables; each method gives the decision and writes nothing.

    All raise SettingsError where what they name is not in the tables.
    """

    name: str
    tables: Tables

    def judge(self, kind: str, discrepancy_id: str, *, reason: str = "", value: str = "") -> Decision:
        """Confirm, dismiss or resolve a discrepancy."""
        if kind in ("dismiss", "resolve") and not reason.strip():
            raise SettingsError(f"to {kind} a discrepancy needs a reason", "Others will ask why")
        shown = self._evidence(self._discrepancy(discrepancy_id))
        return self._decide(kind, [discrepancy_id], reason=reason, value=value, evidence=shown)

    def pair(self, kind: str, claims: Iterable[str], *, reason: str = "") -> Decision:
        """Say that claims speak of one incident, or of different ones."""
        wanted = self._claims(claims)
        shown = map(_claim_evidence, wanted)
        return self._decide(kind, [each.claim_id for each in wanted], reason=reason, evidence=shown)

    def part(self, left: Iterable[str], right: Iterable[str], *, reason: str = "") -> Decision:
        """Say that the claims of two sides speak of different incidents, each side of one."""
        first, second = (list(dict.fromkeys(side)) for side in (left, right))
        wanted = self._claims((*first, *second))
        subjects, shown = [each.claim_id for each in wanted], map(_claim_evidence, wanted)
        value = " ".join(sorted(first)) if len(subjects) > 2 else ""
        return self._decide("different_incident", subjects, value=value, reason=reason, evidence=shown)

    def correct_party(self, source_name: str, party: str, *, reason: str = "") -> Decision:
        """Say which party a source speaks for."""
        named = party_key(source_name)
        found = [each for each in self.tables.claims if party_key(each.source_name) == named]
        if not found:
            raise SettingsError(f"there is no source {source_name!r}", "Give its name as the report does")
        return self._decide("correct_party", [found[0].source_name], value=party, reason=reason)

    def reject(self, claim_id: str, *, reason: str = "") -> Decision:
        """Say that a stretch of text is no claim, or was cut wrongly."""
        (claim,) = self._claims([claim_id])
        return self._decide("reject_claim", [claim_id], reason=reason, evidence=[_claim_evidence(claim)])

    def undo(self, decisions: Iterable[Decision], *, reason: str = "") -> Decision:
        """Take decisions back."""
        wanted = [each.decision_id for each in decisions]
        if not wanted:
            raise SettingsError("there is no such decision to undo", "See tracker decide list")
        return decide("undo", wanted, reason=reason, reviewer=self.name)

    def _decide(
        self, kind: str, subjects: list[str], *, reason: str, value: str = "", evidence: Iterable[str] = ()
    ) -> Decision:
        before = [each.decision_id for each in self._earlier(kind, subjects)]
        return decide(
            kind, subjects, value=value, reason=reason, reviewer=self.name, supersedes=before, evidence=evidence
        )

    def _earlier(self, kind: str, subjects: list[str]) -> Iterable[Decision]:
        """The decisions that hold on just these subjects, and that a person in front of the tables has seen."""
        rivals = next((group for group in (tuple(JUDGEMENTS), PAIRS) if kind in group), (kind,))
        named = {party_key(each) if kind == "correct_party" else each for each in subjects}
        for each in in_force(self.tables.decisions):
            about = {party_key(one) if each.kind == "correct_party" else one for one in each.subjects}
            if each.kind in rivals and about == named:
                yield each

    def _discrepancy(self, discrepancy_id: str) -> Discrepancy:
        for each in self.tables.discrepancies:
            if each.discrepancy_id == discrepancy_id:
                return each
        raise SettingsError(f"there is no discrepancy {discrepancy_id}", "See tracker decide list")

    def _claims(self, claim_ids: Iterable[str]) -> list[Claim]:
        known = {each.claim_id: each for each in self.tables.claims}
        wanted = list(claim_ids)
        unknown = next((each for each in wanted if each not in known), None)
        if unknown is not None:
            cure = "Its id stands in the report, and in the table of claims"
            raise SettingsError(f"there is no claim {unknown}", cure)
        return [known[each] for each in wanted]

    def _evidence(self, discrepancy: Discrepancy) -> tuple[str, ...]:
        claims = {each.claim_id: each for each in self.tables.claims}
        return evidence_of(discrepancy, claims, {each.figure_id: each for each in self.tables.figures})


def undo_of(decisions: Iterable[Decision], *, ids: Iterable[str] = (), by: str = "", since: str = "") -> list[Decision]:
    """The decisions that hold and fit: those named, or else all by a reviewer, made since a moment, or both.

    An undo can be named too: what it took back holds again. Raises SettingsError where nothing is asked for, or a
    named one is not there.
    """
    known = {each.decision_id: each for each in decisions}
    named = list(ids)
    if not (named or by or since):
        raise SettingsError("nothing says what to undo", "Name decisions, or give --by or --since")
    unknown = [each for each in named if each not in known]
    if unknown:
        raise SettingsError(f"there is no decision {unknown[0]}", "See tracker decide list")
    moment = _moment(since) if since else ""
    fitting = [each for each in in_force(known.values()) if by in ("", each.reviewer) and each.decided_at >= moment]
    return [known[each] for each in named] if named else fitting


def _moment(text: str) -> str:
    """As decisions are dated; a moment without a zone is one of this machine."""
    try:
        when = datetime.fromisoformat(text).astimezone(UTC)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no moment", "Write it as 2024-03-15 or 2024-03-15T10:00") from error
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _claim_evidence(claim: Claim) -> str:
    return content_id("evd", claim.source_name.casefold(), " ".join(claim.text.split()))
