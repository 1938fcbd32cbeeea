"""The nouns of the incidents' part of the page: tables of who says what, what was said when."""

from dataclasses import dataclass

from tracker.report.chart_pages import CoursePlot, SourcePlot
from tracker.report.pages import ConflictRow, RelationGroup, When


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
class Told:
    """A statement in the timeline.

    ``source`` says what it ``holds`` (figures and accounts, or its own words), ``stance`` how if it is no plain
    statement, ``via`` through whom; ``outlet`` is where it was first read, at ``claim_anchor``; ``copies`` are the
    articles that repeat it; ``clash`` a conflict it stands in (an anchor, or empty).
    """

    source: str
    stance: str
    via: tuple[str, ...]
    holds: tuple[str, ...]
    outlet: str
    claim_anchor: str
    clash: str
    copies: tuple["Repeat", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The same statement once more: in which ``outlet``, at ``claim_anchor``."""

    outlet: str
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the timeline: ``said`` which (no words where it is not known), ``told`` what was said on it."""

    said: When
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentSection:
    """An incident and who says what of it.

    ``anchor``, ``label``, ``event``, ``when`` and ``place`` say what it is; ``n_claims``, ``n_articles``,
    ``n_sources``, ``n_independent`` how much is said; ``confidence`` and ``confidence_word`` how firmly its claims
    belong together and ``weakest`` the weakest link; ``courses`` and ``plots`` the drawings of each measure, over time
    and source by source; ``matrix`` its sources by measures (None without any), ``ranges`` the spread of each measure;
    ``conflicts`` its conflicts, ``considered`` the pairs that are none, ``n_considered`` how many these are;
    ``timeline`` everything said of it, ``n_copies`` how many of that are copies.
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
    courses: tuple[CoursePlot, ...]
    plots: tuple[SourcePlot, ...]
    matrix: Matrix | None
    ranges: tuple[RangeRow, ...]
    conflicts: tuple[ConflictRow, ...]
    considered: tuple[RelationGroup, ...]
    n_considered: int
    timeline: tuple[Day, ...]
    n_copies: int
