"""The figure as extraction knows it: found in a passage, not yet part of a claim."""

from dataclasses import dataclass

from tracker.extract.figures_counted import Counted
from tracker.extract.figures_persons import Person
from tracker.extract.measures import Measure
from tracker.extract.parse import Token
from tracker.extract.quantities import Quantity
from tracker.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A figure where it stands in a passage, before anyone knows whose claim it is.

    ``span`` covers hedge, number and counted noun in the article; ``head`` is the number's last token in the passage,
    ``verb`` the token that gives the measure (-1 if none). ``low``, ``high`` and ``best`` are in the base unit of the
    unit's kind, ``unit`` is the unit as printed. ``negated``: the figure's own predicate is denied. ``person``: the one
    person it tells of; ``some``: it is told of some of a group ("two of them"). ``sentence`` is where its sentence
    begins in the article, ``words`` the figure's with the one before ("the other three").
    ``rule``: the word that gives the measure, or the unit's kind.
    """

    span: Span
    head: int
    verb: int
    text: str
    measure: str
    counted: str
    low: float
    high: float
    best: float
    bound: str
    unit: str = ""
    scope: str = "total"
    of_total: float | None = None
    negated: bool = False
    person: Person | None = None
    some: bool = False
    sentence: int = 0
    words: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A quantity with what it counts and the role that gives its measure: a figure in the making."""

    quantity: Quantity
    counted: Counted
    measure: Measure | None
    verb: Token | None
    scope: str
    of_total: float | None
    start: int
    end: int
