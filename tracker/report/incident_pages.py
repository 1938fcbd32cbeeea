"""The nouns of the incidents' part of the page: tables of who says what, and drawings."""

from dataclasses import dataclass

from tracker.report.pages import ConflictRow, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Another ``value`` a source gave.

    ``word`` is earlier, or also if it was on the same day; ``said`` is the day, ``claim_anchor`` the place.
    """

    word: str
    value: str
    said: When
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one measure.

    ``value`` as last said, ``about`` what it counts (only where the source counts several things), ``claim_anchor``
    where, ``said`` when, ``n_independent`` origins, ``clash`` the conflict it stands in (an anchor, or empty),
    ``earlier`` values and ``more`` how many beyond these.
    """

    value: str
    about: str
    claim_anchor: str
    said: When
    n_independent: int
    clash: str
    earlier: tuple[Earlier, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A source and its ``cells``, one a column, each with all it holds there; ``name`` is the source."""

    name: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixGroup:
    """The ``rows`` of sources that speak for one side; ``name`` is the party, or what they are."""

    name: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who says what of one incident: ``columns`` name what is counted or told, ``groups`` hold the sources."""

    columns: tuple[str, ...]
    groups: tuple[MatrixGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """What the sources together span.

    ``measure`` (with its scope, and what is counted if that differs), ``low`` and ``high`` the ends, ``best`` the best
    documented (empty if none stands out), ``sources`` how many.
    """

    measure: str
    low: str
    best: str
    high: str
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A ``label`` on the axis of a plot, at ``x``; ``align`` keeps it inside the drawing (start, middle, end)."""

    x: float
    label: str
    align: str = "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One source in a plot.

    ``name`` and ``value`` are printed at ``text_y``; ``x_low`` to ``x_high`` is the whisker, ``x_best`` the dot, on
    the line ``y``; ``open_above`` ends it in an arrow; ``clash`` draws the dot as a diamond.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A dot-and-whisker drawing of one measure, a lane a source.

    ``anchor`` makes its labels' ids, ``title`` and ``description`` say it in words; ``width`` and ``height`` its box,
    ``axis_y`` where the axis lies, ``x_start`` and ``x_end`` how far it runs, ``ticks`` what stands on it; ``lanes``
    are the sources; ``note`` tells of a logarithmic scale.
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
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A claim in the list of an incident without figures: ``name`` says ``text``, at ``claim_anchor``."""

    name: str
    text: str
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentSection:
    """An incident and who says what of it.

    ``anchor``, ``label``, ``event``, ``when`` and ``place`` say what it is; ``n_claims``, ``n_articles``,
    ``n_sources``, ``n_independent`` how much is said; ``confidence`` and ``confidence_word`` how firmly its claims
    belong together and ``weakest`` the weakest link; ``matrix`` its sources by measures (None without any),
    ``voices`` its claims when there is no matrix and ``more_voices`` how many beyond; ``ranges`` and ``plots`` the
    spread of each measure; ``conflicts`` its conflicts.
    """

    anchor: str
    label: str
    event: str
    when: str
    place: str
    n_claims: int
    n_articles: int
    n_sources: int
    n_independent: int
    confidence: str
    confidence_word: str
    weakest: str
    matrix: Matrix | None
    voices: tuple[Voice, ...]
    more_voices: int
    ranges: tuple[RangeRow, ...]
    plots: tuple[Plot, ...]
    conflicts: tuple[ConflictRow, ...]
