"""The scenes of a corpus as columns of numbers, so that millions of pairs can be held against each other at once.

Only what most witnesses look at is here; ``witness.py`` says what it means, and for two scenes it is the same thing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.group.atlas import INSIDE, SAME, Atlas, read_atlas
from tracker.group.block import VAGUE
from tracker.group.datelines import Datelines
from tracker.group.place import Nearness
from tracker.group.scene import Scene
from tracker.group.witness import PLACE_SLOPE, Custom, kinds_agree

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

UNKNOWN = 0
# Ages are kept as bits of two numbers of 63 bits; nobody printed is older.
OLDEST = 125
# How places lie to each other where it adds to the odds.
SLOPE = {INSIDE: PLACE_SLOPE[Nearness.INSIDE], SAME: PLACE_SLOPE[Nearness.SAME]}


@dataclass(frozen=True)
class Columns:
    """One row a scene. Days are ordinals, ``UNKNOWN`` where there is none or it is vague."""

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
    atlas: Atlas
    datelines: Datelines
    names: "csr_matrix[Any]"
    ages: "NDArray[Any]"

    @cached_property
    def named(self) -> "NDArray[Any]":
        """Has a scene names?"""
        import numpy as np

        return np.diff(self.names.indptr) > 0

    def at_most_placed(self, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
        """The most that the places of each pair can add to the odds."""
        import numpy as np

        known = self.atlas.known(left) & self.atlas.known(right)
        return np.where(known, max(PLACE_SLOPE.values()) * self._rarity(left, right), 0.0)

    def placed(self, left: "NDArray[Any]", right: "NDArray[Any]") -> "tuple[NDArray[Any], NDArray[Any], NDArray[Any]]":
        """What the places of each pair add to the odds, whether they are the same, and whether the first are apart.

        Where they are apart they may be two, which takes a closer look.
        """
        import numpy as np

        near, apart = self.atlas.nearest(left, right)
        slope = np.zeros(SAME + 1)
        slope[list(SLOPE)] = list(SLOPE.values())
        return slope[near] * self._rarity(left, right), near == SAME, apart

    def _rarity(self, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
        """How much it tells to share the commonest place of each pair."""
        import numpy as np

        each, of = self._rarities
        return np.asarray(each[np.maximum(of[left], of[right])])

    @cached_property
    def _rarities(self) -> "tuple[NDArray[Any], NDArray[Any]]":
        """How much a place tells, the rarest first, and for each scene which of these its commonest place is."""
        import numpy as np

        counts, at = np.unique(self.atlas.commonest, return_inverse=True)
        return np.array([self.custom.rarity(count) for count in counts.tolist()]), at[self.atlas.of]


def read_columns(
    scenes: Sequence[Scene], custom: Custom, open: Callable[[Iterable[int]], None] = lambda places: None
) -> Columns:
    """The columns of a corpus; ``open`` is called with the places of scenes before anything is asked of their text."""
    import numpy as np

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
        atlas=read_atlas(scenes, custom.places),
        datelines=Datelines(scenes, open),
        names=_names(scenes),
        ages=np.array([_bits(scene.ages) for scene in scenes], dtype=np.int64).reshape(-1, 2),
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
