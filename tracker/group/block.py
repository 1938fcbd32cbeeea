"""Where to look for kin: only scenes that share something telling are ever held against each other.

A scene is put on several shelves: under the words that tell most about it, and under its place and its names on the
day it happened. Each shelf is looked through by itself, so that the work grows with the scenes, not with their square.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tracker.group.marks import marks, step
from tracker.group.scene import OVERNIGHT, Scene
from tracker.group.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    # Who lies on which shelf, in two columns.
    Lying = tuple[NDArray[Any], NDArray[Any]]

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


def candidate_pairs(
    scenes: Sequence[Scene], weights: Weights, shelves: "Sequence[NDArray[Any]]"
) -> "Iterator[tuple[NDArray[Any], NDArray[Any]]]":
    """The pairs of scenes worth a closer look, each once, in two columns of places in ``scenes``, a batch at a time.

    ``shelves`` are each scene's besides those of its words (``shelf_marks``).
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    if not scenes:
        return
    on, under, number = _shelves(scenes, weights, shelves)
    held = csr_matrix((np.ones(len(on), dtype=np.int32), (on, under)), shape=(len(scenes), number))
    holds = held.T.tocsr()
    known: dict[str, int] = {}
    article = np.array([known.setdefault(scene.article.article_id, len(known)) for scene in scenes])
    for first, last in pairwise(portions(np.asarray(held @ np.bincount(under, minlength=number)), AT_ONCE)):
        meets = held[first:last] @ holds
        left = np.repeat(np.arange(first, last), np.diff(meets.indptr))
        right = meets.indices.astype(np.int64)
        new = (left < right) & (article[left] != article[right])
        yield left[new], right[new]


def portions(costs: "NDArray[Any]", most: int) -> list[int]:
    """Where to cut things of such costs, so that each portion costs about so much."""
    import numpy as np

    total = np.cumsum(costs)
    cuts = np.searchsorted(total, np.arange(most, total[-1], most)) + 1 if len(total) else ()
    return sorted({0, len(costs), *(int(cut) for cut in cuts if cut < len(costs))})


def block_keys(scene: Scene) -> Iterator[str]:
    """The shelves of a scene besides those of its words."""
    places = [place.finest for place in scene.places if place.exact]
    for day in _days(scene):
        yield from (f"place {place} {day}" for place in places)
        yield from (f"name {name} {day}" for name in scene.names)
    # A happening that has a name of its own ("Lahaina fire") is found by it whatever the day.
    yield from (f"called {name}" for name in scene.names if " " in name)
    if scene.published is not None and scene.event:
        for n in range(SAME_NEWS.days + 1):
            day = (scene.published + timedelta(days=n)).isoformat()
            yield from (f"news {scene.event} {place} {day}" for place in places)


def _days(scene: Scene) -> Iterator[str]:
    """The days of a scene and the one after: two windows a night apart meet on a shelf."""
    if scene.window is None or scene.window.last - scene.window.first > VAGUE:
        return
    for n in range(scene.window.days + OVERNIGHT.days):
        yield (scene.window.first + timedelta(days=n)).isoformat()


def shelf_marks(scene: Scene) -> "NDArray[Any]":
    """The shelves of a scene besides those of its words, by their marks."""
    return marks(block_keys(scene))


