"""Positions: what one source says of one measure and scope of one incident, through however many outlets.

A source that counts blocks of flats and homes holds two positions; one that says 18 and later 24 holds one, with its
history. A denied figure is not a claimed figure and makes none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.compare.case import ASSERTING, Holding, Statement, by_claim_place, speaker
from tracker.compare.counted import Counted, is_some_of
from tracker.compare.measures import Measure, freshness, limit, measure_of
from tracker.compare.origins import count_origins
from tracker.compare.places import Place, placing, read_place
from tracker.compare.telling import is_early, is_named, noun_of, tells_of_one, tells_of_some
from tracker.compare.times import earliest, window_days, window_gap
from tracker.model import Article, Incident, Position, content_id

# In one article the body is written last; a caption may be days old.
_FRESHER_ZONE = {"caption": 0, "headline": 1, "body": 2}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Facet:
    """What keeps two counts of one source apart: measure, scope, noun, and a place or time not the incident's own."""

    measure: str
    scope: str
    counted: Counted
    place: str
    window: tuple[str, str]
    source: str


def hold_positions(
    incident: Incident, statements: Iterable[Statement], articles: Mapping[str, Article]
) -> tuple[Holding, ...]:
    """The positions taken in one incident, in a fixed order."""
    gathered: dict[_Facet, list[Statement]] = defaultdict(list)
    said = [told for told in statements if told.claim.stance in ASSERTING]
    by_measure = _by_measure(said)
    for measure, of_measure in by_measure.items():
        died = _died(of_measure, by_measure.get(measure_of(measure).ends_in, ()))
        for told, scope in zip(of_measure, _scopes(measure_of(measure), of_measure), strict=True):
            scope = "part" if scope == "total" and told.figure.figure_id in died else scope
            gathered[_facet(incident, told, scope)].append(told)
    return tuple(_holding(incident, facet, gathered[facet], articles) for facet in sorted(gathered))


