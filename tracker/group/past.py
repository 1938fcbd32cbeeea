"""What the last grouping found, so that the next one looks only at what has changed since.

Every scene has a state: the mark of all that scoring asks of it (what it tells, its weighed words, how common its day
and places are). A pair whose scenes are in the states they were in, and that was looked at before, is as sure as
before. Two groups are joined only where they are even on average, so at least one link between them is even: joining
never leaves a component of the graph of even links, and one whose scenes and links are the same makes the same
incidents. Nothing else carries over, so that a grouping over what is known equals one from scratch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.group.cluster import EVEN
from tracker.group.marks import mark, mixed
from tracker.group.score import score_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tracker.group.corpus import Corpus
    from tracker.group.score import Batch, Ties

# Links marked at a time.
TIES_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The scenes of the last grouping, one entry each, and the links between them by their places here.

    ``keys`` are the marks of their ids, ``traits`` of what they tell by themselves, ``states`` of all that scoring
    asks of them, ``met`` of whom each was held against, ``tied`` of its links and of what was decided, ``grouped`` of
    the group it was put in. All are numbers as bytes (``numpy.tobytes``, little endian).
    """

    keys: bytes = b""
    traits: bytes = b""
    states: bytes = b""
    met: bytes = b""
    tied: bytes = b""
    grouped: bytes = b""
    left: bytes = b""
    right: bytes = b""
    sureness: bytes = b""


def packed_past(past: Past) -> bytes:
    """What was found, as bytes."""
    return msgspec.msgpack.encode(past)


def unpacked_past(stored: bytes) -> Past:
    """What was found, of its bytes; nothing where there are none."""
    return msgspec.msgpack.decode(stored, type=Past) if stored else Past()


@dataclass(frozen=True, slots=True)
class Found:
    """The component of each scene by a number, -1 where nothing in it has changed; the links within them.

    ``states`` are the marks of all scenes, ``grouped`` those of the groups they were in, ``past`` is kept for the next
    time but for the groups they are in now.
    """

    of: "NDArray[Any]"
    ties: "Ties"
    states: "NDArray[Any]"
    grouped: "NDArray[Any]"
    past: Past

    def to_keep(self) -> Past:
        """The past of the next time, ``grouped`` having been brought up to date."""
        return replace(self.past, grouped=self.grouped.tobytes())


def find_ties(corpus: "Corpus", past: Past, decided: "Sequence[tuple[int, int, str]]") -> Found:
    """The links of a corpus, only what has changed since ``past`` being looked at.

    ``decided`` are pairs of scenes that are together or apart whatever the links say, each with the word for it.
    """
    import numpy as np

    keys = np.array([mark(scene.scene_id) for scene in corpus.scenes], dtype=np.uint64)
    states = _states(corpus)
    before = _Before(past, keys)
    moved = ~before.known | (before.states != states)
    met, met_before = _Sums(len(keys)), _Sums(len(keys))
    held: list[Batch] = []
    columns = corpus.columns()
    links: list[Ties] = []
    stirred, old = mixed(keys), np.where(before.known, mixed(keys), np.uint64(0))
    for left, right in candidates(corpus):
        for side, other in ((left, right), (right, left)):
            met.add(side, stirred[other])
            met_before.add(side, old[other])
        new = moved[left] | moved[right]
        links.extend(score_pairs(columns, corpus.weights, [(left[new], right[new])]))
        if len(past.keys):
            held.append((left[~new].astype(np.int32), right[~new].astype(np.int32)))
    # Where a scene meets others than before among those known then, two may be held against each other for the first
    # time though neither has changed: the shelf they share was too crowded.
    strange = before.known & (met_before.total != before.met)
    again = ((left[both], right[both]) for left, right in held for both in [strange[left] & strange[right]])
    links.extend(score_pairs(columns, corpus.weights, again))
    links.append(before.ties(~moved, strange))
    ties = _in_order(links)
    links.clear()
    of = _components(len(keys), ties, decided)
    tied = _tied(_within(ties, of), stirred, states, decided)
    kept = Past(
        keys=keys.tobytes(),
        traits=corpus.traits.tobytes(),
        states=states.tobytes(),
        met=met.total.tobytes(),
        tied=tied.tobytes(),
        left=ties[0].astype(np.int32).tobytes(),
        right=ties[1].astype(np.int32).tobytes(),
        sureness=ties[2].tobytes(),
    )
    changed = ~before.known | (before.traits != corpus.traits) | (before.tied != tied)
    of = np.where(np.isin(of, of[changed]), of, -1)
    return Found(of, _within(ties, of), states, before.grouped, kept)


def candidates(corpus: "Corpus") -> "Iterable[Batch]":
    """The pairs worth a closer look."""
    from tracker.group.block import candidate_pairs

    return candidate_pairs(corpus.scenes, corpus.weights, corpus.shelves)


