"""The drawing of numbers over time: a lane a source, each revision a step, what was replaced dashed."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from tracker.report.chart_pages import CourseLane, CoursePlot, Point, Tick
from tracker.report.charts import WIDTH, Number, description, rows, shortened
from tracker.report.dates import short_day
from tracker.report.scales import Scale, domain, scale
from tracker.report.wording import interval_words, number_words

# A lane: its name, room for a number above the highest dot, and the strip the numbers are drawn in.
NAME_ROOM, LABEL_ROOM, STRIP, GAP = 16, 22, 40, 10
TOP = 4
AXIS = 30
LEFT, RIGHT = 52, 26  # room for the numbers of the axis, and for a label at the last day
LONGEST_NAME = 48

# More lanes than a screen holds are read in the table under the drawing.
LANES = 8

# Revisions of one hour would lie on one point: each is set so much further to the right.
APART = 13

# A letter of a label is about so wide; labels that would run into each other are left to the table.
LETTER = 7.5

DAYS_MARKED = 5


def over_time(lanes: Sequence[Sequence[Number]], *, anchor: str, title: str, incident: str) -> CoursePlot | None:
    """The numbers of each source in the order they were given; None where all are of one day, or of no known one."""
    dated = [[each for each in lane if _moment(each.said) is not None] for lane in lanes]
    days = sorted({int(_moment(each.said) or 0) for lane in dated for each in lane})
    if len(days) < 2:
        return None
    drawn = [lane for lane in dated if lane]
    everything = [number for lane in drawn for number in lane]
    low, high, logarithmic = domain(value for each in everything for value in (each.low, each.best, each.high))
    across = scale(days[0], days[-1] + 1, False, start=LEFT + 4, end=WIDTH - RIGHT)
    axis_y = TOP + _height() * min(LANES, len(drawn))
    found = [_lane(lane, row, across, (low, high, logarithmic)) for row, lane in enumerate(drawn[:LANES])]
    said = [each for lane in lanes for each in lane]
    return CoursePlot(
        anchor=anchor,
        title=f"{title}: what each source said, and when",
        description=description(said, incident),
        width=WIDTH,
        height=axis_y + AXIS,
        axis_y=axis_y,
        x_start=LEFT - 6,
        x_end=WIDTH,
        top=number_words(high),
        base=number_words(low),
        lanes=tuple(found),
        more=max(0, len(drawn) - LANES),
        ticks=tuple(_ticks(days, across)),
        note="logarithmic scale" if logarithmic else "",
        rows=rows(said),
    )


def _height() -> int:
    return NAME_ROOM + LABEL_ROOM + STRIP + GAP


def _lane(lane: Sequence[Number], row: int, across: Scale, ends: tuple[float, float, bool]) -> CourseLane:
    top = TOP + _height() * row
    y_top, y_base = top + NAME_ROOM + LABEL_ROOM, top + NAME_ROOM + LABEL_ROOM + STRIP
    up = scale(*ends, start=y_base, end=y_top)
    places = _places(lane, across)
    places = [min(x, WIDTH - 8) for x in places]
    labelled = _labelled(lane, places)
    points = [
        _point(each, x, up, y_top, shown=i in labelled) for i, (each, x) in enumerate(zip(lane, places, strict=True))
    ]
    return CourseLane(
        name=shortened(lane[-1].source, LONGEST_NAME),
        text_y=top + 12,
        y_top=y_top,
        y_base=y_base,
        points=tuple(points),
        past=_steps(points),
        standing="" if points[-1].past else _standing(points[-1]),
    )


def _places(lane: Sequence[Number], across: Scale) -> list[float]:
    """Where each number lies: at its moment, and always right of the one before."""
    found: list[float] = []
    for each in lane:
        x = across(_moment(each.said) or 0)
        found.append(max(x, found[-1] + APART) if found else x)
    return found


def _labelled(lane: Sequence[Number], places: Sequence[float]) -> set[int]:
    """The numbers whose labels have room, the last ones first."""
    found: set[int] = set()
    edge = math.inf
    for i in reversed(range(len(lane))):
        half = len(_label(lane[i])) * LETTER / 2
        if places[i] + half < edge:
            found.add(i)
            edge = places[i] - half
    return found


def _label(number: Number) -> str:
    """The number at its dot; where none was said, what the words allow: "dozens" is no 24."""
    return interval_words(number.low, number.best, number.high) if number.vague else number_words(number.dot)


def _point(number: Number, x: float, up: Scale, y_top: float, *, shown: bool) -> Point:
    open_above = math.isinf(number.high)
    y_high = y_top - 4 if open_above else up(number.high)
    text = _label(number)
    return Point(
        x=round(x, 1),
        y=up(number.dot),
        y_low=up(number.low),
        y_high=y_high,
        open_above=open_above,
        hollow=number.hollow,
        clash=number.clash,
        past=number.past,
        label=text if shown else "",
        label_x=round(x, 1),
        label_y=min(y_high, up(number.dot)) - 8,
        align="end" if x + len(text) * LETTER / 2 > WIDTH else "middle",
    )


def _steps(points: Sequence[Point]) -> str:
    """From each number to the next: along in time, then up or down."""
    if len(points) < 2:
        return ""
    return f"M{points[0].x:g} {points[0].y:g}" + "".join(f"H{each.x:g}V{each.y:g}" for each in points[1:])


def _standing(last: Point) -> str:
    return f"M{last.x:g} {last.y:g}H{WIDTH - 4}"


def _ticks(days: Sequence[int], across: Scale) -> Iterator[Tick]:
    """The first and the last day, and days between them while there is room."""
    first, last = days[0], days[-1]
    every = max(1, math.ceil((last - first) / (DAYS_MARKED - 1)))
    marked = [first, *(day for day in range(first + every, last, every) if last - day >= every * 0.7), last]
    for day in dict.fromkeys(marked):
        yield Tick(x=across(day), label=short_day(date.fromordinal(day), year=last - first > 300), align="start")


def _moment(said: str) -> float | None:
    """A day as a number, with the part of it that has passed where the hour is known; None for no date.

    The hour is taken as printed, whatever its zone: a newspaper's day is its own.
    """
    try:
        day = date.fromisoformat(said[:10])
    except ValueError:
        return None
    try:
        clock = datetime.fromisoformat(said)
    except ValueError:
        return float(day.toordinal())
    return day.toordinal() + (clock.hour * 60 + clock.minute) / 1440
