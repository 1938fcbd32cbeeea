"""Every incident: what it is, how firmly its claims belong together, who says what, and how far they are apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tracker.model import Incident, Position
from tracker.report.conflicts import relation_groups
from tracker.report.dates import period
from tracker.report.drawings import drawings
from tracker.report.holdings import Column, Holding, holdings, spreads
from tracker.report.incident_pages import IncidentSection, RangeRow
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.matrix import matrix
from tracker.report.pages import ConflictRow
from tracker.report.timeline import n_copies, timeline
from tracker.report.wording import interval_words, number_words

# A word for the weakest link that holds an incident's claims together, by the least value that earns it.
CONFIDENCE = ((0.8, "firm"), (0.5, "fair"), (0.0, "weak"))


def incident_sections(index: Index, conflicts: Sequence[ConflictRow]) -> tuple[IncidentSection, ...]:
    """Every incident, those with the worst conflict first, then those most is said of.

    Pairs and claims of an incident the tables do not hold are shown under one without a name.
    """
    of_incident: dict[str, list[ConflictRow]] = defaultdict(list)
    for conflict in conflicts:
        of_incident[conflict.incident_anchor].append(conflict)
    sections = [
        incident_section(index, incident, of_incident[anchor("inc", incident.incident_id)])
        for incident in (*index.incidents.values(), *index.strays)
    ]
    return tuple(sorted(sections, key=rank))


def rank(section: IncidentSection) -> tuple[float, int, int]:
    """What the incidents of a report are sorted by."""
    worst = max((float(conflict.severity) for conflict in section.conflicts), default=-1.0)
    return -worst, -len(section.conflicts), -section.n_claims


def incident_section(index: Index, incident: Incident, conflicts: Iterable[ConflictRow]) -> IncidentSection:
    """An incident with its conflicts, and with everything that is said of it."""
    held = holdings(index, incident)
    groups = [(column, group) for column, groups in spreads(index, incident, held) for group in groups]
    titled = list(_titled(groups))
    courses, plots = drawings(index, incident, titled)
    pairs = index.discrepancies_of_incident.get(incident.incident_id, ())
    considered = relation_groups(index, (each for each in pairs if each.relation != "conflict"))
    days = timeline(index, incident.incident_id)
    return IncidentSection(
        anchor=anchor("inc", incident.incident_id),
        label=index.label(incident.incident_id),
        event=incident.event.replace("_", " "),
        when=period(incident.date_from, incident.date_to),
        place=_place(incident),
        n_claims=incident.n_claims,
        n_articles=incident.n_articles,
        n_sources=incident.n_sources,
        n_independent=incident.n_independent,
        confidence=f"{incident.confidence:.2f}",
        confidence_word=next((name for least, name in CONFIDENCE if incident.confidence >= least), "weak"),
        weakest=incident.reason,
        courses=courses,
        plots=plots,
        matrix=matrix(index, incident.incident_id, held),
        ranges=tuple(_range(title, group) for title, group in titled if len(group) > 1),
        conflicts=tuple(conflicts),
        considered=considered,
        n_considered=sum(len(group.rows) for group in considered),
        timeline=days,
        n_copies=n_copies(days),
    )


def _place(incident: Incident) -> str:
    """The place, with its country where the place does not say it already."""
    named = [incident.place, incident.country if incident.country not in incident.place else ""]
    return ", ".join(filter(None, named))


def _titled(groups: Sequence[tuple[Column, list[Holding]]]) -> Iterator[tuple[str, list[Holding]]]:
    """Groups by their measure and its unit; where a measure has several, by what each counts, else by who says so."""
    times = Counter(column for column, _ in groups)
    for column, group in groups:
        title = _with_unit(column, group)
        yield f"{title}: {_apart(group)}" if times[column] > 1 else title, group


def _with_unit(column: Column, group: Sequence[Holding]) -> str:
    unit = next((each.unit for each in group if each.unit), "")
    return column.heading if column.heading.startswith(unit) else f"{column.heading} ({unit})"


def _apart(group: Sequence[Holding]) -> str:
    about = sorted({each.about for each in group})
    return about[0] if len(about) == 1 and about[0] else _sources(group)


def _sources(group: Sequence[Holding]) -> str:
    names = sorted({each.position.source_name for each in group})
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 2 else " and ".join(names)


def _range(title: str, group: Sequence[Holding]) -> RangeRow:
    """The lowest and the highest number any source allows, and the best documented. None of them is a verdict."""
    positions = [each.position for each in group]
    current = [each.position for each in group if not each.outdated]
    return RangeRow(
        measure=title,
        low=number_words(min(each.low for each in positions)),
        best=_best(current or positions),
        high=number_words(max(each.high for each in positions)),
        sources=len({each.source_name for each in positions}),
    )


def _best(positions: Sequence[Position]) -> str:
    """The number that most independent origins stand behind; empty where two have as many.

    Taking the later or the lesser of two that contradict each other would take a side.
    """
    backing: Counter[str] = Counter()
    for each in positions:
        backing[interval_words(each.low, each.best, each.high)] += each.n_independent
    best = [number for number, origins in backing.items() if origins == max(backing.values())]
    return best[0] if len(best) == 1 else ""
