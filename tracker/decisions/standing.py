"""Of many decisions those that hold. Nothing is erased: an undone decision and a replaced one step back.

A decision holds while nobody has undone it and no decision that holds has taken its place. Undoing the one that took
its place brings it back, as taking back an undo does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, pairwise

from tracker.decisions.record import JUDGEMENTS, PAIRS, party_key
from tracker.errors import TableError
from tracker.model import Decision

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds.

    ``same`` and ``different`` are pairs of claim ids, ``rejected`` claim ids, ``parties`` the party of a source by its
    ``party_key``, ``judged`` the decisions on each discrepancy: one, or more where desks that had not heard of each
    other both decided.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    rejected: frozenset[str] = frozenset()
    parties: dict[str, str]
    judged: dict[str, tuple[Decision, ...]]


def stand(decisions: Iterable[Decision]) -> Standing:
    """What holds of these decisions; the order they come in does not matter."""
    held = in_force(decisions)
    said = dict(_pairs(held))
    judged: dict[str, list[Decision]] = defaultdict(list)
    for each in held:
        if each.kind in JUDGEMENTS:
            judged[each.subjects[0]].append(each)
    return Standing(
        same=tuple(sorted(pair for pair, kind in said.items() if kind == "same_incident")),
        different=tuple(sorted(pair for pair, kind in said.items() if kind == "different_incident")),
        rejected=frozenset(each.subjects[0] for each in held if each.kind == "reject_claim"),
        parties={party_key(each.subjects[0]): each.value for each in held if each.kind == "correct_party"},
        judged={subject: tuple(each) for subject, each in judged.items()},
    )


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, undos left out, oldest first: a later one on the same subject outranks it."""
    known = {each.decision_id: each for each in decisions}
    undone = _undone(known)
    left = [each for key, each in known.items() if key not in undone and each.kind != "undo"]
    replaced = {key for each in left for key in each.supersedes if key in known and _one_topic(each, known[key])}
    return tuple(sorted((each for each in left if each.decision_id not in replaced), key=moment))


def moment(decision: Decision) -> tuple[str, str]:
    """A key that sorts decisions by when they were made, those of one moment by id."""
    return decision.decided_at, decision.decision_id


def _undone(known: dict[str, Decision]) -> set[str]:
    """What was undone by an undo that has not been undone itself."""
    undos: dict[str, set[str]] = {key: set() for key in known}
    for each in known.values():
        for subject in each.subjects if each.kind == "undo" else ():
            undos.setdefault(subject, set()).add(each.decision_id)
    gone: set[str] = set()
    try:
        for key in TopologicalSorter(undos).static_order():  # an undo comes before what it undoes
            if undos.get(key, set()) - gone:
                gone.add(key)
    except CycleError as error:
        raise TableError("two decisions undo each other, so they were changed after they were made") from error
    return gone


def _one_topic(one: Decision, other: Decision) -> bool:
    """May one take the other's place? Only where both answer one question."""
    return _question(one) == _question(other) and bool(_about(one) & _about(other))


def _question(decision: Decision) -> str:
    if decision.kind in JUDGEMENTS:
        return "discrepancy"
    return "incident" if decision.kind in PAIRS else decision.kind


def _about(decision: Decision) -> set[str]:
    return {party_key(each) if decision.kind == "correct_party" else each for each in decision.subjects}


def _pairs(held: Iterable[Decision]) -> Iterator[tuple[Pair, str]]:
    """Claims that are one incident hang together in a row; those that are not are kept apart two by two.

    Where the value of the latter names some of them, these are one side, and only the two sides are kept apart.
    """
    for each in held:
        if each.kind in PAIRS:
            row = pairwise(each.subjects) if each.kind == "same_incident" else combinations(each.subjects, 2)
            side = set(each.value.split())
            yield from ((pair, each.kind) for pair in row if not side or (pair[0] in side) != (pair[1] in side))
