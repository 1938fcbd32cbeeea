"""The figure as extraction knows it: found in a passage, not yet part of a claim."""

from dataclasses import dataclass

from tracker.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A figure where it stands in a passage, before anyone knows whose claim it is.

    ``span`` covers hedge, number and counted noun in the article; ``head`` is the number's last token in the passage,
    ``verb`` the token that gives the measure (-1 if none). ``low``, ``high`` and ``best`` are in the base unit of the
    unit's kind, ``unit`` is the unit as printed. ``negated``: the figure's own predicate is denied.
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
