"""Figures that can both hold: the same, one vaguer, or two lower bounds of a count that goes on."""

import math

from tracker.compare.counted import kinship
from tracker.compare.measures import limit
from tracker.compare.parties import opposed
from tracker.compare.times import days_between
from tracker.compare.voices import Verdict, Voice
from tracker.compare.wording import number, quoted
from tracker.model import INF


def overlap(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two figures whose words allow a common number do not conflict.

    "At least 20" and 24 are compatible, one is vaguer; 24 and "about 24" agree. Two lower bounds of a running tally,
    36 and later 40, are an update: logic allows both, but the count has moved on (so read by people who labelled pairs
    of published tolls by hand). "Several" is what is written before anybody has counted: it disputes no number above.
    """
    if _converted_alike(lesser, greater):
        return Verdict(relation="agree", why="converted to one unit they are the same, as far as printed")
    if _is_a_few(lesser) and not opposed(lesser, greater):
        few = quoted(lesser.first.last.figure.text)
        return Verdict(relation="compatible", why=f"{few} is a rough word, and more would not contradict it")
    if apart(lesser, greater):
        return None
    if kinship(lesser.first.counted, greater.first.counted, lesser.first.measure) != "same":
        return Verdict(relation="compatible", why="one says more closely who or what is counted")
    if _same(lesser, greater):
        return Verdict(relation="agree", why="both give the same number")
    if _count_goes_on(lesser, greater):
        return Verdict(relation="update", why="both are lower bounds, and the count has moved on")
    return Verdict(relation="compatible", why=_why_both_hold(lesser, greater))


def _is_a_few(voice: Voice) -> bool:
    """ "Several" is written where nobody has counted; "dozens" is an order of size."""
    return voice.bound == "vague" and voice.high <= limit("a_few")


def _why_both_hold(lesser: Voice, greater: Voice) -> str:
    """What the words leave open: a limit from above or below, or a width."""
    shared = number(max(lesser.low, greater.low))
    limits = {"at_most": "an upper limit", "at_least": "a lower limit"}
    pair = (greater, lesser) if greater.bound == "at_most" else (lesser, greater)
    for limiting, other in (pair, pair[::-1]):
        if limiting.bound in limits and other.bound not in limits:
            return (
                f"{quoted(limiting.first.last.figure.text)} only sets {limits[limiting.bound]}: {shared} would fit both"
            )
    return f"one is vaguer: {shared} would fit both"


def apart(lesser: Voice, greater: Voice) -> bool:
    """Is there no number that the words of both allow?"""
    return max(lesser.low, greater.low) > min(lesser.high, greater.high)


def _converted_alike(lesser: Voice, greater: Voice) -> bool:
    """878 hectares and 2,170 acres: two units whose numbers differ by no more than their rounding."""
    units = {voice.first.last.figure.unit for voice in (lesser, greater)}
    if len(units) < 2 or "" in units or not greater.best:
        return False
    return (greater.best - lesser.best) / greater.best <= limit("conversion_slack")


def _same(lesser: Voice, greater: Voice) -> bool:
    """One interval, or one number hedged and unhedged. "At least 11" is more than a hedge of 11."""
    if (lesser.low, lesser.high) == (greater.low, greater.high):
        return True
    return lesser.best == greater.best and not {lesser.bound, greater.bound} & {"at_least", "at_most", "vague"}


def _count_goes_on(lesser: Voice, greater: Voice) -> bool:
    if lesser.high != INF or greater.high != INF or opposed(lesser, greater):
        return False
    lag = days_between(lesser.said, greater.said)
    in_order = lag is None or lag >= -limit("date_slack_days")
    return lesser.first.measure.trend == "grows" and in_order and not _is_threshold(lesser.best)


def _is_threshold(best: float) -> bool:
    """A round number passed ("more than 100") is no count that could have moved on."""
    if best < limit("round_from"):
        return False
    leading = 10.0 ** math.floor(math.log10(best))
    return math.isclose(best % leading, 0.0)
