"""The drawings as plain geometry: what each source says of one measure, and two ranges beside each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.report.chart_pages import Lane, PlotRow, RangeMark, RangePlot, SourcePlot, Tick
from tracker.report.dates import when
from tracker.report.scales import Scale, domain, scale, ticks
from tracker.report.wording import interval_words, number_words

# The box is drawn for a phone and grows to about this width on a desk, so that its letters stay near 13 px on both.
WIDTH = 440
ARROW = 18  # room at the right for the arrow of an open end
TOP = 6
LANE = 44  # a line of text and the whisker under it
AXIS = 30

# The longest name that fits a lane beside its value.
NAME = 34

# The small drawing in a row of the list of conflicts.
SMALL_WIDTH, SMALL_TOP, SMALL_BASE = 120, 8, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number somebody gave, ready to be drawn.

    ``source`` gave ``value`` (its words), which allow ``low`` to ``high``, at the moment ``said``; ``hollow`` if it was
    denied or doubted, ``clash`` if it is in conflict, ``past`` if a later one has replaced it, ``vague`` if its words
    hold no number ("dozens").
    """

    source: str
    value: str
    low: float
    best: float
    high: float
    said: str = ""
    hollow: bool = False
    clash: bool = False
    past: bool = False
    claim_anchor: str = ""
    vague: bool = False

    @property
    def dot(self) -> float:
        """Where the dot is: the number as printed, or where an interval without one begins."""
        return self.low if math.isinf(self.best) else self.best


def by_source(numbers: Sequence[Number], *, anchor: str, title: str, incident: str) -> SourcePlot:
    """A lane a number, the largest on top: for what was said at one time."""
    ordered = sorted(numbers, key=lambda each: (-each.dot, each.source))
    low, high, logarithmic = domain(value for each in ordered for value in (each.low, each.best, each.high))
    place = scale(low, high, logarithmic, start=8, end=WIDTH - ARROW)
    axis_y = TOP + LANE * len(ordered)
    return SourcePlot(
        anchor=anchor,
        title=f"{title}: what each source says",
        description=description(ordered, incident),
        width=WIDTH,
        height=axis_y + AXIS,
        axis_y=axis_y,
        x_start=0,
        x_end=WIDTH,
        lanes=tuple(_lane(each, row, place) for row, each in enumerate(ordered)),
        ticks=tuple(_tick(value, place) for value in ticks(low, high, logarithmic)),
        note="logarithmic scale" if logarithmic else "",
        rows=rows(ordered),
    )


def beside(left: Number, right: Number) -> RangePlot:
    """Two ranges above each other on one scale."""
    low, high, logarithmic = domain(value for each in (left, right) for value in (each.low, each.best, each.high))
    opened = math.isinf(left.high) or math.isinf(right.high)
    place = scale(low, high, logarithmic, start=5, end=SMALL_WIDTH - (ARROW if opened else 5))
    marks = (_mark(left, SMALL_TOP, place), _mark(right, SMALL_BASE, place))
    said = " and ".join(interval_words(each.low, each.best, each.high) for each in (left, right))
    axis = "a logarithmic scale" if logarithmic else f"a scale from {number_words(low)} to {number_words(high)}"
    return RangePlot(title=f"The numbers each side allows: {said}", description=f"Drawn on {axis}.", marks=marks)


def description(numbers: Sequence[Number], incident: str) -> str:
    """The drawing read out."""
    return f"{incident}. {'; '.join(f'{each.source} {_words(each)}' for each in numbers)}."


def rows(numbers: Sequence[Number]) -> tuple[PlotRow, ...]:
    """The drawing as a table."""
    return tuple(
        PlotRow(
            source=each.source,
            value=_words(each),
            allows=interval_words(each.low, each.best, each.high),
            said=when(each.said).words,
            state=_state(each),
            claim_anchor=each.claim_anchor,
        )
        for each in numbers
    )


def shortened(name: str, length: int = NAME) -> str:
    """A name that fits its lane."""
    return name if len(name) <= length else f"{name[: length - 1]}…"


def _words(number: Number) -> str:
    return number.value or interval_words(number.low, number.best, number.high)


def _state(number: Number) -> str:
    told = [("in conflict", number.clash), ("denied or doubted", number.hollow), ("replaced later", number.past)]
    return ", ".join(name for name, holds in told if holds)


def _lane(number: Number, row: int, place: Scale) -> Lane:
    open_above = math.isinf(number.high)
    return Lane(
        name=shortened(number.source),
        value=_words(number),
        text_y=TOP + LANE * row + 15,
        y=TOP + LANE * row + 29,
        x_low=place(number.low),
        x_best=place(number.dot),
        x_high=WIDTH - 4 if open_above else place(number.high),
        open_above=open_above,
        clash=number.clash,
        hollow=number.hollow,
    )


def _mark(number: Number, y: float, place: Scale) -> RangeMark:
    open_above = math.isinf(number.high)
    return RangeMark(
        y=y,
        x_low=place(number.low),
        x_best=place(number.dot),
        x_high=SMALL_WIDTH - 2 if open_above else place(number.high),
        open_above=open_above,
        hollow=number.hollow,
    )


def _tick(value: float, place: Scale) -> Tick:
    x = place(value)
    align = "start" if x < 20 else "end" if x > WIDTH - 20 else "middle"
    return Tick(x=x, label=number_words(value), align=align)
