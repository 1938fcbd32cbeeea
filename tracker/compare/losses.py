"""Whose losses: a side counts its own dead, or its enemy's, without naming either."""

import re
from functools import cache

from tracker.compare.case import Statement
from tracker.lexicon import words


def whose(told: Statement) -> tuple[str, str]:
    """The side that counts its own people ("63 of our soldiers"), or the one that counts its enemy's; else nothing.

    Only of a source that speaks for a party: who "our" and "the enemy" are is not known of anybody else.
    """
    party = told.claim.party.casefold()
    if not party:
        return "", ""
    printed = f"{told.figure.text} {told.figure.counted}"
    if _said("enemy").search(printed) or _enemy_losing().search(told.context.before):
        return "", party
    own = _said("own").search(printed) or _own_before().search(told.context.before)
    return (party, "") if own else ("", "")


@cache
def _said(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(key)})\b", re.IGNORECASE)


@cache
def _enemy_losing() -> re.Pattern[str]:
    """ "The enemy has lost", "enemy losses amounted to", right before the number."""
    few = r"(?:\W+[\w'’]+){0,3}?\W+"
    return re.compile(rf"\b(?:{_any('enemy')}){few}(?:{_any('losing')})\b[^.;:]{{0,60}}$", re.IGNORECASE)


@cache
def _own_before() -> re.Pattern[str]:
    """ "We lost", "our losses are", right before the number."""
    return re.compile(rf"\b(?:we|our)(?:\W+[\w'’]+){{0,2}}?\W+(?:{_any('losing')})\b[^.;:]{{0,60}}$", re.IGNORECASE)


def _any(key: str) -> str:
    return "|".join(sorted(map(re.escape, words("tallies", "losses", key)), key=len, reverse=True))
