"""Which place a report names first, for many pairs of scenes: ``witness.certain_places`` where places lie apart.

Where each scene names its own place is looked up once; whether it names the other's before that is looked for only as
far as there, which is mostly a headline.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tracker.group.place import Place
from tracker.group.scene import Scene
from tracker.group.witness import HEADLINED_APART, PLACE_APART

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

NEVER, UNREAD = -1, -2


class Datelines:
    """Where scenes name their own places in print; ``open`` is called before anything is asked of their text."""

    def __init__(self, scenes: Sequence[Scene], open: Callable[[Iterable[int]], None]) -> None:
        import numpy as np

        self._scenes, self._open = scenes, open
        self._own = np.full(len(scenes), UNREAD, dtype=np.int64)
        # The headlines that name the own place.
        self._headline: dict[int, str] = {}

    def apart(self, left: "Numbers", right: "Numbers") -> "Numbers":
        """What speaks against each pair, whose first places lie apart: nothing where one may be about the other's."""
        import numpy as np

        weight = np.zeros(len(left))
        self._read(np.unique(np.concatenate([left, right])))
        named = np.flatnonzero((self._own[left] >= 0) & (self._own[right] >= 0))
        for at, one, other in zip(named.tolist(), left[named].tolist(), right[named].tolist(), strict=True):
            weight[at] = self._apart(one, other)
        return weight

    def _read(self, wanted: "Numbers") -> None:
        unread = wanted[self._own[wanted] == UNREAD].tolist()
        self._open(unread)
        for index in unread:
            scene = self._scenes[index]
            self._own[index] = scene.told.find(scene.places[0].finest) if scene.places else NEVER
            title = scene.article.title.casefold() if scene.main and scene.places else ""
            if title and scene.places[0].finest in title:
                self._headline[index] = title

    def _apart(self, one: int, other: int) -> float:
        left, right = self._scenes[one], self._scenes[other]
        here, there = left.places[0], right.places[0]
        # As far as a name that begins where the own one does.
        if left.told.find(there.finest, 0, int(self._own[one]) + len(there.finest)) >= 0:
            return 0.0
        if right.told.find(here.finest, 0, int(self._own[other]) + len(here.finest)) >= 0:
            return 0.0
        return HEADLINED_APART if self._headlines(one, there) and self._headlines(other, here) else PLACE_APART

    def _headlines(self, scene: int, other: Place) -> bool:
        """``Scene.headlines`` of a scene's own place against another."""
        title = self._headline.get(scene)
        return title is not None and other.finest not in title