def _components(size: int, ties: "Ties", decided: "Sequence[tuple[int, int, str]]") -> "NDArray[Any]":
    """The component of each scene, by a number, in the graph of even links and of what is together in any case."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    pairs = np.array([[one, other] for one, other, _ in decided], dtype=np.int64).reshape(-1, 2)
    even = ties[2] >= EVEN
    left, right = np.concatenate([ties[0][even], pairs[:, 0]]), np.concatenate([ties[1][even], pairs[:, 1]])
    graph = coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), shape=(size, size))
    return np.asarray(connected_components(graph, directed=False)[1])


def _within(ties: "Ties", of: "NDArray[Any]") -> "Ties":
    """The links inside components."""
    left, right, sureness = ties
    inside = (of[left] == of[right]) & (of[left] >= 0)
    return left[inside], right[inside], sureness[inside]


def _states(corpus: "Corpus") -> "NDArray[Any]":
    """The mark of all that scoring asks of each scene, and of how large the corpus is."""
    import numpy as np

    custom = corpus.custom
    common = [
        hash(
            (
                custom.scenes,
                custom.days[scene.window.first] if scene.window else 0,
                *(custom.places[place.finest] for place in scene.places),
            )
        )
        for scene in corpus.scenes
    ]
    told = np.array(common, dtype=np.int64).astype(np.uint64)
    return mixed(mixed(corpus.traits) + mixed(corpus.weights.states + np.uint64(1)) + mixed(told + np.uint64(2)))


class _Sums:
    """A sum of marks for each scene, modulo 2**64."""

    def __init__(self, size: int) -> None:
        import numpy as np

        self.total = np.zeros(size, dtype=np.uint64)

    def add(self, at: "NDArray[Any]", values: "NDArray[Any]") -> None:
        """Add values at places, some of which may be the same."""
        import numpy as np

        np.add.at(self.total, at, values)


class _Before:
    """The past as seen from today's scenes."""

    def __init__(self, past: Past, keys: "NDArray[Any]") -> None:
        import numpy as np

        self._past = past
        theirs = np.frombuffer(past.keys, dtype=np.uint64)
        order = np.argsort(theirs)
        at = np.searchsorted(theirs, keys, sorter=order)
        place = order[np.minimum(at, len(order) - 1)] if len(order) else np.zeros(len(keys), dtype=np.int64)
        self.known = theirs[place] == keys if len(order) else np.zeros(len(keys), dtype=bool)
        self._today = np.full(len(theirs), -1, dtype=np.int64)
        self._today[place[self.known]] = np.flatnonzero(self.known)
        self.traits, self.states, self.met, self.tied, self.grouped = (
            self._of(each, place, len(keys)) for each in (past.traits, past.states, past.met, past.tied, past.grouped)
        )

    def _of(self, stored: bytes, place: "NDArray[Any]", size: int) -> "NDArray[Any]":
        import numpy as np

        values = np.frombuffer(stored, dtype=np.uint64)
        return np.where(self.known, values[place], np.uint64(0)) if len(values) else np.zeros(size, dtype=np.uint64)

    def ties(self, same: "NDArray[Any]", strange: "NDArray[Any]") -> "Ties":
        """The links that stand: both scenes as before, and surely held against each other today."""
        import numpy as np

        left, right = (self._today[np.frombuffer(side, dtype=np.int32)] for side in (self._past.left, self._past.right))
        there = (left >= 0) & (right >= 0)
        left, right, sureness = left[there], right[there], np.frombuffer(self._past.sureness)[there]
        stand = same[left] & same[right] & ~(strange[left] & strange[right])
        return left[stand], right[stand], sureness[stand]


def _in_order(links: "Sequence[Ties]") -> "Ties":
    import numpy as np

    left, right = (np.concatenate([np.asarray(each[side], dtype=np.int32) for each in links]) for side in (0, 1))
    sureness = np.concatenate([each[2] for each in links])
    order = np.lexsort((right, left))
    return left[order], right[order], sureness[order]


def _tied(
    ties: "Ties", keys: "NDArray[Any]", states: "NDArray[Any]", decided: "Sequence[tuple[int, int, str]]"
) -> "NDArray[Any]":
    """The mark of each scene's links with the states of both ends, and of what was decided about it."""
    import numpy as np

    total = _Sums(len(states))
    for start in range(0, len(ties[0]), TIES_AT_ONCE):
        left, right, sureness = (column[start : start + TIES_AT_ONCE] for column in ties)
        for side, other in ((left, right), (right, left)):
            total.add(side, mixed(keys[other] + mixed(states[other]) + states[side] ^ sureness.view(np.uint64)))
    if decided:
        ends = np.array([[one, other] for one, other, _ in decided], dtype=np.int64)
        word = np.array([mark(said) for *_, said in decided], dtype=np.uint64)
        for side, other in ((ends[:, 0], ends[:, 1]), (ends[:, 1], ends[:, 0])):
            total.add(side, mixed(keys[other] ^ word))
    return total.total
