"""The scene: one happening as one article tells it, and how well what a clause says agrees with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.extract.events import related
from tracker.lexicon.gazetteer import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A happening as one article tells it, so far: kinds of event, places finest first, days, names."""

    number: int
    kinds: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    days: tuple[date, date] | None = None
    names: frozenset[str] = frozenset()
    loose: bool = False

    @property
    def event(self) -> str:
        """The kind told most often, the earliest of these."""
        told = Counter(kind for kind in self.kinds if kind != "general")
        return max(told, key=told.__getitem__, default="")

    @property
    def place(self) -> str:
        """The fine place named most often, with what contains it where the text says so: "Feodosia, Crimea"."""
        fine = Counter(place for place in self.places if place.kind in ("city", "place"))
        if not fine or self.places[0].kind == "country":
            return name_places(self.places)
        best = max(fine, key=fine.__getitem__)  # of several the first that was named
        return name_places([best, *(place for place in self.places if place != best)])

    @property
    def country(self) -> str:
        """The country of its places; empty where unknown or more than one."""
        countries = [place.country for place in self.places if place.country]
        return countries[0] if len(set(countries)) == 1 else ""


def name_all_places(places: Sequence[Place]) -> str:
    """The places one count runs over: "Kyiv and Kharkiv" where it names several as fine, else as ``name_places``."""
    fine = [place for place in places if place.kind in ("city", "place")]
    if len({place.name for place in fine}) < 2:
        return name_places(places)
    return " and ".join(dict.fromkeys(place.printed or place.name for place in fine))


def name_places(places: Sequence[Place]) -> str:
    """The finest place as printed, with one that contains it where the text names it: "Feodosia, Crimea"."""
    fine, *rest = places or (None,)
    if fine is None:
        return ""
    around = [place for place in rest if place.kind != fine.kind and place.kind in ("region", "country")]
    return ", ".join(dict.fromkeys(place.printed or place.name for place in (fine, *around[:1])))


def agreement(
    scene: Scene, places: Sequence[Place], days: tuple[date, date] | None, kinds: Sequence[str], names: frozenset[str]
) -> float | None:
    """How well a clause fits a scene: None where they contradict each other, else points for what they share."""
    score = 0.0
    if places and scene.places:
        points = place_score(scene, places)
        if points == 0:
            return None
        score += points
    if days and scene.days:
        if not overlap(days, scene.days):
            return None
        score += 1
    if kinds and scene.kinds and not any(related(kind, scene.event) for kind in kinds):
        return None
    return score + (2 if names & scene.names else 0)


def place_score(scene: Scene, places: Sequence[Place]) -> float:
    """Two for the same place, one where one lies in the other, none where they differ.

    A name that no table knows can lie anywhere: it agrees a little with whatever is not known to differ.
    """
    if any(a.name == b.name for a in places for b in scene.places):
        return 2
    known = [(a, b) for a in places for b in scene.places if "place" not in (a.kind, b.kind)]
    if known:
        return 1 if any(fits(a, b) for a, b in known) else 0
    return 0.25 if any(fits(a, b) for a in places for b in scene.places) else 0


def fits(left: Place, right: Place) -> bool:
    """The same place, or one that can lie in the other: a city in its country, a region's city in the region."""
    if left.name == right.name:
        return True
    if "country" in (left.kind, right.kind):
        return left.country == right.country or not left.country or not right.country
    if {left.kind, right.kind} == {"region", "city"}:
        return left.region == right.name or right.region == left.name
    return "place" in (left.kind, right.kind) and (left.kind, right.kind) != ("place", "place")


def overlap(left: tuple[date, date], right: tuple[date, date]) -> bool:
    """Do two spans of days, both ends included, share a day?"""
    return left[0] <= right[1] and right[0] <= left[1]


def narrowed(known: tuple[date, date] | None, new: tuple[date, date] | None) -> tuple[date, date] | None:
    """The first days told, narrowed by a later word: "overnight" by "on Sunday"."""
    if known is None or new is None:
        return known or new
    return new if known[0] <= new[0] and new[1] <= known[1] else known


def within(scene: Scene, first: date, last: date) -> bool:
    """Do a scene's days lie inside a period?"""
    return scene.days is not None and first <= scene.days[0] and scene.days[1] <= last
