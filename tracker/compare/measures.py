"""What is known of each measure: how a tally of it moves, and what it counts. The words are in tallies.toml."""

import math
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure: how a reason names it, whether it counts people or things, and which way a later figure goes.

    ``ends_in``: the measure that counts those of this one who get there: the hurt die.
    """

    name: str
    phrase: str
    counts: str
    trend: str
    why: str
    ends_in: str = ""


@cache
def measure_of(name: str) -> Measure:
    """The entry of a measure; an unknown one is treated as a bare count, compared least."""
    entries = read_lexicon("tallies")["measures"]
    return Measure(name=name, **entries.get(name, entries["other"]))


@cache
def limit(name: str) -> float:
    """One of the numbers the rules use, each with its reason in tallies.toml."""
    return float(read_lexicon("tallies")["limits"][name])


def freshness(measure: Measure, best: float) -> float:
    """Of two figures said at one time, the one further along is the newer: higher, or lower for the missing."""
    return {"grows": best, "falls": -best}.get(measure.trend, 0.0)


@cache
def dimension(unit: str) -> str:
    """What a unit measures: acres and hectares are both area, told in one base unit. A currency is its own."""
    entry = read_lexicon("units")["units"].get(unit.casefold(), {})
    kind = str(entry.get("kind", "money"))
    return unit.casefold() if kind == "money" else kind


def unit_slip(lesser: float, greater: float) -> str:
    """What unit mistake the ratio of two numbers looks like, or nothing."""
    if lesser <= 0 or math.isinf(greater):
        return ""
    slips = read_lexicon("tallies")["slips"]
    near = (slip["says"] for slip in slips if math.isclose(greater / lesser, slip["ratio"], rel_tol=0.005))
    return next(near, "")
