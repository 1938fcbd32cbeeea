"""Likely: which of the stored incidents a text may speak of, by country, place, day and kind of event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.model import Claim, Incident
from tracker.tables import Tables

# Days between what a text tells and what is known for the two to be worth a look: news of a day is dated by day of
# print or of the event, and a night or a time zone lies between. One place is looked at for longer, as tolls move on.
NEAR = timedelta(days=4)
NEAR_IN_PLACE = timedelta(days=45)
# Incidents looked at, the likeliest first; so many of one country and one week is more than a text speaks of.
LOOKED_AT = 80


def likely_incidents(text: Tables, incidents: Iterable[Incident]) -> list[Incident]:
    """The stored incidents a text may speak of, the likeliest first: none in another country or at another time."""
    published = {each.article_id: _day(each.published) for each in text.articles}
    scenes = {_Seen.of(claim, published.get(claim.article_id)) for claim in text.claims}
    scored = ((max((seen.likeness(each) for seen in scenes), default=0.0), each) for each in incidents)
    likely = sorted(
        ((score, each) for score, each in scored if score > 0), key=lambda found: (-found[0], found[1].label)
    )
    return [each for _, each in likely[:LOOKED_AT]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a claim tells of its incident, in short: several claims tell the same."""

    event: str
    place: str
    country: str
    first: date | None
    last: date | None

    @classmethod
    def of(cls, claim: Claim, published: date | None) -> "_Seen":
        """Where no day is told, the day of publication stands for it."""
        first = _day(claim.date_from) or published
        return cls(
            event=claim.event,
            place=_finest(claim.place),
            country=claim.country,
            first=first,
            last=_day(claim.date_to) or first,
        )

    def likeness(self, incident: Incident) -> float:
        """How likely an incident is meant; 0 where it cannot be."""
        if self.country and incident.country and self.country != incident.country:
            return 0.0
        here = bool(self.place) and self.place == _finest(incident.place)
        gap = self._gap(incident)
        if gap is not None and gap > (NEAR_IN_PLACE if here else NEAR):
            return 0.0
        if gap is None and not here:
            return 0.0
        kin = 1.0 if self.event and self.event == incident.event else 0.0
        land = 0.5 if self.country and self.country == incident.country else 0.0
        return 0.1 + 2 * here + kin + land + 1 / (1 + (gap.days if gap is not None else 30))

    def _gap(self, incident: Incident) -> timedelta | None:
        """The time between the two, None where either is on no day."""
        first, last = _day(incident.date_from), _day(incident.date_to)
        if first is None or self.first is None:
            return None
        return max(first - (self.last or self.first), self.first - (last or first), timedelta())


def _finest(place: str) -> str:
    return place.partition(",")[0].strip().casefold()


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
