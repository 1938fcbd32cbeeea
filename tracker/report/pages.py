"""What the page shows, as plain frozen nouns: everything is decided here, the templates only fill it in.

Text in these nouns is as read, unescaped; the templates escape it. A name that ends in ``anchor`` is the ``id`` of a
place in the page; a link into the page is "#" and an anchor.
"""

from dataclasses import dataclass

from tracker.report.chart_pages import RangePlot


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
    ``mention`` the source as printed, ``stance`` what it is to the source ("denial"), ``via`` who relayed
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
    """Another claim behind a side.

    ``name`` says so (empty if it is the side's own name), in ``outlet``, on the day it was ``said``; ``value`` is its
    figure, ``claim_anchor`` its place.
    """

    name: str
    outlet: str
    said: When
    value: str
    claim_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict.

    ``name`` and ``party`` say who, ``described`` what kind of source it is, ``value`` what it says in short, ``brief``
    that the values of both sides are short enough to be set large; ``statement`` is its latest, most precise words;
    ``others`` more claims that say so and ``more`` how many beyond these; ``n_articles`` and ``n_independent`` the
    articles and the independent origins behind it.
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
class Reviewed:
    """What people said of a conflict.

    ``state`` is open, confirmed, dismissed, resolved or re-opened and ``word`` what the page calls it; ``reason`` why,
    ``reviewer`` who, ``decided`` when, ``note`` why it is open again; ``evidence`` the hashes of the words it rests on;
    ``decisions`` the ids of those that hold.
    """

    state: str
    word: str
    reason: str = ""
    reviewer: str = ""
    decided: When = When(words="")
    note: str = ""
    evidence: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at before a pair was flagged: its ``name`` and what was found, the ``value``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A conflict: two sides that cannot both hold.

    ``anchor`` its place and ``ident`` its id in the tables; ``what`` is in conflict ("killed"), ``kind`` the sort of
    conflict in words, ``incident`` and ``incident_anchor`` where it belongs, ``left`` and ``right`` the sides (no right
    where words are at odds with themselves), ``drawing`` their ranges (None without figures), ``severity`` 0 to 1 as
    printed, ``band`` the same as a word (high, medium, low), ``reason`` one sentence to check, ``checks`` what that
    sentence rests on, ``settles`` what could clear it up, ``rule`` which rule found it. ``parties`` and ``outlets`` are
    those behind either side, ``n_articles`` and ``n_independent`` its articles and independent origins, ``latest`` the
    day of its last statement, ``review`` what people said of it.
    """

    anchor: str
    ident: str
    what: str
    kind: str
    incident: str
    incident_anchor: str
    left: Side
    right: Side | None
    drawing: RangePlot | None
    severity: str
    band: str
    reason: str
    checks: tuple[Check, ...]
    settles: str
    rule: str
    parties: tuple[str, ...]
    outlets: tuple[str, ...]
    n_articles: int
    n_independent: int
    latest: When
    review: Reviewed


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
