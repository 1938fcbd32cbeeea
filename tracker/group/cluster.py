"""Which scenes are one happening: average linkage over the links, under what must and what must not be together.

Two groups are joined while the *average* sureness over all pairs across them, those never looked at counting as
none, is at least even; the best first. One chance link therefore never chains two happenings together, as it does in
bare connected components. What articles are about is settled first, what they mention in passing joins it after: a
mention is shorter, and what it was wrongly joined to would bar its own article.

The links form a sparse graph and only neighbours are ever held against each other, so that the work grows with the
links (scipy's linkage wants every pair, and knows no pair that must not meet). Most links are chance and only ever
lower an average: they stay in columns (graph.py), and who neighbours a group is added up when the group is made.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Any

from tracker.group.graph import Graph
from tracker.group.score import PAIRS_AT_ONCE, Tie

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tracker.group.score import Ties

# Two groups are joined where the average over all pairs across them is at least this.
EVEN = 0.5

Apart = Callable[[int, int], bool]
# What the queue holds: the average sureness across two groups, the surest first, and their numbers.
_Entry = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Scenes, by their places in the list, that are one happening.

    ``joins`` are the links it was made by, the surest of each two groups that became one, in the order they did;
    ``weakest`` is that of the least sure of them, ``sureness`` how sure that was: the average over all across.
    """

    members: tuple[int, ...]
    sureness: float = 1.0
    weakest: Tie | None = None
    joins: tuple[Tie, ...] = ()


def cluster(
    scenes: int | Iterable[int],
    links: "Ties",
    *,
    then: "Ties | None" = None,
    together: Iterable[tuple[int, int]] = (),
    apart: Apart = lambda left, right: False,
    even: float = EVEN,
) -> tuple[Group, ...]:
    """The groups of so many scenes, or of some by their places.

    ``together`` joins whatever the links say; ``apart`` forbids a pair for good.

    The links of ``then`` are looked at when those of ``links`` join nothing more.
    """
    import numpy as np

    places = np.sort(np.fromiter(range(scenes) if isinstance(scenes, int) else scenes, dtype=np.int64))
    making = _Making(places, apart, even)
    at = {place: index for index, place in enumerate(places.tolist())} if together else {}
    for left, right in _pairs_of_one(together):
        making.join(making.of(at[left]), making.of(at[right]))
    making.settle(Graph.of(places, links))
    if then is not None and len(then[0]):
        making.settle(Graph.of(places, links, then))
    return tuple(making.groups())


