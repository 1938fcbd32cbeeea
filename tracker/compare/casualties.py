"""The dead among the hurt: eight shot, of whom two died, are six injured and two killed."""

from collections.abc import Iterable

from tracker.compare.case import Statement
from tracker.compare.measures import Measure
from tracker.compare.parties import opposed
from tracker.compare.voices import Verdict, Voice


def casualties(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two counts of the hurt that differ by the number of dead which one of the articles gives are one count.

    The higher one counts everybody who was struck, the lower one those who lived.
    """
    if opposed(lesser, greater):
        return None
    statements = (*lesser.statements, *greater.statements)
    if all(told.counts_others_here for told in greater.statements):
        # "One dead and five hurt": the five are told beside the dead, so they are without them.
        return None
    if dead_explain(greater.best - lesser.best, lesser.first.measure, statements):
        return Verdict(relation="scope", why="they differ by the number of dead: one counts these among the hurt")
    return None


def dead_explain(missing: float, measure: Measure, statements: Iterable[Statement]) -> bool:
    """Is a difference just the number of those that some sources count in?"""
    return (
        bool(measure.ends_in)
        and missing > 0
        and any(told.context.gives(measure.ends_in, missing) for told in statements)
    )
