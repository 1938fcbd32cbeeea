"""Which place a name means in its article: the town the text says, else the largest of its name, else unknown.

"Paris, Texas" is in Texas, and so is a later "Paris"; a small town of a country the article never names is a namesake.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from tracker.extract.parse import Doc
from tracker.extract.places import PlaceMention, find_places
from tracker.lexicon.gazetteer import Place, find_people, find_place, is_large

_NAME = r"[A-Z][\w'’.-]{0,40}(?: [A-Z][\w'’.-]{0,40}){0,2}"
_TOWN_IN = re.compile(rf"\b(?P<town>{_NAME}), (?P<around>{_NAME})\b")


def countries_named(texts: Iterable[str]) -> frozenset[str]:
    """The countries that an article names by themselves, by their people, their regions or their largest cities."""
    found = set()
    for text in texts:
        for name in re.findall(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*", text):
            for word in (name, *name.split(" ")):
                place = find_place(word) or find_place(word.rstrip("."))
                sure = place is not None and (place.kind != "city" or is_large(place))
                found |= {find_people(word)} | ({place.country} if place is not None and sure else set())
    return frozenset(found - {""})


def find_namesakes(texts: Iterable[str]) -> Mapping[str, Place]:
    """The towns that an article says lie elsewhere than the largest of their name: "Paris, Texas"; if in one place."""
    found: dict[str, set[Place]] = {}
    for match in (match for text in texts for match in _TOWN_IN.finditer(text)):
        town, around = find_place(match["town"]), find_place(match["around"])
        if town is not None and around is not None and town.kind == "city" and around.kind != "city":
            found.setdefault(match["town"], set()).add(_inside(town, around, match["town"]))
    return {name: next(iter(places)) for name, places in found.items() if len(places) == 1}


def _inside(town: Place, around: Place, printed: str) -> Place:
    """A town in the region or country that is told beside it; its own name is the larger one's."""
    own = around.name in (town.country, town.region) or (around.country == town.country and not town.region)
    if own:
        return town
    region = around.name if around.kind == "region" else ""
    return replace(town, name=f"{printed}, {around.name}", country=around.country, region=region)


def settle_places(
    doc: Doc, countries: frozenset[str], namesakes: Mapping[str, Place] = MappingProxyType({})
) -> tuple[PlaceMention, ...]:
    """The places of a passage, towns where the article says they are.

    A small town of a country the article never names is a namesake: the name stays, the country is not known.
    """
    found = find_places(doc)
    wide = {mention.start: mention.place for mention in found if mention.place.kind in ("region", "country")}
    beside = {start - 1: place for start, place in wide.items() if start and doc[start - 1].text == ","}
    return tuple(
        replace(mention, place=_settled(mention.place, beside.get(mention.end), countries, namesakes))
        for mention in found
    )


def _settled(place: Place, around: Place | None, countries: frozenset[str], namesakes: Mapping[str, Place]) -> Place:
    if place.kind != "city":
        return place
    if around is not None:
        return replace(_inside(place, around, place.printed), printed=place.printed)
    if place.printed in namesakes:
        return replace(namesakes[place.printed], printed=place.printed)
    if place.country not in countries and not is_large(place):
        return replace(place, country="", kind="place", region="")
    return place
