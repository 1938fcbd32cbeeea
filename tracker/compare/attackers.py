"""Who is counted among the dead: with the attacker or without."""

import re
from collections.abc import Iterable
from functools import cache

from tracker.compare.voices import Verdict, Voice
from tracker.lexicon import words

# How many attackers may be counted in or out before the words explain nothing. Our choice.
_ATTACKERS = 3


def attackers(lesser: Voice, greater: Voice) -> Verdict | None:
    """Twelve dead with the gunman are eleven and one: two rules of counting, and no conflict.

    Asked before the intervals are compared, as "at least eleven" would allow twelve and hide why they differ. The words
    of one of the two must say who is counted in or out, or that the attacker died by his own hand.
    """
    missing = greater.best - lesser.best
    if attacker_explains(missing, (claim.text for claim in lesser.claims), (claim.text for claim in greater.claims)):
        return Verdict(relation="scope", why="one counts the attacker in, the other does not")
    return None


def attacker_explains(missing: float, lesser: Iterable[str], greater: Iterable[str]) -> bool:
    """Do the words of either count say that the attacker is counted in, or left out, or died by his own hand?"""
    if not 0 < missing <= _ATTACKERS:
        return False
    return any(map(_attackers("with").search, greater)) or any(
        _attackers("without").search(text) or _own_hand().search(text) for text in lesser
    )


@cache
def _own_hand() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('tallies', 'counting', 'himself')))})\b", re.IGNORECASE)


@cache
def _attackers(how: str) -> re.Pattern[str]:
    counting = "|".join(sorted(words("tallies", "counting", how), key=len, reverse=True))
    apart = "|".join(sorted(words("tallies", "counting", "apart"), key=len, reverse=True))
    return re.compile(rf"\b(?:{counting})\b[^.;]{{0,60}}?\b(?:{apart})\b", re.IGNORECASE)
