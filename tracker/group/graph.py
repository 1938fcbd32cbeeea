"""The links between scenes as a sparse graph in columns: tens of millions would be gigabytes of objects."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tracker.group.score import Ties

    Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Graph:
    """Links in the order of their left and right scenes, these being numbered from nothing on.

    ``starts`` tells where the links of each left scene begin; ``by_right`` has the links in the order of their right
    scenes, ``right_starts`` where those of each begin.
    """

    left: "Numbers"
    right: "Numbers"
    sureness: "Numbers"
    starts: "Numbers"
    by_right: "Numbers"
    right_starts: "Numbers"

    @classmethod
    def of(cls, places: "Numbers", *links: "Ties") -> "Graph":
        """The graph of some scenes, by their places in order, and of links among them."""
        import numpy as np

        left, right = (_one([np.asarray(each[side], dtype=np.int32) for each in links]) for side in (0, 1))
        sureness = _one([np.asarray(each[2], dtype=np.float64) for each in links])
        if len(places) and places[-1] != len(places) - 1:
            left, right = (np.searchsorted(places, side).astype(np.int32) for side in (left, right))
        if not _ordered(left, right):
            order = np.lexsort((right, left))
            left, right, sureness = left[order], right[order], sureness[order]
        by_right = np.argsort(right, kind="stable").astype(np.int32 if len(right) < 2**31 else np.int64)
        starts, right_starts = (
            np.concatenate([[0], np.cumsum(np.bincount(side, minlength=len(places)))]) for side in (left, right)
        )
        return cls(left, right, sureness, starts, by_right, right_starts)

    def around(self, scenes: Iterable[int]) -> "tuple[Numbers, Numbers]":
        """The other ends of the links of some scenes, and these links by their numbers."""
        import numpy as np

        others, links = [], []
        for scene in scenes:
            ahead = slice(self.starts[scene], self.starts[scene + 1])
            back = self.by_right[self.right_starts[scene] : self.right_starts[scene + 1]]
            others += [self.right[ahead], self.left[back]]
            links += [np.arange(ahead.start, ahead.stop), back]
        return np.concatenate(others), np.concatenate(links)

    def surest(self, links: "Numbers") -> tuple[int, int, float]:
        """The surest of some links, the first of equals."""
        sureness = self.sureness[links]
        link = int(links[sureness == sureness.max()].min())
        return int(self.left[link]), int(self.right[link]), float(self.sureness[link])


def _one(columns: "Sequence[Numbers]") -> "Numbers":
    """Columns as one; a single one is not copied."""
    import numpy as np

    return columns[0] if len(columns) == 1 else np.concatenate(columns)


def _ordered(left: "Numbers", right: "Numbers") -> bool:
    """Are links in order?"""
    same, more = left[1:] == left[:-1], left[1:] > left[:-1]
    return bool((more | (same & (right[1:] >= right[:-1]))).all())
