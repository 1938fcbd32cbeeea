"""Parts against totals: numbers that add up, and a part that is more than its whole."""

import re
from collections.abc import Iterator
from functools import cache

from tracker.compare.case import Case, Finding, Side, Statement
from tracker.compare.measures import measure_of
from tracker.compare.voices import Verdict, Voice
from tracker.compare.wording import capital, number, quoted, who
from tracker.lexicon import words
from tracker.model import Figure

# How many attackers may be counted in or out before the words explain nothing. Our choice.
_ATTACKERS = 3


def adds_up(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two numbers that differ by a part one of the sources names are the same count, told by different rules.

    Fifteen held for one offence and six more are 21; twelve dead with the gunman are eleven and one.
    """
    missing = greater.best - lesser.best
    if any(piece.best == missing for piece in _pieces(lesser, greater)):
        sum_ = f"{number(lesser.best)} and {number(missing)} make {number(greater.best)}"
        return Verdict(relation="scope", why=f"{sum_}, and one of the sources names the {number(missing)} apart")
    if missing <= _ATTACKERS and (_says(greater, "with") or _says(lesser, "without")):
        return Verdict(relation="scope", why="one counts the attacker in, the other does not")
    return None


def parts_exceed(case: Case) -> Iterator[Finding]:
    """A part that is more than the total it is said to be part of: "22 of the 21"."""
    for told in case.statements:
        whole = told.figure.of_total
        if whole is not None and told.figure.scope == "part" and told.figure.low > whole:
            yield _exceeds(told, whole)


def _pieces(lesser: Voice, greater: Voice) -> Iterator[Figure]:
    """Figures told beside either number that may be the difference: in its own claim, or told as a part or addition."""
    for told in (*lesser.statements, *greater.statements):
        for figure in told.beside:
            if figure.claim_id == told.claim.claim_id or figure.scope in {"part", "increment"}:
                yield figure


def _says(voice: Voice, how: str) -> bool:
    return any(_attackers(how).search(claim.text) for claim in voice.claims)


@cache
def _attackers(how: str) -> re.Pattern[str]:
    counting = "|".join(sorted(words("tallies", "counting", how), key=len, reverse=True))
    apart = "|".join(sorted(words("tallies", "counting", "apart"), key=len, reverse=True))
    return re.compile(rf"\b(?:{counting})\b[^.;]{{0,60}}?\b(?:{apart})\b", re.IGNORECASE)


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
