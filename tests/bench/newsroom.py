"""An invented newsroom: tables of any size, seeded, with the proportions of a run on real articles.

An incident has ten claims and seven figures by six sources. Three of five incidents stand in one article each, two in
three articles, the last of these often a copy; these two have a conflict and two pairs without one. All names, places
and sentences are made up, and the same seed gives the same tables.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tests.factory import article, claim, killed
from tracker.model import Article, Claim, Discrepancy, Figure, Incident, Position, content_id
from tracker.tables import Tables

PLACES = (
    "Port Selwyn",
    "Anser",
    "Lower Anser",
    "Maribel",
    "Quay Town",
    "Ostrow",
    "Tamsin",
    "Belcourt",
    "Fennick",
    "Dray",
)
EVENTS = ("Strike", "Fire", "Flood", "Shelling", "Derailment", "Explosion", "Landslide", "Collapse")
SIDES = ("Norland", "Estmark")
OFFICES = ("defence ministry", "emergency service", "governor", "police chief", "health ministry", "navy spokesman")
OUTLETS = ("The Selwyn Courier", "Evening Post", "Daily Ledger", "Radio Anser", "Harbour Gazette", "Northern Mail")
FILLER = (
    "Roads into the district stayed closed until the evening.",
    "Neighbours carried furniture out of the damaged houses.",
    "Power was back in most streets by the following day.",
    "Nobody at the town hall would add to that.",
)

CLAIMS_AN_INCIDENT = 10

# Of every ten claims these tell no number.
WITHOUT_FIGURE = frozenset({3, 6, 9})


@dataclass
class Desk:
    """What has been written so far."""

    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)

    def tables(self) -> Tables:
        """Everything, frozen."""
        return Tables(**{name: tuple(rows) for name, rows in vars(self).items()})


def invented_tables(n_claims: int, *, seed: int = 1) -> Tables:
    """Tables of ``n_claims`` claims, rounded down to whole incidents."""
    chance = random.Random(seed)
    desk = Desk()
    for number in range(n_claims // CLAIMS_AN_INCIDENT):
        _incident(desk, number, chance)
    return desk.tables()


def _incident(desk: Desk, number: int, chance: random.Random) -> None:
    place, event = chance.choice(PLACES), chance.choice(EVENTS)
    day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    incident = Incident(
        incident_id=content_id("inc", number),
        label=f"{event} at {place} {number}",
        event=event.lower(),
        place=place,
        country=chance.choice(SIDES),
        date_from=day,
        date_to=day,
        n_claims=CLAIMS_AN_INCIDENT,
        n_articles=3 if number % 5 < 2 else 1,
        n_sources=6,
        n_independent=4,
        confidence=round(chance.uniform(0.4, 1), 2),
        reason="both name the place and the day",
    )
    told = list(_told(desk, incident, chance))
    desk.incidents.append(incident)
    _positions(desk, incident, told)


def _reported_widely(incident: Incident) -> bool:
    return incident.n_articles > 1


def _told(desk: Desk, incident: Incident, chance: random.Random) -> Iterator[tuple[Claim, Figure]]:
    """Ten claims in three articles of following days; the last article may repeat one of the first."""
    toll = chance.randint(2, 60)
    sources = [f"{side} {office}" for side, office in zip(SIDES * 3, chance.sample(OFFICES, 6), strict=True)]
    first = ""
    many = _reported_widely(incident)
    for part, size in enumerate((4, 4, 2) if many else (CLAIMS_AN_INCIDENT,)):
        numbers = [toll + part * chance.randint(0, 3) + chance.randint(0, 9) * (i % 3 == 2) for i in range(size)]
        speakers = [sources[(part + i) % 6] for i in range(size)]
        measures = ["killed" if i % 2 == 0 else "injured" for i in range(size)]
        said = [
            f"{each} people were {measure} at {incident.place}" for each, measure in zip(numbers, measures, strict=True)
        ]
        lines = [
            f"The {who} said that {what}. {chance.choice(FILLER)}" for who, what in zip(speakers, said, strict=True)
        ]
        published = f"{incident.date_from[:8]}{min(int(incident.date_from[8:]) + part, 28):02}"
        written = article(
            "\n".join(lines),
            published=published,
            publisher=chance.choice(OUTLETS),
            title=f"{incident.label}: what is known",
            author="Mara Quill",
            url=f"https://paper.example/{incident.incident_id}/{part}",
            path=f"in/{incident.incident_id}-{part}.html",
            sha256=content_id("sha", incident.incident_id, part) * 4,
            copy_of=first if part == 2 and chance.random() < 0.5 else "",
        )
        first = first or written.article_id
        desk.articles.append(written)
        for zone, who, what, number, measure in zip(written.zones, speakers, said, numbers, measures, strict=True):
            start = written.text.index(what, zone.start)
            found = claim(
                what,
                article_id=written.article_id,
                start=start,
                incident_id=incident.incident_id,
                source=f"The {who}",
                source_start=zone.start,
                source_end=zone.start + 4 + len(who),
                source_name=who,
                source_kind="official",
                party=who.split()[0],
                cue="said",
                cue_start=start - 10,
                cue_end=start - 6,
                said_at=published,
                confidence=0.8,
            )
            figure = killed(number, of=found, measure=measure, counted="people", end=start + len(str(number)))
            desk.claims.append(found)
            if len(desk.claims) % 10 not in WITHOUT_FIGURE:
                desk.figures.append(figure)
                yield found, figure


def _positions(desk: Desk, incident: Incident, told: list[tuple[Claim, Figure]]) -> None:
    held: dict[tuple[str, str], list[tuple[Claim, Figure]]] = {}
    for found, figure in told:
        held.setdefault((figure.measure, found.source_name), []).append((found, figure))
    latest = []
    for (measure, source), lines in sorted(held.items()):
        last = lines[-1][1]
        desk.positions.append(
            Position(
                position_id=content_id("pos", incident.incident_id, measure, source),
                incident_id=incident.incident_id,
                measure=measure,
                scope="total",
                source_name=source,
                party=source.split()[0],
                low=last.low,
                best=last.best,
                high=last.high,
                value=last.text,
                first_said=lines[0][0].said_at,
                last_said=lines[-1][0].said_at,
                n_claims=len(lines),
                claims=tuple(each.claim_id for each, _ in lines),
            )
        )
        latest.append(lines[-1])
    if not _reported_widely(incident):
        return
    alike = [(one, other) for one, other in pairwise(latest) if one[1].measure == other[1].measure]
    for number, (one, other) in enumerate(alike[:3]):
        conflict = not number and one[1].low != other[1].low
        if conflict or number:
            desk.discrepancies.append(_pair(incident, one, other, "conflict" if conflict else "update"))


def _pair(incident: Incident, one: tuple[Claim, Figure], other: tuple[Claim, Figure], relation: str) -> Discrepancy:
    (left, ours), (right, theirs) = one, other
    end = "no number fits both." if relation == "conflict" else "the second figure was said later."
    return Discrepancy(
        discrepancy_id=content_id("dis", left.claim_id, right.claim_id),
        incident_id=incident.incident_id,
        kind="figure",
        relation=relation,
        measure=ours.measure,
        left_claim_id=left.claim_id,
        right_claim_id=right.claim_id,
        left_figure_id=ours.figure_id,
        right_figure_id=theirs.figure_id,
        left_claims=(left.claim_id,),
        right_claims=(right.claim_id,),
        left_figures=(ours.figure_id,),
        right_figures=(theirs.figure_id,),
        left_source=left.source_name,
        right_source=right.source_name,
        left_value=ours.text,
        right_value=theirs.text,
        severity=round(min(1.0, abs(ours.low - theirs.low) / 20), 2),
        reason=f"{ours.measure.capitalize()}: {left.source_name} said “{ours.text}”, {right.source_name} said "
        f"“{theirs.text}”; {end}",
        rule="figures",
    )
