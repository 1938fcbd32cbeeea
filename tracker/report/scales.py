"""From numbers to places in a drawing: the ends of an axis, equal or logarithmic steps, and the marks on it."""

import math
from collections.abc import Callable, Iterable

# Equal steps up to this ratio between the largest and the smallest number; beyond it the small ones would lie on one
# point, and the axis turns logarithmic and says so.
LINEAR_UP_TO = 20

TICKS = 5

# Numbers nearer than this have no room between them for a mark.
NEAREST = 1e-9

Scale = Callable[[float], float]


def domain(values: Iterable[float]) -> tuple[float, float, bool]:
    """The ends of the axis, and whether it is logarithmic. An equal-step axis of counts begins at nought."""
    finite = [value for value in values if math.isfinite(value)]
    low, high = min(finite, default=0.0), max(finite, default=1.0)
    if low > NEAREST and high / low > LINEAR_UP_TO:
        return low, high, True
    low = min(0.0, low)
    return low, high if high - low > NEAREST else low + 1, False


def scale(low: float, high: float, logarithmic: bool, *, start: float, end: float) -> Scale:
    """Where a number lies between ``start`` and ``end``, to a tenth; what lies outside is put on the edge."""
    bend: Scale = math.log if logarithmic else float
    bottom, span = bend(low), bend(high) - bend(low)

    def place(value: float) -> float:
        inside = min(max(value, low), high)
        return round(start + (bend(inside) - bottom) / span * (end - start), 1)

    return place


def ticks(low: float, high: float, logarithmic: bool) -> list[float]:
    """The numbers that are marked on an axis."""
    return _powers(low, high) if logarithmic else _steps(low, high)


def _steps(low: float, high: float) -> list[float]:
    """Round numbers in equal steps of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= rough)
    step = (
        max(step, 1.0) if float(low).is_integer() and float(high).is_integer() else step
    )  # nobody counts a fifth of a person
    first = math.ceil(low / step)
    return [each * step for each in range(first, math.floor(high / step) + 1)]


def _powers(low: float, high: float) -> list[float]:
    """Powers of ten, and the ends of the axis, so that its first and last mark are numbers somebody gave."""
    first, last = math.floor(math.log10(low)) + 1, math.ceil(math.log10(high))
    between = [10.0**each for each in range(first, last) if low * 1.6 < 10.0**each < high / 1.6]
    return [low, *between[:: max(1, len(between) // TICKS)], high]
