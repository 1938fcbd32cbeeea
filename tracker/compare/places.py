"""How two places told of one happening are related, from their names alone.

A place is "Feodosia, Crimea" with a country beside it. Kyiv lies in Ukraine, and a toll of Kyiv is no toll of Ukraine;
but Feodosia and Crimea are one strike told nearer and wider, and so are a quarter and its city-state. An unknown place
hinders nothing: grouping put the claims together.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz import fuzz

from tracker.compare.measures import limit
from tracker.lexicon import words
from tracker.lexicon.gazetteer import capital_city, find_place

Placing = Literal["same", "inside", "around", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A place: its names from the finest to the widest, and its country."""

    names: tuple[str, ...] = ()
    country: str = ""

    def __bool__(self) -> bool:
        return bool(self.names)

    def __str__(self) -> str:
        return self.names[0] if self.names else ""


@lru_cache(1 << 12)
def read_place(place: str, country: str) -> Place:
    """A place as it stands in a claim or a figure, with the region around it where the gazetteer tells one."""
    printed = [name.strip() for name in place.split(",") if name.strip()]
    names = tuple(filter(None, map(_without_streets, printed)))
    if printed and not names:
        # A street alone lies in some town nobody named here.
        return Place()
    known = find_place(names[0]) if names else None
    if known is not None and known.region and known.region not in names:
        names += (known.region,)
    if known is not None and not country:
        country = known.country
    if names and _is_one_city(country) and country not in names:
        names += (country,)
    return Place(names=names or ((country,) if country else ()), country=country)


def placing(left: Place, right: Place) -> Placing:
    """Same, inside a country the other speaks of, around it, or apart."""
    if not left or not right or _one_names_other(left, right):
        return "same"
    if _is_country(right) and _same_name(left.country, right.names[0]):
        return "inside"
    if _is_country(left) and _same_name(right.country, left.names[0]):
        return "around"
    return "apart"


def _one_names_other(left: Place, right: Place) -> bool:
    """The finest name of one is among the names of the other, countries left out unless both speak of the country."""
    if _is_country(left) or _is_country(right):
        return _same_name(left.names[0], right.names[0])
    return _named(left.names[0], right) or _named(right.names[0], left)


def _named(name: str, place: Place) -> bool:
    return any(_same_name(name, other) or _is_quarter(name, other) for other in place.names)


def _is_quarter(name: str, town: str) -> bool:
    """ "East Chatham" of "Chatham": a part of the town by its name, unless it is a place by itself ("South Sudan")."""
    of_town, inner = town.casefold().split(), name.casefold().split()
    if len(inner) <= len(of_town) or find_place(name):
        return False
    return inner[-len(of_town) :] == of_town and set(inner[: -len(of_town)]) <= words("tallies", "places", "quarters")


def _without_streets(name: str) -> str:
    """ "Mill Lane and Ashford" without the street, which lies in the town: "Ashford"; of a street alone, nothing."""
    kept = (
        part for part in name.split(" and ") if part.split()[-1].rstrip(".") not in words("events", "places", "streets")
    )
    return " and ".join(kept)


def _is_country(place: Place) -> bool:
    return _same_name(place.names[0], place.country) and not _is_one_city(place.country)


@cache
def _is_one_city(country: str) -> bool:
    """Is a country its own capital (Singapore, Monaco)? What happens in a quarter of it happens in the city."""
    capital = capital_city(country) if country else None
    return capital is not None and capital.name == country


def _same_name(left: str, right: str) -> bool:
    return bool(left and right) and fuzz.ratio(left.casefold(), right.casefold()) >= limit("alike_places")
