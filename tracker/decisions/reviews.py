"""What state a discrepancy is in: what people said of it, as long as the words behind it are those they saw.

open          nobody has decided
confirmed     a person said: the two do conflict
dismissed     a person said: this is no conflict, and why
resolved      a person said: it has been cleared up, and how
re-opened     it was decided, but the words behind it changed since, or two desks decided differently
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.decisions.record import JUDGEMENTS
from tracker.decisions.standing import moment, stand
from tracker.model import Claim, Decision, Discrepancy, Figure, content_id

STATES = ("open", "confirmed", "dismissed", "resolved", "re-opened")

# A decision whose discrepancy is gone (its incident was joined with another, say) passes to the one that shares most
# of its words, if that is at least this share of them.
ENOUGH = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How a discrepancy stands.

    ``state`` one of STATES; ``kind``, ``reason``, ``value``, ``reviewer`` and ``decided_at`` those of the last
    decision on it; ``note`` why it is open again, in one sentence; ``decisions`` the ids of those that hold.
    """

    state: str = "open"
    kind: str = ""
    reason: str = ""
    value: str = ""
    reviewer: str = ""
    decided_at: str = ""
    note: str = ""
    decisions: tuple[str, ...] = ()


OPEN = Review()


def review(
    discrepancies: Iterable[Discrepancy],
    claims: Iterable[Claim],
    figures: Iterable[Figure],
    decisions: Iterable[Decision],
) -> dict[str, Review]:
    """The review of each discrepancy by its id. Takes time in proportion to what has been decided."""
    found = {each.discrepancy_id: each for each in discrepancies}
    judged = stand(decisions).judged
    if not judged:
        return dict.fromkeys(found, OPEN)
    said, numbers = {each.claim_id: each for each in claims}, {each.figure_id: each for each in figures}
    lost = {key: each for key, each in judged.items() if key not in found}
    shown = {key: evidence_of(found[key], said, numbers) for key in found if lost or key in judged}
    passed = _pass_on(lost, {key: shown[key] for key in shown if key not in judged})
    return {key: _review(judged.get(key) or passed.get(key, ()), shown.get(key, ())) for key in found}


def evidence_of(
    discrepancy: Discrepancy, claims: Mapping[str, Claim], figures: Mapping[str, Figure]
) -> tuple[str, ...]:
    """One hash for each different statement behind a discrepancy: who says what, in which words, with which figures.

    A copy of an article adds no words, so it changes nothing; a new statement, or other words, do.
    """
    shown = {figures[key].claim_id: set[str]() for key in _figure_ids(discrepancy) if key in figures}
    for key in _figure_ids(discrepancy):
        if key in figures:
            shown[figures[key].claim_id].add(figures[key].text)
    pieces = (
        content_id(
            "evd",
            discrepancy.kind,
            discrepancy.measure,
            claims[key].source_name.casefold(),
            " ".join(claims[key].text.split()),
            *sorted(shown.get(key, ())),
        )
        for key in _claim_ids(discrepancy)
        if key in claims
    )
    return tuple(sorted(set(pieces)))


def _claim_ids(each: Discrepancy) -> Iterator[str]:
    yield from dict.fromkeys((each.left_claim_id, each.right_claim_id, *each.left_claims, *each.right_claims))


def _figure_ids(each: Discrepancy) -> Iterator[str]:
    yield from dict.fromkeys((each.left_figure_id, each.right_figure_id, *each.left_figures, *each.right_figures))


def _pass_on(
    lost: Mapping[str, tuple[Decision, ...]], free: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[Decision, ...]]:
    """Decisions whose discrepancy is gone, by the undecided discrepancy that holds most of the words they saw."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, pieces in free.items():
        for piece in pieces:
            holders[piece].append(key)
    found: dict[str, tuple[Decision, ...]] = {}
    for decisions in lost.values():
        seen = decisions[-1].evidence
        shared = Counter(key for piece in seen for key in holders.get(piece, ()))
        best = min(shared, key=lambda key: (-shared[key], key), default="")
        if best and shared[best] >= ENOUGH * len(seen):
            found[best] = tuple(sorted((*found.get(best, ()), *decisions), key=moment))
    return found


def _review(decisions: tuple[Decision, ...], shown: tuple[str, ...]) -> Review:
    if not decisions:
        return OPEN
    last = decisions[-1]
    note = _disagreement(decisions) or _change(last, shown)
    return Review(
        state="re-opened" if note else JUDGEMENTS[last.kind],
        kind=last.kind,
        reason=last.reason,
        value=last.value,
        reviewer=last.reviewer,
        decided_at=last.decided_at,
        note=note,
        decisions=tuple(each.decision_id for each in decisions),
    )


def _disagreement(decisions: tuple[Decision, ...]) -> str:
    """Two desks decided without having heard of each other, and not alike."""
    if len({each.kind for each in decisions}) == 1:
        return ""
    said = ", ".join(f"{JUDGEMENTS[each.kind]} by {each.reviewer or 'somebody'}" for each in decisions)
    return f"Decided twice, and not alike: {said}."


def _change(decision: Decision, shown: tuple[str, ...]) -> str:
    """What came or went since a decision; nothing is known where it does not say what it saw."""
    if not decision.evidence or set(decision.evidence) == set(shown):
        return ""
    come, gone = len(set(shown) - set(decision.evidence)), len(set(decision.evidence) - set(shown))
    told = [f"{_statements(come)} new"] if come else []
    told += [f"{_statements(gone)} no longer there or worded otherwise"] if gone else []
    who = f" by {decision.reviewer}" if decision.reviewer else ""
    return f"It was {JUDGEMENTS[decision.kind]}{who} on {decision.decided_at[:10]}; since then {', '.join(told)}."


def _statements(number: int) -> str:
    return f"{number} statement is" if number == 1 else f"{number} statements are"
