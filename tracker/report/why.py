"""Why a pair was flagged: what was compared, how far apart it is, and what stands behind each side."""

import math
from collections.abc import Iterator

from tracker.model import Claim, Discrepancy, Figure
from tracker.report.dates import period, when
from tracker.report.index import Index, behind
from tracker.report.pages import Check
from tracker.report.wording import base_unit, interval_words, measure_words, number_words, wording


def checks(index: Index, discrepancy: Discrepancy) -> tuple[Check, ...]:
    """What a reader can go through to agree or to disagree."""
    left, right = (index.figures.get(getattr(discrepancy, f"{side}_figure_id")) for side in ("left", "right"))
    found = [*(_numbers(left, right) if left and right else ()), *_days(index, discrepancy)]
    found.append(Check(name="Independent origins", value=_origins(discrepancy)))
    found += _confidence(index, discrepancy)
    return tuple(found)


def settles(discrepancy: Discrepancy) -> str:
    """What could clear such a conflict up; empty for a kind nobody has written about."""
    return str(wording()["settles"].get(discrepancy.kind, ""))


def _numbers(left: Figure, right: Figure) -> Iterator[Check]:
    unit = base_unit(left.unit)
    allowed = " against ".join(interval_words(each.low, each.best, each.high) for each in (left, right))
    yield Check(name="Numbers allowed", value=f"{allowed} {unit}".strip())
    apart = _apart(left, right)
    if apart:
        yield Check(name="How far apart", value=apart)
    counted = [measure_words(each.measure, each.scope) for each in (left, right)]
    named = [each.counted for each in (left, right)]
    same = f"{counted[0]}, on both sides" if counted[0] == counted[1] else " against ".join(counted)
    about = f" ({' / '.join(dict.fromkeys(filter(None, named)))})" if any(named) else ""
    yield Check(name="What is counted", value=f"{same}{about}")


def _apart(left: Figure, right: Figure) -> str:
    """The gap between the nearest numbers both sides allow, and how many times the larger is the smaller."""
    lesser, greater = sorted((left, right), key=lambda each: each.low)
    gap = greater.low - lesser.high
    if not 0 < gap < math.inf:
        return ""
    times = f", {number_words(round(greater.low / lesser.high, 1))} times" if lesser.high > 0 else ""
    return f"{number_words(gap)} between the nearest numbers{times}"


def _days(index: Index, discrepancy: Discrepancy) -> Iterator[Check]:
    spans = []
    for side in ("left", "right"):
        days = sorted(filter(None, (index.said(claim)[:10] for claim in _claims(index, discrepancy, side))))
        spans.append(period(days[0], days[-1]) if days else "day not known")
    yield Check(name="Said", value=spans[0] if spans[0] == spans[1] else " against ".join(spans))
    incident = index.incidents.get(discrepancy.incident_id)
    if incident and incident.date_from:
        yield Check(
            name="Of events on", value=period(incident.date_from, incident.date_to) or when(incident.date_from).words
        )


def _origins(discrepancy: Discrepancy) -> str:
    return f"{discrepancy.left_independent} against {discrepancy.right_independent}"


def _confidence(index: Index, discrepancy: Discrepancy) -> Iterator[Check]:
    """How sure the reading is: of each side's claim, and that both speak of one incident."""
    read = [f"{claim.confidence:.2f}" for side in ("left", "right") for claim in _claims(index, discrepancy, side)[:1]]
    if read:
        yield Check(name="Reading of the words", value=f"{' and '.join(read)} of 1")
    incident = index.incidents.get(discrepancy.incident_id)
    if incident:
        yield Check(name="Same incident", value=f"{incident.confidence:.2f} of 1 at the weakest link")


def _claims(index: Index, discrepancy: Discrepancy, side: str) -> list[Claim]:
    return [index.claims[each] for each in behind(discrepancy, side) if each in index.claims]
