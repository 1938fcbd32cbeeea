"""One source quoted with different figures by two articles of one day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tracker.compare.case import Case, Finding, Holding, Statement
from tracker.compare.casualties import died_since
from tracker.compare.counted import kinship
from tracker.compare.measures import limit
from tracker.compare.parts import piece_explains
from tracker.compare.times import day, hours_between
from tracker.compare.updates import says_it_moved
from tracker.compare.voices import side_of_statements
from tracker.compare.wording import capital, on_day, quoted, who


def quote(case: Case) -> Iterator[Finding]:
    """One statement that two outlets report with different numbers: at least one of them misquotes it.

    An alarm only where both numbers are exact and no clock time or word ("rose to") speaks for a new count; a tally may
    move between two editions. An outlet's own voice is no quotation.
    """
    for held in case.holdings:
        if held.last.claim.source_kind != "narrator" and _is_one_count(held):
            for said_on, told in _days(held).items():
                yield from _differences(held, said_on, told)


def _is_one_count(held: Holding) -> bool:
    """Of one noun, and of all of it: two parts of a total need not be one part."""
    wholes = {told.figure.of_total for told in held.statements}
    one_part = len(wholes) == 1 and None not in wholes
    return kinship(held.counted, held.counted, held.measure) == "same" and (held.position.scope != "part" or one_part)


def _days(held: Holding) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for told in held.statements:
        if day(told.said):
            found[day(told.said)].append(told)
    return found


def _differences(held: Holding, said_on: str, told: Sequence[Statement]) -> Iterator[Finding]:
    """Pairs of values of one day that no article gives both of."""
    values: dict[float, list[Statement]] = defaultdict(list)
    for statement in told:
        values[statement.figure.best].append(statement)
    for one, other in combinations(sorted(values), 2):
        if _apart(values[one], values[other]) and not _explained(held, values[one], values[other]):
            yield _finding(held, said_on, values[one], values[other])


def _apart(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Different articles, and no reading of one value that is a reading of the other."""
    printed = {told.claim.article_id for told in one} & {told.claim.article_id for told in other}
    lowest = max(min(told.figure.low for told in side) for side in (one, other))
    highest = min(max(told.figure.high for told in side) for side in (one, other))
    return not printed and lowest > highest


def _explained(held: Holding, one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Five shot, and a girl who fell: six; or some of the hurt have died since."""
    missing = other[0].figure.best - one[0].figure.best
    return piece_explains(missing, (*one, *other)) or died_since(held.measure, one, other)


def _finding(held: Holding, said_on: str, one: Sequence[Statement], other: Sequence[Statement]) -> Finding:
    alarm = all(told.figure.bound == "exact" for told in (*one, *other)) and not _moved(one, other)
    left, right = side_of_statements(one), side_of_statements(other)
    why = "one statement has one number" if alarm else "the count may have moved within the day"
    reason = (
        f"{capital(held.measure.phrase)}: {who(left.claims)} is quoted with {quoted(left.value)} and with "
        f"{quoted(right.value)}, both on {on_day(said_on)}; {why}."
    )
    lesser, greater = one[0].figure.best, other[0].figure.best
    return Finding(
        kind="quote" if alarm else "figure",
        relation="conflict" if alarm else "update",
        measure=held.measure.name,
        left=left,
        right=right,
        reason=reason,
        gap=(greater - lesser) / greater if alarm else 0.0,
    )


def _moved(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Does a clock time or a word say that the count has changed between the two?"""
    if any(says_it_moved(told) for told in (*one, *other)):
        return True
    lags = [hours_between(first.said, second.said) for first in one for second in other]
    return any(lag is not None and abs(lag) >= limit("pace_hours") for lag in lags)
