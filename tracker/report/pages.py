"""What the page shows, as plain frozen nouns: everything is decided here, the templates only fill it in.

Text in these nouns is as read, unescaped; the templates escape it. A name that ends in ``anchor`` is the ``id`` of a
place in the page; a link into the page is "#" and an anchor.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day or a moment: ``words`` for people ("26 December 2023"), ``iso`` for machines, empty if it is no date."""

    words: str
    iso: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way out of the page to an original: ``href`` is http or https, ``host`` the site as the network spells it.

    So spelled, a letter of another alphabet cannot pass for one of ours.
    """

    href: str
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of quoted ``text`` and the ``kinds`` of mark on it: claim, source, cue, figure, differs."""

    text: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words with their context: ``pieces`` in order; ``cut_before`` and ``cut_after`` ask for an ellipsis."""

    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim as evidence.

    ``quote`` its words, ``claim_anchor`` its place in the article below (empty if the article is not in the tables),
    ``mention`` the source as printed, ``stance`` what the source does with the claim ("denies"), ``via`` who relayed
    it, outermost first, ``outlet`` where it stands and ``title`` under which headline, ``author`` who wrote it,
    ``zone`` which part of the article, ``said`` when, ``original`` the way to these words at the outlet.
    """

    quote: Quote
    claim_anchor: str
    mention: str
    stance: str
    via: tuple[str, ...]
    outlet: str
    title: str
    author: str
    zone: str
    said: When
    original: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Another claim behind a side: ``outlet``, the day it was ``said``, its ``value`` and its ``claim_anchor``."""

    outlet: str
    said: When
    value: str
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict.

    ``name`` and ``party`` say who, ``described`` what kind of source it is, ``value`` what it says in short, ``brief``
    that the value is short enough to be set large; ``statement`` is its latest, most precise words; ``others`` more
    claims that say so and ``more`` how many beyond these; ``n_articles`` and ``n_independent`` the articles and the
    independent origins behind it.
    """

    name: str
    party: str
    described: str
    value: str
    brief: bool
    statement: Statement
    others: tuple[Backing, ...]
    more: int
    n_articles: int
    n_independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A conflict: two sides that cannot both be right.

    ``anchor`` its place, ``what`` is in conflict ("killed"), ``kind`` the sort of conflict in words, ``incident`` and
    ``incident_anchor`` where it belongs, ``left`` and ``right`` the sides, ``severity`` 0 to 1 as printed, ``band``
    the same as a word (high, medium, low), ``reason`` one sentence to check, ``rule`` which rule found it.
    """

    anchor: str
    what: str
    kind: str
    incident: str
    incident_anchor: str
    left: Side
    right: Side
    severity: str
    band: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsideredRow:
    """Two statements that were compared and are no conflict.

    ``anchor`` its place, ``what`` was compared, ``incident`` and ``incident_anchor`` where, the ``..._name``,
    ``..._value`` and ``..._anchor`` of both sides, ``reason`` why it is none, ``rule`` which rule said so.
    """

    anchor: str
    what: str
    incident: str
    incident_anchor: str
    left_name: str
    left_value: str
    left_anchor: str
    right_name: str
    right_value: str
    right_anchor: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationGroup:
    """The compared pairs of one relation: its ``name`` (update), ``label``, ``meaning`` and ``rows``."""

    name: str
    label: str
    meaning: str
    rows: tuple[ConsideredRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A value a source gave before its last one: ``value``, the day ``said`` and its ``claim_anchor``."""

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
    ``axis_y`` where the axis lies, ``x_start`` and ``x_end`` how far it runs, ``ticks`` what stands on it; ``lanes`` are
    the sources; ``note`` tells of a logarithmic scale.
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
