"""Where to look for kin: only scenes that share something telling are ever held against each other.

A scene is put on several shelves: under the words that tell most about it, and under its place and its names on the
day it happened. Each shelf is looked through by itself, so that the work grows with the scenes, not with their square.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from tracker.group.scene import OVERNIGHT, Scene
from tracker.group.words import Weights

Pair = tuple[int, int]

# The words by which a main scene can be found. Twenty find 93 in 100 of the true pairs of 2,588 local reports; most
# of the rest are pages saved without their text.
TELLING = 20
# A shelf with more scenes than this is split by week of publication. One still larger is all about one thing, or
# says too little ("New York" on a day of many happenings): it is looked through whole while the pairs are few enough,
# and beyond that each scene meets only those published next to it, so that time and memory stay bounded.
CROWDED = 120
ENOUGH = 500_000
NEIGHBOURS = 20
# A town rarely has two happenings of one kind in the news of so many days; where it has, their days are told.
SAME_NEWS = timedelta(days=2)
# A window longer than this ("in 2016") puts a happening on no day.
VAGUE = timedelta(days=7)


def candidate_pairs(scenes: Sequence[Scene], weights: Weights) -> list[Pair]:
    """The pairs of scenes worth a closer look, as places in ``scenes``, each once and in order."""
    found: set[Pair] = set()
    for shelf in sorted(_shelves(scenes, weights), key=lambda shelf: (len(shelf), shelf)):
        whole = len(shelf) <= CROWDED or len(found) + len(shelf) ** 2 // 2 <= ENOUGH
        found.update(combinations(shelf, 2) if whole else _neighbours(shelf, scenes))
    return sorted(pair for pair in found if scenes[pair[0]].article.article_id != scenes[pair[1]].article.article_id)


def block_keys(scene: Scene, telling: Iterable[str] = ()) -> Iterator[str]:
    """The shelves of a scene; ``telling`` are the words that tell most about it."""
    if scene.main:
        yield from (f"word {word}" for word in telling)
    for day in _days(scene):
        yield from (f"place {place.finest} {day}" for place in scene.places if place.exact)
        yield from (f"name {name} {day}" for name in scene.names)
    # A happening that has a name of its own ("Lahaina fire") is found by it whatever the day.
    yield from (f"called {name}" for name in scene.names if " " in name)
    if scene.published is not None and scene.event:
        for n in range(SAME_NEWS.days + 1):
            day = (scene.published + timedelta(days=n)).isoformat()
            yield from (f"news {scene.event} {place.finest} {day}" for place in scene.places if place.exact)


def _days(scene: Scene) -> Iterator[str]:
    """The days of a scene and the one after: two windows a night apart meet on a shelf."""
    if scene.window is None or scene.window.last - scene.window.first > VAGUE:
        return
    for n in range(scene.window.days + OVERNIGHT.days):
        yield (scene.window.first + timedelta(days=n)).isoformat()


def _shelves(scenes: Sequence[Scene], weights: Weights) -> Iterator[list[int]]:
    shelves = defaultdict(list)
    for index, scene in enumerate(scenes):
        for key in block_keys(scene, telling_words(weights, index)):
            shelves[key].append(index)
    for shelf in shelves.values():
        yield from [shelf] if len(shelf) <= CROWDED else _by_week(shelf, scenes)


def _by_week(shelf: Iterable[int], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """A crowded shelf by the week of publication, each week with the next."""
    weeks = defaultdict(list)
    for index in shelf:
        printed = scenes[index].published
        week = printed.toordinal() // 7 if printed else 0
        weeks[week].append(index)
        weeks[week + 1].append(index)
    yield from weeks.values()


def _neighbours(shelf: Iterable[int], scenes: Sequence[Scene]) -> Iterator[Pair]:
    """Each scene with those published next to it."""
    ordered = sorted(shelf, key=lambda index: (scenes[index].article.published, index))
    for place, index in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            yield min(index, other), max(index, other)


def telling_words(weights: Weights, index: int) -> list[str]:
    """The words that weigh most in a scene."""

    own = slice(*weights.rows.indptr[index : index + 2])
    heaviest = sorted(zip(-weights.rows.data[own], weights.rows.indices[own], strict=True))[:TELLING]
    return [weights.terms[column] for _, column in heaviest]
