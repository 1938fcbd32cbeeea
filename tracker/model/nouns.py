"""What is read and made: articles, claims, figures, incidents, discrepancies. Each knows nothing of how it was made.

Offsets are code points into ``Article.text``, end exclusive. Dates are ISO 8601 strings (a day, or a moment), empty
where unknown. An open upper bound is ``inf``. Ids follow from content: the same input gives the same ids anywhere.
"""

import hashlib
import math
from dataclasses import dataclass
from itertools import product

INF = math.inf


def content_id(prefix: str, *parts: object) -> str:
    """An id of 10 base32 characters that follows from ``parts`` alone: ``clm-4x7k2mwq5a``.

    Fifty bits: at a million ids the chance of any two meeting is about one in two thousand.
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:7]) >> 6
    return f"{prefix}-{''.join(_TWO_LETTERS[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0))}"


# Base32 in small letters, ten bits at a time.
_TWO_LETTERS = tuple(map("".join, product("abcdefghijklmnopqrstuvwxyz234567", repeat=2)))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Does ``other`` lie wholly inside?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Zone:
    """A paragraph of an article and what it is: headline, byline, caption, body, or dropped (furniture of the page)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read. ``text`` is stored as read, never normalised; ``zones`` are its paragraphs in order.

    ``version_of`` is what the page at its address said before, where it has been read with other words since: of two
    versions the later speaks for the page, and the earlier takes no part.
    """

    article_id: str
    path: str
    url: str = ""
    publisher: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    sha256: str = ""
    copy_of: str = ""
    text: str = ""
    zones: tuple[Zone, ...] = ()
    version_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that could not be read, or only in part: the reason, and the cure where there is one."""

    path: str
    reason: str
    cure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source says in one place of one article, with the words it stands on.

    ``fragments`` are the pieces of a discontinuous content ("A," he said. "B."); ``start`` to ``end`` spans them all.
    ``scene`` is shared by the claims of one article that speak of the same happening. ``answers`` is the claim this
    one denies or confirms ("the video suggests otherwise"). ``names`` are proper names that tell the incident apart;
    ``target`` is what or who was hit. ``rule`` is what made a claim of the words: the construction that was met
    (according to, verb, closing verb, noun, colon, points back), "unproven" for the outlet's own doubt of the claim it
    answers ("without evidence", "offered no proof"), "quotation goes on", "goes on" for a sentence without a cue that
    takes up what was said right before it ("The missiles …"), or "own voice".
    """

    claim_id: str
    article_id: str
    incident_id: str = ""
    start: int
    end: int
    text: str
    zone: str = "body"
    source: str = ""
    source_start: int = -1
    source_end: int = -1
    source_name: str = ""
    source_kind: str = "narrator"
    party: str = ""
    via: tuple[str, ...] = ()
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    stance: str = "asserts"
    said_at: str = ""
    quotation: str = "none"
    event: str = ""
    place: str = ""
    country: str = ""
    date_from: str = ""
    date_to: str = ""
    confidence: float = 1.0
    scene: str = ""
    target: str = ""
    names: tuple[str, ...] = ()
    answers: str = ""
    rule: str = ""
    fragments: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number inside a claim: what it counts, and the interval its words allow.

    ``best`` is the number as printed, converted to the measure's base unit; ``low`` and ``high`` are the interval.
    ``scope``: total, part, increment, cumulative or rate. ``of_total`` is the whole that a part belongs to.
    ``rule`` is the word that makes the measure ("died", "toll"), else the unit, else empty: only the noun counts.
    """

    figure_id: str
    claim_id: str
    article_id: str
    incident_id: str = ""
    start: int
    end: int
    text: str
    measure: str
    counted: str = ""
    low: float
    high: float
    best: float
    bound: str = "exact"
    unit: str = ""
    scope: str = "total"
    of_total: float | None = None
    place: str = ""
    date_from: str = ""
    date_to: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a claim tells besides numbers: one slot of the story and its value.

    ``slot``: agent (the party held responsible), cause, outcome, target, victim_status, happened, place (the named
    building or ground), custody (of the suspect), time (the hour). ``value`` is the normalised answer ("Ukraine", "air
    defence debris", "shot down", "05:40"), ``denied`` that the claim says it is not so.
    """

    account_id: str
    claim_id: str
    article_id: str
    incident_id: str = ""
    start: int
    end: int
    text: str
    slot: str
    value: str
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What happened, where, when and to whom, as far as the claims grouped under it say.

    ``confidence`` (0 to 1) is that of the weakest link that holds the group together; ``reason`` says what it is.
    """

    incident_id: str
    label: str
    event: str = ""
    place: str = ""
    country: str = ""
    date_from: str = ""
    date_to: str = ""
    n_claims: int = 0
    n_articles: int = 0
    n_sources: int = 0
    n_independent: int = 0
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two articles' claims are of one incident: one of the links by which its claims were joined.

    ``sureness`` (0 to 1) is that of the pair by itself; the claims are the first of each side that tell of it. A
    link between copies, or one that a person made, is sure.
    """

    link_id: str
    incident_id: str
    left_claim_id: str
    right_claim_id: str
    left_article_id: str
    right_article_id: str
    sureness: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """An incident id once given, and the incident that now holds what it was named after; empty if that is gone.

    ``scene`` is what the incident was named after. While the incident stands, its id forwards to itself.
    """

    former_id: str
    incident_id: str = ""
    scene: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one source says of one measure and scope of one incident, through however many outlets.

    ``low``, ``best``, ``high``, ``bound`` and ``value`` are those of the figure it last gave; ``early`` says that it
    was told as a first report ("initially", "initial reports").
    """

    position_id: str
    incident_id: str
    measure: str
    scope: str
    source_name: str
    party: str = ""
    low: float
    best: float
    high: float
    value: str = ""
    bound: str = "exact"
    early: bool = False
    first_said: str = ""
    last_said: str = ""
    n_claims: int = 1
    n_independent: int = 1
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two positions held against each other: how they relate, and one sentence a reader can check.

    ``relation``: conflict, update, scope, compatible, agree; only a conflict raises an alarm. ``rule`` names the
    file of ``compare/`` that made it. ``review_state`` (open, confirmed, dismissed, resolved, re-opened) follows from
    the decisions: in the store those of the last comparing, in a report or an export those of today.
    """

    discrepancy_id: str
    incident_id: str
    kind: str
    relation: str
    measure: str = ""
    left_claim_id: str
    right_claim_id: str
    left_figure_id: str = ""
    right_figure_id: str = ""
    left_claims: tuple[str, ...] = ()
    right_claims: tuple[str, ...] = ()
    left_figures: tuple[str, ...] = ()
    right_figures: tuple[str, ...] = ()
    left_source: str = ""
    right_source: str = ""
    left_value: str = ""
    right_value: str = ""
    left_independent: int = 1
    right_independent: int = 1
    severity: float = 0.0
    reason: str = ""
    rule: str = ""
    left_account_id: str = ""
    right_account_id: str = ""
    review_state: str = ""