def _shelves(
    scenes: Sequence[Scene], weights: Weights, shelves: "Sequence[NDArray[Any]]"
) -> "tuple[NDArray[Any], NDArray[Any], int]":
    """The shelves that are looked through whole: who lies on which, in two columns, and how many they are."""
    import numpy as np

    whole: list[Lying] = []
    crowded: list[tuple[bool, list[int]]] = []
    number = 0
    weeks = np.array([scene.published.toordinal() // 7 if scene.published else 0 for scene in scenes], dtype=np.int64)
    for by_word, lying in ((False, _placed(shelves)), (True, _worded(scenes, weights))):
        fit, more, left = _by_size(*lying, number)
        again, number, left = _by_size(*_by_week(*left, weeks), more)
        whole += [fit, again]
        crowded += [(by_word, shelf) for shelf in _each(*left)]
    parts = list(_crowded(crowded, scenes))
    sizes = np.array([len(shelf) for shelf in parts], dtype=np.int64)
    whole.append(
        (
            np.fromiter((index for shelf in parts for index in shelf), dtype=np.int64, count=sizes.sum()),
            np.repeat(np.arange(len(parts)) + number, sizes),
        )
    )
    on, under = (np.concatenate([each[side] for each in whole]) for side in (0, 1))
    return on, under, number + len(parts)


def _by_size(on: "NDArray[Any]", key: "NDArray[Any]", number: int) -> "tuple[Lying, int, Lying]":
    """Who lies on the shelves that are not crowded, these being numbered on; their last number; and on the others."""
    import numpy as np

    _, under, sizes = np.unique(key, return_inverse=True, return_counts=True)
    fits, crowded = (sizes > 1) & (sizes <= CROWDED), sizes > CROWDED
    name = np.cumsum(fits) - 1 + number
    kept, left = fits[under], crowded[under]
    return (on[kept], name[under[kept]]), number + int(fits.sum()), (on[left], under[left])


def _by_week(on: "NDArray[Any]", under: "NDArray[Any]", weeks: "NDArray[Any]") -> "Lying":
    """Crowded shelves by the week of publication, each week with the next."""
    import numpy as np

    span = np.ptp(weeks) + 2
    week = under * span + weeks[on] - weeks.min()
    return np.concatenate([on, on]), np.concatenate([week, week + 1])


def _each(on: "NDArray[Any]", under: "NDArray[Any]") -> Iterator[list[int]]:
    """Who lies on each of some shelves."""
    import numpy as np

    order = np.lexsort((on, under))
    on, under = on[order], under[order]
    for shelf in np.split(on, np.flatnonzero(np.diff(under)) + 1) if len(on) else ():
        yield shelf.tolist()


def _placed(shelves: "Sequence[NDArray[Any]]") -> "tuple[NDArray[Any], NDArray[Any]]":
    import numpy as np

    sizes = [len(each) for each in shelves]
    return np.repeat(np.arange(len(shelves)), sizes), np.concatenate([np.empty(0, dtype=np.uint64), *shelves])


def _worded(scenes: Sequence[Scene], weights: Weights) -> "tuple[NDArray[Any], NDArray[Any]]":
    """The words that weigh most in each main scene, by their columns; of equals those that come first."""
    import numpy as np

    rows = weights.rows
    sizes = np.diff(rows.indptr)
    row = np.repeat(np.arange(len(scenes)), sizes)
    main = np.array([scene.main for scene in scenes], dtype=bool)[row]
    row, column, weight = row[main], rows.indices[main], rows.data[main]
    order = np.lexsort((column, -weight, row))
    row, column = row[order], column[order]
    first = np.searchsorted(row, np.arange(len(scenes)))
    telling = np.arange(len(row)) - first[row] < TELLING
    return row[telling], column[telling]


def _crowded(shelves: list[tuple[bool, list[int]]], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """Crowded shelves, those of places and names before those of words, whole while the pairs are few enough."""
    left = max(ENOUGH, ENOUGH_EACH * step(len(scenes)))
    times: Counter[int] = Counter()
    for _, shelf in sorted(shelves, key=lambda found: (found[0], len(found[1]), found[1])):
        left -= len(shelf) ** 2 // 2
        if left >= 0:
            yield shelf
        else:
            yield from _windows([index for index in shelf if times[index] < LEFT_ON], scenes)
            times.update(shelf)


def _windows(shelf: Iterable[int], scenes: Sequence[Scene]) -> Iterator[list[int]]:
    """Each scene with those published next to it: stretches of a shelf that overlap by half."""
    ordered = sorted(shelf, key=lambda index: (scenes[index].article.published, index))
    step = NEIGHBOURS // 2
    yield from (ordered[start : start + NEIGHBOURS] for start in range(0, max(len(ordered) - step, 1), step))
