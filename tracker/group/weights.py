"""Words weighed by how much they tell one piece of news from another (TF-IDF).

How common a word is, and how many scenes there are, is rounded down to a step (``marks.step``): one article more moves
few weights. Weights lie on a grid so fine that it does not tell and so coarse that products of them add up exactly, in
whatever order.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tracker.group.marks import mixed, step, steps, sums, word_mark
from tracker.group.words import Words
from tracker.lexicon import read_lexicon, words

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

# As if every text had so much more to say, of which we know nothing (it is added to the square of its length): two bare
# headlines that share a city's name are not alike. About what three rare words weigh in a corpus of thousands.
UNSAID = 120.0

# Products of two numbers of 26 bits behind the point have 52: their sum, which is below one, is exact.
GRID = 2.0**26

# From so many pairs of one scene on, 0.2 microseconds a pair instead of 0.6; of fewer, going to each costs more.
MANY = 64


@dataclass(frozen=True, slots=True)
class Weights:
    """TF-IDF rows, one a scene in order: the product of two is how alike they are.

    The columns are the words of ``marks``; two rows of one of ``states`` are the same.
    """

    rows: "csr_matrix[Any]"
    marks: "NDArray[Any]"
    states: "NDArray[Any]"


def weigh(counted: Sequence[Words]) -> Weights:
    """The words of every scene, weighed: how often it uses a word, dampened, times how rare the word is."""
    import numpy as np
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(each.marks) for each in counted)])
    used = np.concatenate([np.empty(0, dtype=np.uint64), *(each.marks for each in counted)])
    counts = np.concatenate([np.empty(0, dtype=np.uint64), *(each.counts for each in counted)]).astype(np.int64)
    names, column, seen = np.unique(used, return_inverse=True, return_counts=True)
    seen = steps(seen)
    rarity = _rarity(names, seen, step(len(counted)))
    values = (1 + np.log(counts)) * rarity[column]
    squares = np.round(values * values * GRID).astype(np.int64)
    lengths = np.sqrt(np.diff(np.concatenate([[0], np.cumsum(squares)])[ends]) / GRID + UNSAID)
    values = np.round(values / np.repeat(lengths, np.diff(ends)) * GRID) / GRID
    states = mixed(used) ^ mixed(counts.astype(np.uint64) * np.uint64(1 << 32) + seen[column].astype(np.uint64))
    rows = csr_matrix((values, column, ends), shape=(len(counted), len(names)))
    return Weights(rows, names, sums(mixed(states), ends))


def _rarity(names: "NDArray[Any]", seen: "NDArray[Any]", scenes: int) -> "NDArray[Any]":
    """How much words tell (smoothed IDF); a word of everyday news counts as if seen in many other reports."""
    import numpy as np

    common = read_lexicon("common")
    elsewhere = np.where(np.isin(names, _everyday()), common["news_share"] * common["ordinary_reports"], 0.0)
    return np.asarray(math.log(1 + scenes + float(common["ordinary_reports"])) - np.log(1 + seen + elsewhere))


@cache
def _everyday() -> "NDArray[Any]":
    import numpy as np

    return np.array(sorted(map(word_mark, words("common", "news"))), dtype=np.uint64)


def likeness(weights: Weights, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    """How alike the words of each pair are: the product of their rows."""
    import numpy as np

    starts = np.flatnonzero(np.diff(left, prepend=-1))
    sizes = np.diff(starts, append=len(left))
    found = np.empty(len(left))
    few = np.flatnonzero(np.repeat(sizes < MANY, sizes))
    found[few] = weights.rows[left[few]].multiply(weights.rows[right[few]]).sum(axis=1).A1
    many = sizes >= MANY
    _one_with_many(weights, left, right, zip(starts[many].tolist(), sizes[many].tolist(), strict=True), found)
    return found


def _one_with_many(
    weights: Weights,
    left: "NDArray[Any]",
    right: "NDArray[Any]",
    stretches: Iterable[tuple[int, int]],
    found: "NDArray[Any]",
) -> None:
    """``likeness`` for stretches of pairs of one left: its row is spread out once, and the others are read off it."""
    import numpy as np

    rows, others = weights.rows, weights.rows[right]
    spread, length = np.zeros(rows.shape[1]), np.diff(others.indptr)
    for start, size in stretches:
        own = slice(rows.indptr[left[start]], rows.indptr[left[start] + 1])
        spread[rows.indices[own]] = rows.data[own]
        first = others.indptr[start : start + size + 1]
        within = slice(first[0], first[-1])
        # One number more, for rows without words that end the stretch.
        shared = np.append(others.data[within] * spread[others.indices[within]], 0.0)
        found[start : start + size] = np.add.reduceat(shared, first[:-1] - first[0])
        spread[rows.indices[own]] = 0.0
    found[length == 0] = 0.0
