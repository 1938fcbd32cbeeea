"""A dot-and-whisker drawing of what each source says of one measure, as plain geometry for an SVG."""

import math
from collections.abc import Callable, Sequence

from tracker.model import Position
from tracker.report.incident_pages import Lane, Plot, Tick
from tracker.report.wording import interval_words, number_words

# The box is drawn for a phone and grows to about this width on a desk, so that its letters stay near 13 px on both.
WIDTH = 440
MARGIN = 0  # the drawing stands flush with the text around it; marks may overhang
ARROW = 18  # room at the right for the arrow of an open end
TOP = 6
LANE = 44  # a line of text and the whisker under it
AXIS = 30

# Equal steps up to this ratio between the largest and the smallest number; beyond it the small ones would lie on one
# point, and the axis turns logarithmic and says so.
LINEAR_UP_TO = 20

# The longest name that fits a lane beside its value.
NAME = 34

TICKS = 5

Scale = Callable[[float], float]


def plot(
    positions: Sequence[Position], *, anchor: str, title: str, incident: str, clashing: frozenset[str] = frozenset()
) -> Plot:
    """The drawing of positions on one measure; ``clashing`` are the ids of those in a conflict."""
    ordered = sorted(positions, key=lambda each: (-_finite(each), each.source_name))
    low, high, logarithmic = _domain(ordered)
    scale = _scale(low, high, logarithmic)
    axis_y = TOP + LANE * len(ordered)
    return Plot(
        anchor=anchor,
        title=f"{title}: what each source says",
        description=_description(ordered, incident),
        width=WIDTH,
        height=axis_y + AXIS,
        axis_y=axis_y,
        x_start=MARGIN,
        x_end=WIDTH - MARGIN,
        lanes=tuple(_lane(each, row, scale, each.position_id in clashing) for row, each in enumerate(ordered)),
        ticks=tuple(_tick(value, scale) for value in _ticks(low, high, logarithmic)),
        note="logarithmic scale" if logarithmic else "",
    )


def _description(positions: Sequence[Position], incident: str) -> str:
    said = "; ".join(f"{each.source_name} {_value(each)}" for each in positions)
    return f"{incident}. {said}."


def _value(position: Position) -> str:
    return position.value or interval_words(position.low, position.best, position.high)


def _finite(position: Position) -> float:
    return position.low if math.isinf(position.best) else position.best


def _domain(positions: Sequence[Position]) -> tuple[float, float, bool]:
    """The ends of the axis, and whether it is logarithmic. An equal-step axis of counts begins at nought."""
    values = [value for each in positions for value in (each.low, each.best, each.high) if math.isfinite(value)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low > 0 and high / low > LINEAR_UP_TO:
        return low, high, True
    low = min(0.0, low)
    return low, high if high > low else low + 1, False


def _scale(low: float, high: float, logarithmic: bool) -> Scale:
    start, end = MARGIN + 8, WIDTH - MARGIN - ARROW
    bend: Scale = math.log if logarithmic else float
    bottom, span = bend(low), bend(high) - bend(low)
    return lambda value: round(start + (bend(value) - bottom) / span * (end - start), 1)


def _lane(position: Position, row: int, scale: Scale, clash: bool) -> Lane:
    open_above = math.isinf(position.high)
    name = position.source_name
    return Lane(
        name=name if len(name) <= NAME else f"{name[: NAME - 1]}…",
        value=_value(position),
        text_y=TOP + LANE * row + 15,
        y=TOP + LANE * row + 29,
        x_low=scale(position.low),
        x_best=scale(_finite(position)),
        x_high=WIDTH - MARGIN - 4 if open_above else scale(position.high),
        open_above=open_above,
        clash=clash,
    )


def _tick(value: float, scale: Scale) -> Tick:
    x = scale(value)
    align = "start" if x < MARGIN + 20 else "end" if x > WIDTH - MARGIN - 20 else "middle"
    return Tick(x=x, label=number_words(value), align=align)


def _ticks(low: float, high: float, logarithmic: bool) -> list[float]:
    return _powers(low, high) if logarithmic else _steps(low, high)


def _steps(low: float, high: float) -> list[float]:
    """Round numbers in equal steps of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= rough)
    first = math.ceil(low / step)
    return [each * step for each in range(first, math.floor(high / step) + 1)]


def _powers(low: float, high: float) -> list[float]:
    """Powers of ten, and the ends of the axis, so that its first and last mark are numbers somebody gave."""
    first, last = math.floor(math.log10(low)) + 1, math.ceil(math.log10(high))
    between = [10.0**each for each in range(first, last) if low * 1.6 < 10.0**each < high / 1.6]
    return [low, *between[:: max(1, len(between) // TICKS)], high]
