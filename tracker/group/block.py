"""Where to look for kin: only scenes that share something telling are ever held against each other.

A scene is put on several shelves: under the words that tell most about it, and under its place and its names on the
day it happened. Each shelf is looked through by itself, so that the work grows with the scenes, not with their square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tracker.group.scene import OVERNIGHT, Scene
from tracker.group.words import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Two columns of places in a list of scenes, the left the lesser.
Pairs = "tuple[NDArray[np.int64], NDArray[np.int64]]"

# The words by which a main scene can be found. Twenty find 93 in 100 of the true pairs of 2,588 local reports; most
# of the rest are pages saved without their text.
TELLING = 20
# A shelf with more scenes than this is split by week of publication. One still larger is all about one thing, or
# says too little ("New York" on a day of many happenings): the smallest of these are looked through whole while the
# pairs are few enough. Of the others each scene is left on its few smallest, where it meets only those published next
# to it, so that time and memory stay bounded.
CROWDED = 120
ENOUGH = 500_000
ENOUGH_EACH = 60
LEFT_ON = 3
NEIGHBOURS = 26
# A town rarely has two happenings of one kind in the news of so many days; where it has, their days are told.
SAME_NEWS = timedelta(days=2)
# A window longer than this ("in 2016") puts a happening on no day.
VAGUE = timedelta(days=7)
# Products summed up at a time while shelves are looked through.
AT_ONCE = 4_000_000


def candidate_pairs(scenes: Sequence[Scene], weights: Weights) -> "Iterator[tuple[NDArray[Any], NDArray[Any]]]":
    """The pairs of scenes worth a closer look, each once, in two columns of places in ``scenes``, a batch at a time."""
    import numpy as np
    from scipy.sparse import csr_matrix

    if not scenes:
        return
    shelves = list(_shelves(scenes, weights))
    sizes = np.array([len(shelf) for shelf in shelves], dtype=np.int64)
    on = np.fromiter((index for shelf in shelves for index in shelf), dtype=np.int64, count=sizes.sum())
    under = np.repeat(np.arange(len(shelves)), sizes)
    held = csr_matrix((np.ones(len(on), dtype=np.int32), (on, under)), shape=(len(scenes), len(shelves)))
    holds = held.T.tocsr()
    known: dict[str, int] = {}
    article = np.array([known.setdefault(scene.article.article_id, len(known)) for scene in scenes])
    for first, last in pairwise(_batches(np.asarray(held @ sizes))):
        meets = held[first:last] @ holds
        left = np.repeat(np.arange(first, last), np.diff(meets.indptr))
        right = meets.indices.astype(np.int64)
        new = (left < right) & (article[left] != article[right])
        yield left[new], right[new]


def _batches(costs: "NDArray[Any]") -> list[int]:
    """Where to cut the scenes, so that each batch costs about ``AT_ONCE``."""
    import numpy as np

    total = np.cumsum(costs)
    cuts = np.searchsorted(total, np.arange(AT_ONCE, total[-1], AT_ONCE)) + 1
    return sorted({0, len(costs), *(int(cut) for cut in cuts if cut < len(costs))})


def block_keys(scene: Scene) -> Iterator[str]:
    """The shelves of a scene besides those of its words."""
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
    """The shelves that are looked through whole."""
    placed: defaultdict[str, list[int]] = defaultdict(list)
    worded: defaultdict[int, list[int]] = defaultdict(list)
    for index, scene in enumerate(scenes):
        for key in block_keys(scene):
            placed[key].append(index)
        for word in telling_words(weights, index) if scene.main else ():
            worded[word].append(index)
    crowded: list[tuple[bool, list[int]]] = []
    for by_word, shelves in ((False, placed.values()), (True, worded.values())):
        for shelf in shelves:
            for part in [shelf] if len(shelf) <= CROWDED else _by_week(shelf, scenes):
                if len(part) > CROWDED:
                    crowded.append((by_word, part))
                elif len(part) > 1:
                    yield part
    yield from _crowded(crowded, scenes)


def _crowded(shelves: list[tuple[bool, list[int]]], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """Crowded shelves, those of places and names before those of words, whole while the pairs are few enough."""
    left = max(ENOUGH, ENOUGH_EACH * len(scenes))
    times: Counter[int] = Counter()
    for _, shelf in sorted(shelves, key=lambda found: (found[0], len(found[1]), found[1])):
        left -= len(shelf) ** 2 // 2
        if left >= 0:
            yield shelf
        else:
            yield from _windows([index for index in shelf if times[index] < LEFT_ON], scenes)
            times.update(shelf)


def _by_week(shelf: Iterable[int], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """A crowded shelf by the week of publication, each week with the next."""
    weeks = defaultdict(list)
    for index in shelf:
        printed = scenes[index].published
        week = printed.toordinal() // 7 if printed else 0
        weeks[week].append(index)
        weeks[week + 1].append(index)
    yield from weeks.values()


def _windows(shelf: Iterable[int], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """Each scene with those published next to it: stretches of a shelf that overlap by half."""
    ordered = sorted(shelf, key=lambda index: (scenes[index].article.published, index))
    step = NEIGHBOURS // 2
    yield from (ordered[start : start + NEIGHBOURS] for start in range(0, max(len(ordered) - step, 1), step))


def telling_words(weights: Weights, index: int) -> list[int]:
    """The words that weigh most in a scene, by their columns."""
    start, end = weights.rows.indptr[index : index + 2]
    heaviest = sorted(zip(-weights.rows.data[start:end], weights.rows.indices[start:end], strict=True))[:TELLING]
    return [int(column) for _, column in heaviest]
