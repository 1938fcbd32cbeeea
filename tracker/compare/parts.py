"""Parts against totals: numbers that add up, and a part that is more than its whole."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from tracker.compare.case import Case, Finding, Side, Statement
from tracker.compare.measures import measure_of
from tracker.compare.telling import noun_of, tells_of_one
from tracker.compare.times import days_between
from tracker.compare.voices import Verdict, Voice, weight
from tracker.compare.wording import capital, number, quoted, who
from tracker.lexicon import words
from tracker.model import Figure


def adds_up(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two numbers that differ by a part one of the sources names are the same count, told by different rules.

    Fifteen held for one offence and six more are 21. Numbers of two days need no such reading: 24 dead and, a day on,
    25 with the child who died is a tally that went on.
    """
    if any(_summing().search(claim.text) for claim in greater.claims) and not any(
        map(_summing().search, (c.text for c in lesser.claims))
    ):
        return Verdict(relation="scope", why="the second adds several counts up")
    missing = greater.best - lesser.best
    same_day = not days_between(lesser.said, greater.said)
    if same_day and piece_explains(missing, (*lesser.statements, *greater.statements)):
        sum_ = f"{number(lesser.best)} and {number(missing)} make {number(greater.best)}"
        return Verdict(relation="scope", why=f"{sum_}, and one of the sources names the {number(missing)} apart")
    return None


def parts_exceed(case: Case) -> Iterator[Finding]:
    """A part that is more than the total it is said to be part of: "22 of the 21"."""
    for told in case.statements:
        whole = told.figure.of_total
        if whole is not None and told.figure.scope == "part" and told.figure.low > whole:
            yield _exceeds(told, whole)


def parts_of_wholes(case: Case) -> Iterator[Finding]:
    """A part that a claim gives beside its whole ("45 dead, 19 of them in Kyiv") is of another scope, never a rival.

    Told by ten articles it is still one part of one whole.
    """
    found: dict[tuple[object, ...], list[tuple[Statement, Figure]]] = defaultdict(list)
    for told in case.statements:
        whole = _whole(told)
        if whole is not None:
            found[told.figure.measure, told.figure.best, noun_of(told), whole.best].append((told, whole))
    yield from map(_part_of, found.values())


def _whole(told: Statement) -> Figure | None:
    """The figure of the same claim that a part belongs to."""
    part, of_total = told.figure, told.figure.of_total
    if part.scope != "part" or of_total is None or part.low > of_total:
        return None
    return next((other for other in told.beside if of_total in (other.best, other.low, other.high)), None)


def _part_of(pairs: Sequence[tuple[Statement, Figure]]) -> Finding:
    pairs = sorted(pairs, key=lambda pair: weight(pair[0]))
    claims = {told.claim.claim_id: told.claim for told, _ in pairs}
    (told, whole), parts = pairs[0], [told.figure for told, _ in pairs]
    measure = measure_of(told.figure.measure)
    part = f"{quoted(told.figure.text)} is a part of {quoted(whole.text)}"
    reason = f"{capital(measure.phrase)}: {part}, by {who(claims.values())}."
    sides = [
        Side(claims=tuple(claims.values()), figures=_once(figures), value=figures[0].text, key=_key(figures, claims))
        for figures in (parts, [whole for _, whole in pairs])
    ]
    return Finding(kind="figure", relation="scope", measure=measure.name, left=sides[0], right=sides[1], reason=reason)


def _once(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple({figure.figure_id: figure for figure in figures}.values())


def _key(figures: Iterable[Figure], claims: Iterable[str]) -> str:
    """Known by the first claim that tells it, and where it stands there."""
    first = min(claims)
    return f"{first}|{min(figure.start for figure in figures if figure.claim_id == first)}"


def piece_explains(missing: float, statements: Sequence[Statement]) -> bool:
    """Is a difference just what one of the statements' sources names apart?"""
    return any(piece.best == missing for piece in _pieces(statements))


def _pieces(statements: Sequence[Statement]) -> Iterator[Figure]:
    """Figures told beside either number that may be the difference: in its own claim, or told as a part or addition.

    Outside the claim a mention of one person explains nothing: every report tells of some of its dead one by one.
    """
    for told in statements:
        yield from told.beside
    themselves = {told.figure.figure_id for told in statements}
    for pieces in {id(told.pieces): told.pieces for told in statements}.values():
        yield from (piece for piece in pieces if piece.figure_id not in themselves and not tells_of_one(piece))


@cache
def _summing() -> re.Pattern[str]:
    """ "Together, the three fires have burned …": the words that say a number is a sum."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words('tallies', 'counting', 'summing')))})\b", re.IGNORECASE)


def _exceeds(told: Statement, whole: float) -> Finding:
    part, phrase = told.figure, measure_of(told.figure.measure).phrase
    reason = (
        f"{capital(phrase)}: {who([told.claim])} gives {quoted(part.text)} as a part of {number(whole)}, which is less."
    )
    side = Side(claims=(told.claim,), figures=(part,), value=part.text, key=f"{told.claim.claim_id}|{part.start}")
    of_whole = Side(claims=(told.claim,), value=number(whole), key=f"{side.key}|whole")
    gap = (part.low - whole) / part.low
    return Finding(
        kind="internal", relation="conflict", measure=part.measure, left=side, right=of_whole, reason=reason, gap=gap
    )
