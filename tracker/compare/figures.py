"""Figures of one incident held against each other: the questions asked of two numbers, in their order."""

from collections import defaultdict
from collections.abc import Iterator

from tracker.compare.case import Case, Finding, Holding, Side
from tracker.compare.measures import Measure, unit_slip
from tracker.compare.overlap import overlap
from tracker.compare.parts import adds_up
from tracker.compare.scope import scope
from tracker.compare.updates import update
from tracker.compare.voices import Question, Verdict, Voice, meetings, raise_voices, side_of, side_of_statements
from tracker.compare.wording import capital, quoted, when_said, who


def figures(case: Case) -> Iterator[Finding]:
    """Two sources that give numbers of the same thing, which no one number can satisfy, conflict.

    Before that is said, four questions look for a kinder reading: are they of different things (scope), can both hold
    (overlap), does a named part make the difference (parts), has the tally moved on (updates)? The first that answers
    stands.
    """
    for measure, holdings in _by_measure(case).items():
        voices = raise_voices(holdings)
        yield from (_agreement(measure, voice) for voice in voices if len(voice.holdings) > 1)
        yield from _answers(measure, voices)


def cannot_meet(lesser: Voice, greater: Voice) -> Verdict:
    """No number fits what both say, and nothing else explains the difference."""
    slip = unit_slip(lesser.best, greater.best) if lesser.first.measure.counts in {"extent", "amount"} else ""
    return Verdict(relation="conflict", why="no number fits both" + (f"; {slip}" if slip else ""))


# Asked in this order of the lesser and the greater figure; the first answer stands. The key is the rule's name in the
# table of discrepancies.
QUESTIONS: dict[str, Question] = {
    "scope": scope,
    "overlap": overlap,
    "parts": adds_up,
    "updates": update,
    "figures": cannot_meet,
}


def _by_measure(case: Case) -> dict[Measure, list[Holding]]:
    found: dict[Measure, list[Holding]] = defaultdict(list)
    for held in case.holdings:
        found[held.measure].append(held)
    return found


def _answers(measure: Measure, voices: tuple[Voice, ...]) -> Iterator[Finding]:
    """One finding for each pair of voices, conflicts between equal numbers drawn together."""
    conflicts: dict[tuple[float, float], list[tuple[Voice, Voice, Verdict]]] = defaultdict(list)
    for lesser, greater in meetings(voices):
        rule, verdict = ask(lesser, greater)
        if verdict.relation == "conflict":
            conflicts[lesser.best, greater.best].append((lesser, greater, verdict))
        elif verdict.relation:
            yield _finding(measure, rule, verdict, [lesser], [greater])
    for met in conflicts.values():
        yield _finding(measure, "figures", met[0][2], _once(pair[0] for pair in met), _once(pair[1] for pair in met))


def ask(lesser: Voice, greater: Voice) -> tuple[str, Verdict]:
    """The first question that has an answer, by name, and the answer."""
    for rule, question in QUESTIONS.items():
        if verdict := question(lesser, greater):
            return rule, verdict
    raise AssertionError("the last question always answers")


def _once(voices: Iterator[Voice]) -> list[Voice]:
    return list({voice.first.position.position_id: voice for voice in voices}.values())


def _finding(measure: Measure, rule: str, verdict: Verdict, lesser: list[Voice], greater: list[Voice]) -> Finding:
    left, right = side_of(lesser), side_of(greater)
    return Finding(
        kind="figure",
        relation=verdict.relation,
        measure=measure.name,
        left=left,
        right=right,
        reason=_reason(measure, left, right, verdict.why, when_said(lesser[0].said, greater[0].said)),
        gap=_gap(lesser[0], greater[0]) if verdict.relation == "conflict" else 0.0,
        rule=rule,
    )


def _agreement(measure: Measure, voice: Voice) -> Finding:
    """Several sources with one number: the first of them against the rest."""
    first, *rest = sorted(voice.holdings, key=lambda held: voice.statements.index(held.standing[0]))
    left = side_of_statements(first.standing)
    right = side_of_statements([told for held in rest for told in held.standing])
    when = when_said(first.first_said, min(held.first_said for held in rest))
    reason = _reason(measure, left, right, "both give the same number", when)
    return Finding(
        kind="figure", relation="agree", measure=measure.name, left=left, right=right, reason=reason, rule="overlap"
    )


def _reason(measure: Measure, left: Side, right: Side, why: str, when: str) -> str:
    one = f"{who(left.claims)} said {quoted(left.value)}"
    other = f"{who(right.claims)} said {quoted(right.value)}"
    return f"{capital(measure.phrase)}: {one}, {other} {when}; {why}."


def _gap(lesser: Voice, greater: Voice) -> float:
    """How far apart the nearest readings of both are, as a share of the greater."""
    return (greater.low - lesser.high) / greater.low
