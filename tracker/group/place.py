"""Where: a place and the places around it, as an article names them, held against another."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from rapidfuzz.fuzz import ratio

from tracker.lexicon import read_lexicon

# "Zaporizhzhia" and "Zaporizhia" score 96, "Kherson" and "Kharkiv" 57, "Austria" and "Australia" 88: a letter or two
# in a long name is a matter of spelling, more is another town.
LIKE = 90
SHORTEST_LIKE = 6


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place from the finest name to the country: ``("feodosia", "crimea")``, and the country by itself."""

    chain: tuple[str, ...]
    country: str = ""

    @property
    def finest(self) -> str:
        """The name that says most."""
        return self.chain[0] if self.chain else self.country

    @property
    def exact(self) -> bool:
        """Is it more than a country?"""
        return bool(self.chain) and self.finest != self.country


class Nearness(Enum):
    """How two places lie to each other, as far as their names tell."""

    SAME = "the same place"
    INSIDE = "one inside the other"
    UNKNOWN = "a place is missing"
    ELSEWHERE = "another place"
    ABROAD = "another country"


def read_place(place: str, country: str = "") -> Place:
    """A place as printed ("Feodosia, Crimea") with its country, in folded spelling."""
    chain = tuple(filter(None, map(fold_place, place.split(","))))
    return Place(chain, fold_place(country))


@cache
def fold_place(name: str) -> str:
    """A place name in the spelling we compare: lower case, no "the", the lexicon's usual form."""
    plain = name.strip().casefold().removeprefix("the ").strip()
    return _spellings().get(plain, plain)


def nearness(left: Place, right: Place) -> Nearness:
    """How two places lie to each other. Containment comes before difference: Kyiv is in Ukraine, not elsewhere."""
    if left.country and right.country and not alike(left.country, right.country):
        return Nearness.ABROAD
    if not left.finest or not right.finest:
        return Nearness.UNKNOWN
    if alike(left.finest, right.finest):
        return Nearness.SAME if left.exact and right.exact else Nearness.INSIDE
    if _holds(left, right) or _holds(right, left):
        return Nearness.INSIDE
    return Nearness.ELSEWHERE if left.exact and right.exact else Nearness.UNKNOWN


@cache
def alike(left: str, right: str) -> bool:
    """Are two folded names one name, give or take its spelling?"""
    if left == right:
        return True
    return min(len(left), len(right)) >= SHORTEST_LIKE and ratio(left, right, score_cutoff=LIKE) > 0


def _holds(outer: Place, inner: Place) -> bool:
    return any(alike(outer.finest, name) for name in (*inner.chain[1:], inner.country) if name)


@cache
def _spellings() -> dict[str, str]:
    listed = read_lexicon("labels")["spellings"]
    return {fold: usual for usual, others in listed.items() for fold in others}