class _Making:
    """Groups in the making, by their numbers: the scenes come first, then each group as it is made.

    A number stands for one set of scenes for good, so that an average in the queue holds or one of its two is gone.
    """

    def __init__(self, places: "NDArray[Any]", apart: Apart, even: float) -> None:
        import numpy as np

        self._places, self._apart, self._even = places.tolist(), apart, even
        most = 2 * len(places)
        self._made = len(places)
        self._into = np.arange(most, dtype=np.int32)
        self._size = np.ones(most, dtype=np.int32)
        self._gone = bytearray(most)
        self._numbers: dict[int, NDArray[Any]] = {}
        self._neighbours: dict[int, tuple[NDArray[Any], NDArray[Any]]] = {}
        self._waiting: dict[int, Iterator[_Entry]] = {}
        self._joins: list[tuple[int, float, Tie | None]] = []

    def of(self, scene: int) -> int:
        """The group that a scene is in."""
        return int(self._into[scene])

    def settle(self, graph: Graph) -> None:
        """Join, the surest first, until no two groups are even any more."""
        self._neighbours.clear()
        self._waiting.clear()
        queue: list[_Entry] = []
        for average, left, right in _in_turn(self._even_pairs(graph), queue):
            if self._gone[right]:
                continue
            forbidden = not self._gone[left] and self._forbidden(left, right)
            if forbidden:
                self._untie(graph, left, right)
            if forbidden or self._gone[left]:
                self._queue_next(queue, right)
                continue
            tie = self._surest(graph, left, right)
            around = [self._around(graph, name) for name in (left, right)]
            joined = self.join(left, right, -average, tie)
            self._neighbours[joined] = self._summed(joined, around)
            self._waiting[joined] = self._entries(joined)
            self._queue_next(queue, joined)

    def join(self, left: int, right: int, sureness: float = 1.0, tie: Tie | None = None) -> int:
        """Make two groups one: its number."""
        import numpy as np

        name, self._made = self._made, self._made + 1
        numbers = np.concatenate([self._inside(left), self._inside(right), [name]])
        self._numbers[name] = numbers
        self._into[numbers] = name
        self._size[name] = self._size[left] + self._size[right]
        for gone in (left, right):
            self._gone[gone] = True
            self._numbers.pop(gone, None)
            self._neighbours.pop(gone, None)
            self._waiting.pop(gone, None)
        self._joins.append((int(numbers[0]), sureness, tie if sureness < 1 else None))
        return name

    def groups(self) -> Iterator[Group]:
        """The groups as they are, in the order of their numbers."""
        joins: defaultdict[int, list[tuple[float, Tie | None]]] = defaultdict(list)
        for scene, sureness, tie in self._joins:
            joins[self.of(scene)].append((sureness, tie))
        for name in range(self._made):
            if not self._gone[name]:
                sureness, weakest = min(joins[name], key=lambda join: join[0]) if joins[name] else (1.0, None)
                members = tuple(sorted(self._places[scene] for scene in self._scenes(name)))
                yield Group(members, sureness, weakest, tuple(tie for _, tie in joins.pop(name) if tie))

    def _inside(self, name: int) -> "NDArray[Any]":
        """All numbers a group has had: those of its scenes, and of the groups it was made of."""
        import numpy as np

        return self._numbers[name] if name in self._numbers else np.array([name], dtype=np.int64)

    def _scenes(self, name: int) -> list[int]:
        return [number for number in self._inside(name).tolist() if number < len(self._places)]

    def _forbidden(self, left: int, right: int) -> bool:
        here, there = ([self._places[scene] for scene in self._scenes(name)] for name in (left, right))
        return any(self._apart(one, other) for one in here for other in there)

    def _surest(self, graph: Graph, left: int, right: int) -> Tie:
        """The surest link between two groups, the first of equals."""
        small, large = sorted((left, right), key=lambda name: int(self._size[name]))
        others, links = graph.around(self._scenes(small))
        left, right, sureness = graph.surest(links[self._into[others] == large])
        return Tie(self._places[left], self._places[right], sureness)

    def _around(self, graph: Graph, name: int) -> "tuple[NDArray[Any], NDArray[Any]]":
        """Numbers of the neighbours of a group, perhaps of before they were joined, and the sureness of its links."""
        if name in self._neighbours:
            return self._neighbours[name]
        others, links = graph.around(self._scenes(name))
        return others, graph.sureness[links]

    def _summed(
        self, name: int, around: "list[tuple[NDArray[Any], NDArray[Any]]]"
    ) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The neighbours that a group has today, and the sureness of all links to each."""
        import numpy as np

        others = self._into[np.concatenate([found[0] for found in around])]
        sureness = np.concatenate([found[1] for found in around])
        order = np.argsort(others, kind="stable")
        order = order[others[order] != name]
        others = others[order]
        first = np.flatnonzero(np.diff(others, prepend=-1))
        return others[first], np.add.reduceat(sureness[order], first) if len(first) else sureness[:0]

    def _queue_next(self, queue: list[_Entry], name: int) -> None:
        """Put into the queue what a group that was made here is surest of, of what is still there.

        One entry a group: most others would be outlived before their turn comes.
        """
        for entry in self._waiting.get(name, ()):
            if not self._gone[entry[1]]:
                heapq.heappush(queue, entry)
                return

    def _entries(self, name: int) -> Iterator[_Entry]:
        """The groups that one which was just made is even with, in the order of the queue."""
        import numpy as np

        others, total = self._neighbours[name]
        average = total / (self._size[name] * self._size[others].astype(float))
        near = np.flatnonzero(average >= self._even)
        near = near[np.argsort(-average[near], kind="stable")]
        return zip((-average[near]).tolist(), others[near].tolist(), repeat(name))

    def _untie(self, graph: Graph, left: int, right: int) -> None:
        """What must stay apart stays apart however the groups grow, so the links between them are left out."""
        for name, other in ((left, right), (right, left)):
            others, sureness = self._around(graph, name)
            kept = self._into[others] != other
            self._neighbours[name] = others[kept], sureness[kept]

    def _even_pairs(self, graph: Graph) -> Iterator[_Entry]:
        """What the queue holds at first, in its order: what is still there of it, a portion at a time as objects."""
        import numpy as np

        gone = np.frombuffer(self._gone, dtype=np.bool_)
        negative, left, right = self._even_at_first(graph)
        for start in range(0, len(left), PAIRS_AT_ONCE):
            part = slice(start, start + PAIRS_AT_ONCE)
            here = ~(gone[left[part]] | gone[right[part]])
            yield from zip(*(each[part][here].tolist() for each in (negative, left, right)), strict=True)

    def _even_at_first(self, graph: Graph) -> "Ties":
        """The groups that are even, as entries of the queue in columns, in its order."""
        import numpy as np

        one, other = self._into[graph.left], self._into[graph.right]
        lone = (self._size[one] == 1) & (self._size[other] == 1)
        told = np.flatnonzero(np.where(lone, graph.sureness >= self._even, one != other))
        one, other, lone = one[told], other[told], lone[told]
        left, right, total = _added_up(np.minimum(one, other), np.maximum(one, other), graph.sureness[told], lone)
        average = total / (self._size[left].astype(float) * self._size[right])
        near = np.flatnonzero(average >= self._even)
        order = near[np.lexsort((right[near], left[near], -average[near]))]
        return -average[order], left[order], right[order]


def _added_up(left: "NDArray[Any]", right: "NDArray[Any]", sureness: "NDArray[Any]", lone: "NDArray[Any]") -> "Ties":
    """Links between groups, those between the same two as one; two ``lone`` scenes have no more than one."""
    import numpy as np

    more = np.flatnonzero(~lone)
    most = int(right.max(initial=0)) + 1
    pairs, at = np.unique(left[more].astype(np.int64) * most + right[more], return_inverse=True)
    total = np.bincount(at, weights=sureness[more], minlength=len(pairs))
    return (
        np.concatenate([left[lone], pairs // most]),
        np.concatenate([right[lone], pairs % most]),
        np.concatenate([sureness[lone], total]),
    )


def _in_turn(first: Iterator[_Entry], grown: list[_Entry]) -> Iterator[_Entry]:
    """The entries that stand from the first, in order, and those of a heap that grows meanwhile."""
    ahead = next(first, None)
    while ahead is not None or grown:
        if ahead is None or (grown and grown[0] < ahead):
            yield heapq.heappop(grown)
        else:
            yield ahead
            ahead = next(first, None)


def _pairs_of_one(together: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is together through others is together: each scene with the first of those it belongs to."""
    first: dict[int, int] = {}
    for pair in together:
        left, right = sorted(_follow(first, member) for member in pair)
        if left != right:
            first[right] = left
            yield left, right


def _follow(first: dict[int, int], member: int) -> int:
    while member in first:
        member = first[member]
    return member
