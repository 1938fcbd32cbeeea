"""Counts told by another count: "a third of the 90 miners" is 30, "nearly triple the 63" is just under 189."""

import math
import re
from dataclasses import replace
from functools import cache

from tracker.extract.hedges import Hedge, hedge_before, interval
from tracker.extract.numbers_words import small
from tracker.extract.quantities import Quantity
from tracker.lexicon import read_lexicon

# No word of multiplying stands farther before its number.
REACH = 40


def reckon(text: str, quantity: Quantity) -> Quantity:
    """The quantity as the number it comes to; one that is told by no other stays as it is."""
    if quantity.fraction and quantity.of_total is not None and not quantity.unit.kind:
        return _share(quantity, quantity.of_total)
    match = _multiple().search(text, max(0, quantity.start - REACH), quantity.start)
    if match is None or quantity.unit.kind or quantity.first is not None:
        return quantity
    return _times(text, quantity, match.start(), _factor(match.group(1).lower()))


def _share(quantity: Quantity, whole: float) -> Quantity:
    """A share of people is a whole number of them."""
    return replace(
        quantity,
        value=float(round(quantity.value * whole)),
        low=float(math.floor(round(quantity.low * whole, 6))),
        high=quantity.high if math.isinf(quantity.high) else float(math.ceil(round(quantity.high * whole, 6))),
        fraction=False,
    )


def _times(text: str, quantity: Quantity, start: int, factor: float) -> Quantity:
    hedge = hedge_before(text, start) or Hedge(name=quantity.hedge, bound=quantity.bound)
    value = quantity.value * factor
    low, high = interval(hedge, value)
    start = hedge.start if hedge.start >= 0 else start
    return replace(quantity, start=start, value=value, low=low, high=high, bound=hedge.bound, hedge=hedge.name)


def _factor(words: str) -> float:
    multiples = read_lexicon("numbers")["multiples"]
    first = words.split()[0]
    return float(multiples.get(first) or small().get(first) or first)


@cache
def _multiple() -> re.Pattern[str]:
    """ "triple the ", "three times the " right before a number."""
    words = "|".join(read_lexicon("numbers")["multiples"])
    numbers = "|".join(small())
    return re.compile(
        rf"\b({words}|(?:{numbers}|\d{{1,2}}) times) (?:the|last year['’]s|its|their)(?: earlier| previous)? \Z",
        re.IGNORECASE,
    )
