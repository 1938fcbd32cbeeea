"""The nouns of this room: a case is one incident with all that is said of it; a rule reads it and yields findings.

Case        an incident, its statements (figures) and tellings (accounts), and where each was printed
Statement   a figure in the mouth of its source
Telling     an account in the mouth of its source
Holding     what one source holds of one count, with its history; its row of the positions table
Side        one side of a finding: every claim, figure and account that stands behind it
Finding     two sides, how they relate, and why
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tracker.compare.context import Context
from tracker.compare.counted import Counted
from tracker.compare.measures import Measure
from tracker.compare.places import Place
from tracker.compare.times import earliest
from tracker.model import Account, Article, Claim, Figure, Incident, Position

# Claims that take a figure or an account as a fact of the source's own; the rest deny, doubt or do not know.
ASSERTING = frozenset({"asserts", "blames", "concedes", "estimates"})

# Sources whose name is a description ("a witness", "an official"): in two articles these may be two people.
NAMELESS = frozenset({"unnamed", "witness", "visual_evidence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure and the claim it stands in; ``said`` is when, to the hour where that is known.

    ``beside`` are the other figures of its measure in the same claim, ``pieces`` all those that the same source tells
    in the same article as parts or additions; ``counts_others`` that it counts people otherwise there (the dead, beside
    the wounded), ``others`` who are so counted in this very claim.
    ``context`` is what stands around the figure in its article.
    """

    figure: Figure
    claim: Claim
    said: str
    beside: tuple[Figure, ...] = ()
    pieces: tuple[Figure, ...] = ()
    counts_others: bool = False
    others: tuple[Figure, ...] = ()
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An account and the claim it stands in; ``denied`` that the source says it is not so."""

    account: Account
    claim: Claim
    denied: bool


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A position with its statements in the order they were said, and what exactly they count."""

    position: Position
    measure: Measure
    counted: Counted
    place: Place
    window: tuple[str, str]
    statements: tuple[Statement, ...]

    @property
    def last(self) -> Statement:
        """What the source last said."""
        return self.statements[-1]

    @cached_property
    def standing(self) -> tuple[Statement, ...]:
        """The statements with the value the source last gave, the latest first."""
        low, high = self.last.figure.low, self.last.figure.high
        return tuple(told for told in reversed(self.statements) if (told.figure.low, told.figure.high) == (low, high))

    @property
    def first_said(self) -> str:
        """When the source first gave the value it holds."""
        return earliest(told.said for told in self.standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a finding. The first of each tuple represents it: its latest, most precise statement."""

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()
    value: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found between two sides. ``gap`` (0 to 1) is how far apart they are."""

    kind: str
    relation: str
    left: Side
    right: Side
    reason: str
    measure: str = ""
    gap: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident and all that is said of it, in the order of the articles' text."""

    incident: Incident
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    holdings: tuple[Holding, ...] = ()
    tellings: tuple[Telling, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)


Rule = Callable[[Case], Iterator[Finding]]


def speaker(claim: Claim) -> str:
    """Whose words they are, as one key: the same source in two articles has the same, a nameless one has not.

    An outlet's own voice is not the outlet as someone else's source, hence the kind in front.
    """
    name = claim.source_name or claim.source or "an unnamed source"
    alone = claim.source_kind in NAMELESS or not claim.source_name
    voice = "narrator" if claim.source_kind == "narrator" else "source"
    return f"{voice}:{name.casefold()}" + (f"@{claim.article_id}" if alone else "")


def by_claim_place(claim: Claim) -> tuple[str, int, int, str]:
    """The order of print, the same whatever order claims came in."""
    return claim.article_id, claim.start, claim.end, claim.claim_id
