"""An incident's low, best and high of each measure, derived from its positions and never a judgement.

Recorders publish the least and the greatest number that sources give, with the rule that made each end (Airwars, UCDP
GED, Iraq Body Count); so do we. What a hedge allows beyond the number printed is no number anybody gave: "at least 24"
stands for 24, "about 30" for 30.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tracker.compare.measures import Measure, measure_of
from tracker.compare.times import days_between
from tracker.lexicon import words
from tracker.model import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One measure of one incident: the least and greatest number its sources give, the one most give, by which rule."""

    incident_id: str
    measure: str
    low: float
    best: float
    high: float
    n_positions: int
    rule: str


def tally(positions: Iterable[Position]) -> tuple[Tally, ...]:
    """The tallies of some positions, by incident and measure, of whole counts of people or of an extent.

    Things are counted noun by noun (homes, blocks of flats), so one number for all of them would say nothing.
    """
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if position.scope == "total" and measure_of(position.measure).counts in {"people", "extent"}:
            found[position.incident_id, position.measure].append(position)
    return tuple(_tally(*key, found[key]) for key in sorted(found))


def _tally(incident_id: str, measure: str, positions: Sequence[Position]) -> Tally:
    current = list(_current(measure_of(measure), positions))
    telling = _no_vaguer_than_needed(current)
    low, high = min(map(_least, _with_a_low(telling))), max(map(_greatest, telling))
    best = _most_backed(telling)
    left_out = len(positions) - len(current)
    return Tally(
        incident_id=incident_id,
        measure=measure,
        low=low,
        best=best,
        high=high,
        n_positions=len(current),
        rule=_rule(left_out),
    )


def _current(measure: Measure, positions: Sequence[Position]) -> Iterator[Position]:
    """The positions no later one has carried on; in a count that does not run, all of them."""
    for position in positions:
        if not any(_carries_on(measure, position, later) for later in positions):
            yield position


def _carries_on(measure: Measure, earlier: Position, later: Position) -> bool:
    """A day later or told of a first report, further along, and not the other side's."""
    direction = {"grows": 1, "falls": -1}.get(measure.trend, 0)
    further = (later.best - earlier.best) * direction > 0
    opposed = earlier.party and later.party and earlier.party != later.party
    newer = (days_between(earlier.last_said, later.last_said) or 0) >= 1 or (earlier.early and not later.early)
    return further and not opposed and newer


def _no_vaguer_than_needed(positions: Sequence[Position]) -> Sequence[Position]:
    """ "Dozens" and "more than 40" set no end where somebody gives 45, which they allow."""
    definite = [position for position in positions if not _is_loose(position)]
    return [
        position
        for position in positions
        if not _is_loose(position) or not any(position.low <= told.best <= position.high for told in definite)
    ]


def _is_loose(position: Position) -> bool:
    """A rough word, or a number that was passed; "at least 24" is a count, of those who could be counted."""
    passed = position.bound == "at_least" and _passed().search(position.value)
    return position.bound == "vague" or bool(passed)


@cache
def _passed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('tallies', 'telling', 'passed')))})\b", re.IGNORECASE)


def _with_a_low(positions: Sequence[Position]) -> Sequence[Position]:
    """ "Up to 20" says nothing of the least; where nobody says more, the number printed is both ends."""
    return [position for position in positions if position.bound != "at_most"] or positions


def _least(position: Position) -> float:
    """The low end of a range, the least that "dozens" is read as; else the number printed."""
    return position.low if position.bound in {"range", "vague"} else position.best


def _greatest(position: Position) -> float:
    """The high end of a range; else the number printed, of "dozens" two dozen."""
    return position.high if position.bound == "range" else position.best


def _most_backed(positions: Sequence[Position]) -> float:
    """The number with the most independent origins; of two with as many, the one said last, then the lesser."""
    backing: dict[float, tuple[int, str]] = {}
    for position in positions:
        origins, said = backing.get(position.best, (0, ""))
        backing[position.best] = (origins + position.n_independent, max(said, position.last_said))
    most = max(backing.values())
    return min(best for best, backed in backing.items() if backed == most)


def _rule(left_out: int) -> str:
    note = f"; {left_out} left out that a later figure of the running tally carries on" if left_out else ""
    return (
        "low and high: the least and the greatest number that the sources last gave; "
        f"best: the number with the most independent origins{note}"
    )
