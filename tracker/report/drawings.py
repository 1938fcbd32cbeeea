"""Which drawings an incident gets: its numbers over time where they were given on several days, else by source."""

from collections.abc import Iterator, Sequence

from tracker.model import Claim, Figure, Incident
from tracker.report.chart_pages import CoursePlot, SourcePlot
from tracker.report.charts import Number, by_source
from tracker.report.courses import over_time
from tracker.report.holdings import Holding
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.statements import claim_anchor

# What a source says it does not hold is drawn hollow.
HOLLOW = frozenset({"denies", "doubts"})

# Footage and documents stand below the sources that speak.
EVIDENCE = frozenset({"visual_evidence", "document"})

Group = tuple[str, Sequence[Holding]]


def drawings(
    index: Index, incident: Incident, groups: Sequence[Group]
) -> tuple[tuple[CoursePlot, ...], tuple[SourcePlot, ...]]:
    """The drawings over time and those by source, of each group of positions that two sources hold and disagree on."""
    courses, plots = [], []
    for title, group in groups:
        if len(group) < 2 or _agreed(group):
            continue
        lanes = [lane(index, each) for each in sorted(group, key=_rank)]
        given = {
            "anchor": anchor("plt", f"{incident.incident_id} {group[0].position.position_id}"),
            "title": title,
            "incident": index.label(incident.incident_id),
        }
        course = over_time(lanes, **given)
        if course:
            courses.append(course)
        else:
            plots.append(by_source([each[-1] for each in lanes], **given))
    return tuple(courses), tuple(plots)


def _agreed(group: Sequence[Holding]) -> bool:
    """Everybody has only ever given the same number: nothing to draw that the table does not say."""
    given = {(figure.low, figure.high) for held in group for _, figure in held.said}
    return len(given | {(held.position.low, held.position.high) for held in group}) == 1


def lane(index: Index, held: Holding) -> tuple[Number, ...]:
    """The numbers of a position, earliest first, each once a day."""
    numbers = tuple(_once_a_day(_number(index, held, claim, figure) for claim, figure in held.said))
    return numbers or (_bare(held),)


def number_of(index: Index, source: str, figure_id: str) -> Number | None:
    """The number a figure is, for a drawing; None where the tables do not hold it."""
    figure = index.figures.get(figure_id)
    claim = index.claims.get(figure.claim_id) if figure else None
    if figure is None:
        return None
    return Number(
        source=source,
        value=figure.text,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        hollow=claim is not None and claim.stance in HOLLOW,
    )


def _number(index: Index, held: Holding, claim: Claim, figure: Figure) -> Number:
    return Number(
        source=held.position.source_name,
        value=figure.text,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        said=index.said(claim),
        hollow=claim.stance in HOLLOW,
        clash=figure.figure_id in index.clash_of_figure,
        past=held.outdated or figure is not held.said[-1][1],
        claim_anchor=claim_anchor(index, claim.claim_id),
        vague=figure.bound == "vague",
    )


def _bare(held: Holding) -> Number:
    """A position whose figures the tables do not hold."""
    given = held.position
    return Number(
        source=given.source_name,
        value=given.value,
        low=given.low,
        best=given.best,
        high=given.high,
        said=given.last_said,
        clash=bool(held.clash),
        past=held.outdated,
        vague=given.bound == "vague",
    )


def _once_a_day(numbers: Iterator[Number]) -> Iterator[Number]:
    """Ten outlets with one figure on one day are one number; of these the last stays, as the one that may hold."""
    waiting: Number | None = None
    for each in numbers:
        if waiting and _same(waiting, each):
            waiting = each if not each.past or waiting.past else waiting
            continue
        if waiting:
            yield waiting
        waiting = each
    if waiting:
        yield waiting


def _same(one: Number, other: Number) -> bool:
    return (one.low, one.high, one.said[:10]) == (other.low, other.high, other.said[:10])


def _rank(held: Holding) -> tuple[bool, float, str]:
    evidence = bool(held.said) and held.said[-1][0].source_kind in EVIDENCE
    return evidence, -held.position.low, held.position.source_name
