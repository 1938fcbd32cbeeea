"""The places of a corpus as columns of numbers: how those of many pairs of scenes lie to each other, at once.

It is what ``place.nearness`` says of two places; a test holds the two to each other. The pairs of places grow much
faster than the places (at 36,000 scenes each was held against fourteen others), so none is remembered.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, Any

from tracker.group.block import portions
from tracker.group.place import LIKE, SHORTEST_LIKE, Place, alike
from tracker.group.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

# How two places lie to each other, in columns: the same, one inside the other, for certain not the same, unknown.
UNKNOWN, APART, INSIDE, SAME = range(4)
# Pairs of places held against each other at a time: a scene may name dozens.
AT_ONCE = 500_000


@dataclass(frozen=True, slots=True)
class Atlas:
    """``of`` has the list of places of each scene, ``starts`` where each list begins in ``listed``.

    ``commonest`` is how many scenes name the commonest place of a list. The rest has a row a place: the numbers of its
    finest name and its country, and from ``holding_starts`` on those of the places it lies in.
    """

    of: "Numbers"
    starts: "Numbers"
    listed: "Numbers"
    commonest: "Numbers"
    finest: "Numbers"
    country: "Numbers"
    exact: "Numbers"
    holding_starts: "Numbers"
    holding: "Numbers"
    names: "Spellings"

    def known(self, scenes: "Numbers") -> "Numbers":
        """Does each of some scenes name a place?"""
        import numpy as np

        at = self.of[scenes]
        return np.asarray(self.starts[at + 1] > self.starts[at])

    def countries_known(self, scenes: "Numbers") -> "Numbers":
        """Is the country known of the place that each of some scenes, all with places, names first?"""
        import numpy as np

        return np.asarray(self.country[self.listed[self.starts[self.of[scenes]]]] > 0)

    def nearest(self, left: "Numbers", right: "Numbers") -> "tuple[Numbers, Numbers]":
        """The nearest that any two places of each pair of scenes lie, and whether the first of each are apart."""
        import numpy as np

        near, apart = np.zeros(len(left), dtype=np.int8), np.zeros(len(left), dtype=bool)
        both = np.flatnonzero(self.known(left) & self.known(right))
        here, there = self.of[left[both]], self.of[right[both]]
        size = (self.starts[here + 1] - self.starts[here]) * (self.starts[there + 1] - self.starts[there])
        for part in starmap(slice, pairwise(portions(size, AT_ONCE))):
            near[both[part]], apart[both[part]] = self._nearest(here[part], there[part], size[part])
        return near, apart

    def _nearest(self, here: "Numbers", there: "Numbers", size: "Numbers") -> "tuple[Numbers, Numbers]":
        """``nearest`` for lists that have places, ``size`` being how many pairs of places each two make."""
        import numpy as np

        pair, at = spread(size)
        wide = (self.starts[there + 1] - self.starts[there])[pair]
        found = self.nearness(
            self.listed[self.starts[here][pair] + at // wide], self.listed[self.starts[there][pair] + at % wide]
        )
        first = np.cumsum(size) - size
        nearest = np.maximum.reduceat(found, first) if len(first) else found
        return np.where(nearest >= INSIDE, nearest, UNKNOWN), found[first] == APART

    def nearness(self, left: "Numbers", right: "Numbers") -> "Numbers":
        """How two places of each pair lie to each other, by their rows."""
        import numpy as np

        found = np.full(len(left), UNKNOWN, dtype=np.int8)
        here, there = self.country[left], self.country[right]
        abroad = (here > 0) & (there > 0) & ~self.names.alike(here, there)
        found[abroad] = APART
        open = np.flatnonzero(~abroad & (self.finest[left] > 0) & (self.finest[right] > 0))
        one, other = left[open], right[open]
        exact = self.exact[one] & self.exact[other]
        same = self.names.alike(self.finest[one], self.finest[other])
        inside = self._holds(one, other) | self._holds(other, one)
        found[open] = np.select([same & exact, same | inside, exact], [SAME, INSIDE, APART], UNKNOWN)
        return found

    def _holds(self, outer: "Numbers", inner: "Numbers") -> "Numbers":
        """Does the one place of each pair hold the other?"""
        import numpy as np

        pair, at = spread(self.holding_starts[inner + 1] - self.holding_starts[inner])
        holding = self.holding[self.holding_starts[inner][pair] + at]
        held = pair[self.names.alike(self.finest[outer][pair], holding)]
        return np.asarray(np.bincount(held, minlength=len(outer)) > 0)


class Spellings:
    """Names of places by number; none has the number 0."""

    def __init__(self, names: Sequence[str]) -> None:
        import numpy as np

        self._names = names
        self._length = np.array([len(name) for name in names])
        self._letters = np.array([_letters(name) for name in names], dtype=np.uint64)

    def alike(self, left: "Numbers", right: "Numbers") -> "Numbers":
        """Are the names of each pair one, give or take its spelling (``place.alike``)?"""
        import numpy as np

        found = np.asarray(left == right)
        # A letter that only one of them has is at least one letter to put in or to take out.
        unlike = _ones(self._letters[left] ^ self._letters[right])
        short, long = self._length[left], self._length[right]
        close = 100 * unlike <= (100 - LIKE) * (short + long)
        for at in np.flatnonzero(close & ~found & (np.minimum(short, long) >= SHORTEST_LIKE)).tolist():
            found[at] = alike(self._names[left[at]], self._names[right[at]])
        return found


def read_atlas(scenes: Sequence[Scene], common: Counter[str]) -> Atlas:
    """The places of a corpus; ``common`` says how many scenes name each."""
    import numpy as np

    lists: dict[tuple[Place, ...], int] = {}
    of = np.array([lists.setdefault(scene.places, len(lists)) for scene in scenes], dtype=np.int64)
    rows: dict[Place, int] = {}
    listed = [rows.setdefault(place, len(rows)) for each in lists for place in each]
    numbers: dict[str, int] = {"": 0}
    holding = [[name for name in (*place.chain[1:], place.country) if name] for place in rows]

    def numbered(names: Iterable[str]) -> "Numbers":
        return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)

    return Atlas(
        of=of,
        starts=_starts(map(len, lists)),
        listed=np.array(listed, dtype=np.int64),
        commonest=np.array([max((common[place.finest] for place in each), default=0) for each in lists]),
        finest=numbered(place.finest for place in rows),
        country=numbered(place.country for place in rows),
        exact=np.array([place.exact for place in rows], dtype=bool),
        holding_starts=_starts(map(len, holding)),
        holding=numbered(name for names in holding for name in names),
        names=Spellings(list(numbers)),
    )


def spread(sizes: "Numbers") -> "tuple[Numbers, Numbers]":
    """For each thing of stretches of so many: the stretch it is in, and the how manieth it is there."""
    import numpy as np

    stretch = np.repeat(np.arange(len(sizes)), sizes)
    return stretch, np.arange(len(stretch)) - (np.cumsum(sizes) - sizes)[stretch]


def _starts(sizes: Iterable[int]) -> "Numbers":
    import numpy as np

    return np.cumsum([0, *sizes])


def _letters(name: str) -> int:
    """The letters of a name as bits; letters that share a bit count as one."""
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _ones(bits: "Numbers") -> "Numbers":
    """How many bits are set (numpy has it from 2.0 on)."""
    import numpy as np

    ones = np.array([value.bit_count() for value in range(256)], dtype=np.uint8)
    return np.asarray(ones[bits.view(np.uint8)].reshape(-1, 8).sum(axis=1, dtype=np.int64))
