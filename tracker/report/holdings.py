"""Positions with the words they stand on, and which of them are about the same thing.

One source may hold several positions on one measure: homes and blocks of flats, the town and the valley. A position
does not say which, its figures do; and the comparison says which positions it held against each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.model import Claim, Figure, Incident, Position
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.wording import base_unit, measure_words, word, wording

# Amounts that fit no measure have nothing in common: they have a column only where one of them is in conflict.
REST = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column holds: figures of a ``measure`` and ``scope``, or accounts of a ``slot``."""

    measure: str = ""
    scope: str = ""
    slot: str = ""

    @property
    def heading(self) -> str:
        """The column in words."""
        return word("slots", self.slot) if self.slot else measure_words(self.measure, self.scope)

    @property
    def rank(self) -> tuple[bool, bool, int, str, bool, str]:
        """People before things before the story, as the wording lists them; totals before parts; the rest last."""
        table = list(wording()["slots" if self.slot else "measures"])
        name = self.slot or self.measure
        place = table.index(name) if name in table else len(table)
        return self.measure == REST, bool(self.slot), place, name, self.scope != "total", self.scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A position, the claims and figures that make it (earliest first), what it counts, and its worst conflict.

    It is ``outdated`` where a later figure of the same running tally has taken its place.
    """

    position: Position
    said: tuple[tuple[Claim, Figure], ...]
    about: str
    clash: str
    outdated: bool

    @property
    def unit(self) -> str:
        """What its numbers are in, empty for a plain count."""
        return base_unit(self.said[-1][1].unit) if self.said else ""

    @property
    def column(self) -> Column:
        """Where it stands in the table of its incident."""
        return Column(measure=self.position.measure, scope=self.position.scope)


def holdings(index: Index, incident: Incident) -> tuple[Holding, ...]:
    """The positions taken in an incident; of amounts that fit no measure those in conflict."""
    found = index.positions_of_incident.get(incident.incident_id, ())
    held = (_holding(index, incident, position) for position in found)
    return tuple(each for each in held if each.position.measure != REST or each.clash)


def spreads(index: Index, incident: Incident, held: Sequence[Holding]) -> Iterator[tuple[Column, list[list[Holding]]]]:
    """The positions of each column in groups that can be set side by side: those the comparison held against each
    other and did not find to be of different scope. Homes and blocks of flats have no common range.
    """
    columns: dict[Column, list[Holding]] = defaultdict(list)
    for each in held:
        columns[each.column].append(each)
    kin = _kin(index, incident, held)
    for column in sorted(columns, key=lambda column: column.rank):
        groups: dict[str, list[Holding]] = defaultdict(list)
        for each in columns[column]:
            groups[kin[each.position.position_id]].append(each)
        yield column, list(groups.values())


def _kin(index: Index, incident: Incident, held: Sequence[Holding]) -> dict[str, str]:
    """For each position, one that stands for all it was held against."""
    owner = {figure.figure_id: each for each in held for _, figure in each.said}
    kin = {each.position.position_id: each.position.position_id for each in held}

    def root(name: str) -> str:
        while kin[name] != name:
            kin[name] = name = kin[kin[name]]
        return name

    for pair in index.discrepancies_of_incident.get(incident.incident_id, ()):
        left, right = owner.get(pair.left_figure_id), owner.get(pair.right_figure_id)
        if left and right and left.column == right.column and pair.relation != "scope":
            kin[root(left.position.position_id)] = root(right.position.position_id)
    return {name: root(name) for name in kin}


def _holding(index: Index, incident: Incident, position: Position) -> Holding:
    claims = [index.claims[each] for each in position.claims if each in index.claims]
    said = tuple(_figures(index, position, sorted(claims, key=index.moment)))
    last = said[-1][1].figure_id if said else ""
    clash = next((index.clash_of_figure[f.figure_id] for _, f in said if f.figure_id in index.clash_of_figure), "")
    return Holding(
        position=position,
        said=said,
        about=_about(incident, said[-1][1]) if said else "",
        clash=anchor("dis", clash) if clash else "",
        outdated=last in index.outdated_figures,
    )


def _figures(index: Index, position: Position, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Figure]]:
    """The figure of each claim that is the position's: alone of its measure there, else counting the same thing."""
    candidates = {claim.claim_id: _candidates(index, position, claim) for claim in claims}
    everything = [figure for figures in candidates.values() for figure in figures]
    model = next((each for each in reversed(everything) if _interval(each) == _interval(position)), None)
    for claim in claims:
        figures = candidates[claim.claim_id]
        same = [each for each in figures if model and (each.counted, each.place) == (model.counted, model.place)]
        chosen = figures if len(figures) == 1 else same
        yield from ((claim, figure) for figure in chosen[:1])


def _candidates(index: Index, position: Position, claim: Claim) -> list[Figure]:
    """The figures of a claim on the position's measure; of its scope, where the comparison has not changed that."""
    measured = [each for each in index.figures_of_claim.get(claim.claim_id, ()) if each.measure == position.measure]
    return [each for each in measured if each.scope == position.scope] or measured


def _interval(noun: Figure | Position) -> tuple[float, float]:
    return noun.low, noun.high


def _about(incident: Incident, figure: Figure) -> str:
    """What a figure counts, and where if that is not simply the incident's place."""
    place = figure.place if figure.place and figure.place not in incident.place else ""
    return ", ".join(filter(None, [figure.counted, place]))