def _by_measure(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for told in sorted(statements, key=_order):
        found[told.figure.measure].append(told)
    return found


def _order(told: Statement) -> tuple[str, int, float, tuple[str, int, int, str], int]:
    """The order in which things were said; at one moment the body and the further count come last."""
    figure = told.figure
    fresh = freshness(measure_of(figure.measure), figure.best)
    return told.said, _FRESHER_ZONE.get(told.claim.zone, 2), fresh, by_claim_place(told.claim), figure.start


def _scopes(measure: Measure, statements: Sequence[Statement]) -> Iterator[str]:
    """The scope each statement really has, given the others of its measure."""
    nouns = [noun_of(told) for told in statements]
    totals: dict[Counted, float] = {}
    for noun, told in zip(nouns, statements, strict=True):
        if told.figure.scope == "total":
            totals[noun] = max(told.figure.best, totals.get(noun, 0.0))
    everyone, counted_before = frozenset(nouns), set[str]()
    for noun, told in zip(nouns, statements, strict=True):
        source = speaker(told.claim)
        if told.figure.scope == "increment" and source not in counted_before and _stands_alone(measure, told, totals):
            yield "total"
        else:
            yield _scope(measure, told, noun, totals, everyone)
        counted_before.add(source)


def _died(hurt: Sequence[Statement], dead: Sequence[Statement]) -> frozenset[str]:
    """The figures of one person hurt, where one is told to have died later by articles that tell of nobody hurt.

    "A boy was shot in the head" on Monday and "the boy has died" on Friday are one boy, not a hurt and a dead one.
    """
    one_died = {told.figure.best for told in dead} == {1.0}
    telling_both = {told.claim.article_id for told in hurt} & {told.claim.article_id for told in dead}
    if not one_died or telling_both:
        return frozenset()
    last = max(told.said for told in dead)
    return frozenset(told.figure.figure_id for told in hurt if tells_of_one(told.figure) and told.said[:10] <= last)


def _stands_alone(measure: Measure, told: Statement, totals: Mapping[Counted, float]) -> bool:
    """Is "another 27 wounded" all that a source counts?

    So where the source has just counted others (74 dead), which "another" adds to; where nobody gives a total that it
    could add to, or somebody gives just this one; and of the missing, who are told beside the dead. Never of forces
    that move: "an extra 2,000" are sent to those already there.
    """
    if measure.trend in ("moves", "falls"):
        return measure.trend == "falls"
    return told.counts_others or not totals or told.figure.best in totals.values()


def _scope(
    measure: Measure, told: Statement, noun: Counted, totals: Mapping[Counted, float], everyone: frozenset[Counted]
) -> str:
    """Nine workers are a part where somebody counts 160 people; 74 sailors are none where the most is one."""
    figure = told.figure
    if figure.scope != "total":
        return figure.scope
    named = measure.trend == "grows" and is_named(told)
    picks_some = measure.counts == "people" and (tells_of_some(told) or named)
    greater = [other for other, best in totals.items() if best > figure.best]
    return "part" if greater and (picks_some or is_some_of(noun, greater, everyone, measure)) else "total"


def _facet(incident: Incident, told: Statement, scope: str) -> _Facet:
    place, window = place_of(told), window_of(told)
    return _Facet(
        measure=told.figure.measure,
        scope=scope,
        counted=noun_of(told),
        place="" if _of_incident(incident, place) else str(place).casefold(),
        window=("", "") if _in_time(incident, window) else window,
        source=speaker(told.claim),
    )


def place_of(told: Statement) -> Place:
    """Where a count was made: the figure's own place, else its claim's; unknown where neither stands in its paragraph.

    A place from elsewhere in the page is where a speaker sits, or the last town named, as often as where people died.
    """
    place = told.figure.place or told.claim.place
    finest = place.split(",")[0].split(" and ")[0].strip()
    if told.context.printed and finest not in told.context.paragraph and finest not in told.claim.text:
        return Place()
    return read_place(place, told.claim.country)


def window_of(told: Statement) -> tuple[str, str]:
    """The days a count covers: the figure's own, else its claim's."""
    if told.figure.date_from:
        return told.figure.date_from, told.figure.date_to or told.figure.date_from
    return told.claim.date_from, told.claim.date_to or told.claim.date_from


def _of_incident(incident: Incident, place: Place) -> bool:
    return placing(place, read_place(incident.place, incident.country)) == "same"


def _in_time(incident: Incident, window: tuple[str, str]) -> bool:
    """A window that is the incident's own: sharing its days, and not much longer."""
    whole = (incident.date_from, incident.date_to)
    longer = window_days(window) - window_days(whole) if all(whole) else 0
    return (window_gap(window, whole) or 0) == 0 and longer <= limit("date_slack_days")


def _holding(
    incident: Incident, facet: _Facet, statements: Sequence[Statement], articles: Mapping[str, Article]
) -> Holding:
    last, claims = statements[-1], {told.claim.claim_id: told.claim for told in statements}
    position = Position(
        position_id=content_id("pos", incident.incident_id, *_parts(facet)),
        incident_id=incident.incident_id,
        measure=facet.measure,
        scope=facet.scope,
        source_name=last.claim.source_name or last.claim.source or "an unnamed source",
        party=last.claim.party,
        low=last.figure.low,
        best=last.figure.best,
        high=last.figure.high,
        value=last.figure.text,
        bound=last.figure.bound,
        early=is_early(last),
        first_said=earliest(told.said for told in statements),
        last_said=last.said,
        n_claims=len(claims),
        n_independent=count_origins(claims.values(), articles),
        claims=tuple(claims),
    )
    return Holding(
        position=position,
        measure=measure_of(facet.measure),
        counted=facet.counted,
        place=place_of(last),
        window=window_of(last),
        statements=tuple(statements),
    )


def _parts(facet: _Facet) -> tuple[object, ...]:
    counted = facet.counted
    return (
        facet.measure,
        facet.scope,
        counted.kind,
        *counted.names,
        counted.unit,
        *filter(None, (counted.own_of, counted.foe_of)),
        facet.place,
        *facet.window,
        facet.source,
    )
