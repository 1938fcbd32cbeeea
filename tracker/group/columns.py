"""The scenes of a corpus as columns of numbers, so that millions of pairs can be held against each other at once.

Only what most witnesses look at is here; ``witness.py`` says what it means, and for two scenes it is the same thing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.group.block import VAGUE
from tracker.group.place import Nearness, Place, nearness
from tracker.group.scene import Scene
from tracker.group.witness import PLACE_SLOPE, Custom, kinds_agree, nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

UNKNOWN = 0
# Ages are kept as bits of two numbers of 63 bits; nobody printed is older.
OLDEST = 125


@dataclass(frozen=True)
class Columns:
    """One row a scene. Days are ordinals, ``UNKNOWN`` where there is none or it is vague.

    ``open`` is called with the places of scenes before anything is asked of their text.
    """

    scenes: Sequence[Scene]
    custom: Custom
    main: "NDArray[Any]"
    published: "NDArray[Any]"
    first: "NDArray[Any]"
    last: "NDArray[Any]"
    windowed: "NDArray[Any]"
    crowd: "NDArray[Any]"
    recalling: "NDArray[Any]"
    told: "NDArray[Any]"
    kind: "NDArray[Any]"
    kinds: "NDArray[Any]"
    exact: "NDArray[Any]"
    places: "NDArray[Any]"
    names: "csr_matrix[Any]"
    ages: "NDArray[Any]"
    open: Callable[[Iterable[int]], None] = lambda places: None
    near: dict[int, tuple[float, bool, bool]] = field(default_factory=dict)

    @cached_property
    def named(self) -> "NDArray[Any]":
        """Has a scene names?"""
        import numpy as np

        return np.diff(self.names.indptr) > 0

    def placed(self, left: "NDArray[Any]", right: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
        """What the places of each pair add to the odds, whether they are the same, and whether they may be two.

        Where they may be two the odds are left to a closer look.
        """
        import numpy as np

        keys = self.places[left] * (int(self.places.max(initial=0)) + 1) + self.places[right]
        each, first, again = np.unique(keys, return_index=True, return_inverse=True)
        found = np.zeros((len(each), 3))
        for row, (key, at) in enumerate(zip(each.tolist(), first.tolist(), strict=True)):
            if key not in self.near:
                self.near[key] = _placed(self.scenes[left[at]], self.scenes[right[at]], self.custom)
            found[row] = self.near[key]
        weight, same, differ = found[again].T
        return weight, same > 0, differ > 0


def read_columns(
    scenes: Sequence[Scene], custom: Custom, open: Callable[[Iterable[int]], None] = lambda places: None
) -> Columns:
    """The columns of a corpus."""
    import numpy as np

    known: dict[tuple[Place, ...], int] = {(): 0}
    kinds = sorted({scene.event for scene in scenes})
    days = [_days(scene) for scene in scenes]
    return Columns(
        scenes=scenes,
        custom=custom,
        main=np.array([scene.main for scene in scenes], dtype=bool),
        published=np.array([scene.published.toordinal() if scene.published else UNKNOWN for scene in scenes]),
        first=np.array([first for first, _ in days]),
        last=np.array([last for _, last in days]),
        windowed=np.array([scene.window is not None for scene in scenes]),
        crowd=np.array([custom.days[scene.window.first] if scene.window else 0 for scene in scenes]),
        recalling=np.array([bool(scene.other_days) for scene in scenes]),
        told=np.array([bool(scene.event) for scene in scenes]),
        kind=np.searchsorted(kinds, [scene.event for scene in scenes]) if scenes else np.empty(0, dtype=np.int64),
        kinds=np.array([[kinds_agree(left, right) for left in kinds] for right in kinds]),
        exact=np.array([bool(scene.place and scene.place.exact) for scene in scenes]),
        places=np.array([known.setdefault(scene.places, len(known)) for scene in scenes]),
        names=_names(scenes),
        ages=np.array([_bits(scene.ages) for scene in scenes], dtype=np.int64).reshape(-1, 2),
        open=open,
    )


def _days(scene: Scene) -> tuple[int, int]:
    if scene.window is None or scene.window.days > VAGUE.days:
        return UNKNOWN, UNKNOWN
    return scene.window.first.toordinal(), scene.window.last.toordinal()


def _bits(ages: Iterable[int]) -> tuple[int, int]:
    """Ages as bits: 0 to 62 in the first number, 63 to 125 in the second."""
    low = high = 0
    for age in ages:
        if age < 63:
            low |= 1 << age
        elif age <= OLDEST:
            high |= 1 << (age - 63)
    return low, high


def _names(scenes: Sequence[Scene]) -> "csr_matrix[Any]":
    import numpy as np
    from scipy.sparse import csr_matrix

    known: dict[str, int] = {}
    columns = [known.setdefault(name, len(known)) for scene in scenes for name in sorted(scene.names)]
    ends = np.cumsum([0, *(len(scene.names) for scene in scenes)])
    return csr_matrix((np.ones(len(columns), dtype=np.int32), columns, ends), shape=(len(scenes), max(1, len(known))))


def _placed(left: Scene, right: Scene, custom: Custom) -> tuple[float, bool, bool]:
    near = nearest(left, right)
    here, there = left.place, right.place
    apart = here is not None and there is not None and nearness(here, there) in (Nearness.ELSEWHERE, Nearness.ABROAD)
    if apart or near not in PLACE_SLOPE:
        return 0.0, near is Nearness.SAME, apart
    commonest = max(custom.places[place.finest] for scene in (left, right) for place in scene.places)
    return PLACE_SLOPE[near] * custom.rarity(commonest), near is Nearness.SAME, apart
