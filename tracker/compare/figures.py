"""Figures of one incident held against each other: the questions asked of two numbers, in their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.compare.attackers import attackers
from tracker.compare.case import Case, Finding, Holding, Side, Statement
from tracker.compare.casualties import casualties, died
from tracker.compare.measures import Measure, limit, measure_of, unit_slip
from tracker.compare.overlap import overlap
from tracker.compare.parties import opposed, record_against_word
from tracker.compare.parts import adds_up
from tracker.compare.scope import scope
from tracker.compare.together import passing, together
from tracker.compare.updates import update
from tracker.compare.voices import (
    Question,
    Verdict,
    Voice,
    loudest,
    meetings,
    raise_voices,
    side_of,
    side_of_statements,
    weight,
)
from tracker.compare.wording import capital, quoted, when_said, who


def figures(case: Case) -> Iterator[Finding]:
    """Two sources that give numbers of the same thing, which no one number can satisfy, conflict.

    Before that is said, five questions look for a kinder reading: are they of different things (scope), is the
    attacker counted in (attackers), can both hold (overlap), does a named part make the difference (parts), has the
    tally moved on (updates)? The first that answers stands.
    """
    for measure, holdings in _by_measure(case).items():
        voices = raise_voices(holdings)
        yield from (_agreement(measure, voice) for voice in voices if len(voice.holdings) > 1)
        yield from _answers(measure, voices, sure=case.incident.confidence >= limit("sure_grouping"))


def cannot_meet(lesser: Voice, greater: Voice) -> Verdict:
    """No number fits what both say, and nothing else explains the difference."""
    slip = unit_slip(lesser.best, greater.best) if lesser.first.measure.counts in {"extent", "amount"} else ""
    return Verdict(relation="conflict", why="no number fits both" + (f"; {slip}" if slip else ""))


# Asked in this order of the lesser and the greater figure; the first answer stands. The key is the rule's name in the
# table of discrepancies.
QUESTIONS: dict[str, Question] = {
    "scope": scope,
    "attackers": attackers,
    "overlap": overlap,
    "parts": adds_up,
    "updates": update,
    "casualties": casualties,
    "died": died,
    "together": together,
    "passing": passing,
    "figures": cannot_meet,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Two voices, the question that settled how they relate, and its verdict."""

    lesser: Voice
    greater: Voice
    rule: str
    verdict: Verdict


def _by_measure(case: Case) -> dict[Measure, list[Holding]]:
    found: dict[Measure, list[Holding]] = defaultdict(list)
    for held in case.holdings:
        found[held.measure].append(held)
    return found


def _answers(measure: Measure, voices: tuple[Voice, ...], *, sure: bool) -> Iterator[Finding]:
    """What is to be told of the voices of one measure, two by two; ``sure`` that they speak of one happening."""
    conflicts: dict[tuple[float, float], list[Answer]] = defaultdict(list)
    others: list[Answer] = []
    for lesser, greater in meetings(loudest(voices)):
        answer = ask(lesser, greater)
        if not sure and not opposed(lesser, greater) and not record_against_word(lesser, greater):
            answer = _in_doubt(answer)
        if answer.verdict.relation == "conflict":
            conflicts[lesser.best, greater.best].append(answer)
        elif answer.verdict.relation:
            others.append(answer)
    yield from (_finding(measure, [answer]) for answer in _nearest(others))
    yield from (_finding(measure, answers) for answers in conflicts.values())


def _nearest(answers: Iterable[Answer]) -> Iterator[Answer]:
    """Of what is no alarm, each figure is shown beside the next one up: 18 became 24 and 24 became 30, no more."""
    shown: set[tuple[str, str]] = set()
    for answer in answers:
        key = (answer.lesser.first.position.position_id, answer.verdict.relation)
        if key not in shown:
            shown.add(key)
            yield answer


def ask(lesser: Voice, greater: Voice) -> Answer:
    """The first question that has an answer, by name, and the answer."""
    found = ((rule, question(lesser, greater)) for rule, question in QUESTIONS.items())
    rule, verdict = next((rule, verdict) for rule, verdict in found if verdict)
    return Answer(lesser=lesser, greater=greater, rule=rule, verdict=verdict)


def _in_doubt(answer: Answer) -> Answer:
    """No alarm where it is little better than even that two articles speak of one happening and no number is shared."""
    across = not answer.lesser.articles & answer.greater.articles
    if answer.verdict.relation != "conflict" or not across or _share_a_number(answer):
        return answer
    verdict = Verdict(relation="scope", why="it is not sure enough that both speak of one happening")
    return replace(answer, rule="scope", verdict=verdict)


def _share_a_number(answer: Answer) -> bool:
    """Eight dead in both articles, though one has six children among them and the other five: one happening."""
    lesser, greater = answer.lesser, answer.greater
    known = {value for told in lesser.statements for value in _telling_numbers(told, answer)}
    return any(known & _telling_numbers(told, answer) for told in greater.statements)


def _telling_numbers(told: Statement, answer: Answer) -> set[tuple[str, float]]:
    """The counts of people of an article, without the two that differ and the small ones that every report has."""
    differing = {answer.lesser.best, answer.greater.best}
    return {
        (name, value)
        for name, values in told.context.values.items()
        for value in values
        if measure_of(name).counts == "people" and value >= limit("telling_number") and value not in differing
    }


def _finding(measure: Measure, answers: Sequence[Answer]) -> Finding:
    """The finding of one or more answers between equal numbers, drawn together."""
    first = answers[0]
    left = side_of(_once(answer.lesser for answer in answers))
    right = side_of(_once(answer.greater for answer in answers))
    if first.verdict.relation == "conflict":
        left, right = _known_by(left, first.lesser.best), _known_by(right, first.greater.best)
    when = when_said(first.lesser.said, first.greater.said)
    return Finding(
        kind="figure",
        relation=first.verdict.relation,
        measure=measure.name,
        left=left,
        right=right,
        reason=_reason(measure, left, right, first.verdict.why, when),
        gap=_gap(first.lesser, first.greater) if first.verdict.relation == "conflict" else 0.0,
        rule=first.rule,
    )


def _known_by(side: Side, best: float) -> Side:
    """A conflict is one between two numbers, however many come to say either: its id stays, and what was decided."""
    return replace(side, key=f"{best:g}")


def _once(voices: Iterable[Voice]) -> list[Voice]:
    return list({voice.first.position.position_id: voice for voice in voices}.values())


def _agreement(measure: Measure, voice: Voice) -> Finding:
    """Several sources with one number: the first of them against the rest."""
    first, *rest = sorted(voice.holdings, key=lambda held: weight(held.standing[0]))
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
