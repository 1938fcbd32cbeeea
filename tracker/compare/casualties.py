"""The dead among the hurt: eight shot, of whom two died, are six injured and two killed; and one of the six may die."""

from collections.abc import Iterable, Iterator

from tracker.compare.case import Statement
from tracker.compare.measures import Measure, measure_of
from tracker.compare.parties import opposed
from tracker.compare.voices import Verdict, Voice


def casualties(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two counts of the hurt that differ by the number of dead which one of the articles gives are one count.

    The higher one counts everybody who was struck, the lower one those who lived.
    """
    if opposed(lesser, greater):
        return None
    statements = (*lesser.statements, *greater.statements)
    if all(told.others for told in greater.statements):
        # "One dead and five hurt": the five are told beside the dead, so they are without them.
        return None
    if dead_explain(greater.best - lesser.best, lesser.first.measure, statements):
        return Verdict(relation="scope", why="they differ by the number of dead: one counts these among the hurt")
    return None


def died(lesser: Voice, greater: Voice) -> Verdict | None:
    """One dead and three hurt, then two dead and two hurt: as many people, of whom one has died meanwhile.

    Both must count the dead beside the hurt in one claim, and those must make the same sum. Opposed sides never are.
    """
    if opposed(lesser, greater) or not died_since(lesser.first.measure, lesser.statements, greater.statements):
        return None
    return Verdict(relation="update", why="the dead and the hurt make the same sum: some of the hurt have died since")


def died_since(measure: Measure, lesser: Iterable[Statement], greater: Iterable[Statement]) -> bool:
    """Do the dead and the hurt of two claims make one sum, though each of the two numbers differs?"""
    fewer, more = ({pair for told in side for pair in _with_others(measure, told)} for side in (lesser, greater))
    return any(
        one + other == sum(pair) and other > pair[1] and kind == of_kind
        for kind, one, other in fewer
        for of_kind, *pair in more
    )


def _with_others(measure: Measure, told: Statement) -> Iterator[tuple[str, float, float]]:
    """A count with that of the dead, or of the hurt they come from, in its claim."""
    for other in told.others:
        ends = measure.ends_in == other.measure or measure_of(other.measure).ends_in == measure.name
        if ends and {told.figure.bound, other.bound} == {"exact"}:
            yield other.measure, told.figure.best, other.best


def dead_explain(missing: float, measure: Measure, statements: Iterable[Statement]) -> bool:
    """Is a difference just the number of those that some sources count in?"""
    return (
        bool(measure.ends_in)
        and missing > 0
        and any(told.context.gives(measure.ends_in, missing) for told in statements)
    )
