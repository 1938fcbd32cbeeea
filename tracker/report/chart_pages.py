"""The nouns of the drawings: plain geometry, which the templates write as SVG."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A ``label`` on the axis of a plot, at ``x``; ``align`` keeps it inside the drawing (start, middle, end)."""

    x: float
    label: str
    align: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotRow:
    """A number of a drawing as a row of its table.

    ``source`` gave ``value`` (its words), which allows the numbers ``allows``; it was ``said`` then, ``state`` tells
    whether it is in conflict, denied, or no longer holds, and ``claim_anchor`` is where it stands.
    """

    source: str
    value: str
    allows: str
    said: str
    state: str
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One source in a plot.

    ``name`` and ``value`` are printed at ``text_y``; ``x_low`` to ``x_high`` is the whisker, ``x_best`` the dot, on
    the line ``y``; ``open_above`` ends it in an arrow; ``clash`` makes the dot a diamond, ``hollow`` leaves it empty.
    """

    name: str
    value: str
    text_y: float
    y: float
    x_low: float
    x_best: float
    x_high: float
    open_above: bool
    clash: bool
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlot:
    """A dot-and-whisker drawing of one measure, a lane a source.

    ``anchor`` makes its labels' ids, ``title`` and ``description`` say it in words; ``width`` and ``height`` its box,
    ``axis_y`` where the axis lies, ``x_start`` and ``x_end`` how far it runs, ``ticks`` what stands on it; ``lanes``
    are the sources; ``note`` tells of a logarithmic scale; ``rows`` is the same as a table.
    """

    anchor: str
    title: str
    description: str
    width: int
    height: int
    axis_y: int
    x_start: int
    x_end: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    note: str
    rows: tuple[PlotRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A number somebody gave at some time.

    The dot lies at ``x`` and ``y``, its whisker runs from ``y_low`` up to ``y_high`` and ends in an arrow if
    ``open_above``; ``hollow`` is a number denied or doubted, ``clash`` one in conflict (a diamond), ``past`` one that a
    later number has replaced (dashed). ``label`` is printed at ``label_x`` and ``label_y``, aligned by ``align``.
    """

    x: float
    y: float
    y_low: float
    y_high: float
    open_above: bool
    hollow: bool
    clash: bool
    past: bool
    label: str
    label_x: float
    label_y: float
    align: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLane:
    """What one source said over time.

    ``name`` is printed at ``text_y``; ``y_top`` and ``y_base`` are the lines of the largest and the smallest number;
    ``points`` are its numbers; ``past`` is the path from one to the next, ``standing`` the path of the one that holds.
    """

    name: str
    text_y: float
    y_top: float
    y_base: float
    points: tuple[Point, ...]
    past: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePlot:
    """A drawing of one measure over time: a lane a source, time from left to right, the number from bottom to top.

    ``anchor`` makes its labels' ids, ``title`` and ``description`` say it in words; ``width`` and ``height`` its box,
    ``axis_y`` where the axis of time lies, ``x_start`` and ``x_end`` how far it runs, ``ticks`` what stands on it;
    ``top`` and ``base`` are the largest and the smallest number of every lane, ``lanes`` the sources, ``more`` how many
    of these are in the table alone; ``note`` tells of a logarithmic scale; ``rows`` is the same as a table.
    """

    anchor: str
    title: str
    description: str
    width: int
    height: int
    axis_y: int
    x_start: int
    x_end: int
    top: str
    base: str
    lanes: tuple[CourseLane, ...]
    more: int
    ticks: tuple[Tick, ...]
    note: str
    rows: tuple[PlotRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeMark:
    """One side in a small drawing of two ranges: its line from ``x_low`` to ``x_high`` at ``y``, its dot at ``x_best``.

    ``open_above`` ends the line in an arrow; ``hollow`` leaves the dot empty.
    """

    y: float
    x_low: float
    x_best: float
    x_high: float
    open_above: bool
    hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePlot:
    """Two ranges above each other: ``marks``, and the same in words: ``title`` and ``description``."""

    title: str
    description: str
    marks: tuple[RangeMark, ...]
