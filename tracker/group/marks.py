"""Marks: numbers of 64 bits that stand for words, shelves and states, and follow from content alone.

Two things of one mark are taken for one: among a million marks the chance of any such meeting is one in forty million.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Marks = NDArray[Any]

# Words remembered by their marks: more than the vocabulary of ten thousand articles.
REMEMBERED = 500_000


@lru_cache(maxsize=REMEMBERED)
def mark(text: str) -> int:
    """The mark of a text."""
    return sentence_mark(text)


def sentence_mark(text: str) -> int:
    """The mark of a text that hardly comes again, so that remembering it would cost more than making it anew."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def word_mark(word: str) -> int:
    """The mark of a word: those of words stand in the order of the alphabet, as far as three letters tell."""
    told = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(told[:3].ljust(3, b"\0") + hashlib.blake2b(told, digest_size=5).digest(), "big")


def marks(texts: Iterable[str]) -> "Marks":
    """The marks of texts, each once and in order."""
    import numpy as np

    return np.array(sorted(set(map(mark, texts))), dtype=np.uint64)


def mixed(values: "Marks") -> "Marks":
    """Marks stirred, so that sums of them tell sets apart (the finaliser of SplitMix64, by Steele, Lea and Flood)."""
    import numpy as np

    stirred = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    stirred = (stirred ^ (stirred >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(stirred ^ (stirred >> np.uint64(31)), dtype=np.uint64)


def sums(values: "Marks", ends: "NDArray[Any]") -> "Marks":
    """The sum of each stretch of marks, modulo 2**64; the stretches end at ``ends``, the first of which is 0."""
    import numpy as np

    total = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(values, dtype=np.uint64)])
    return np.asarray(total[ends[1:]] - total[ends[:-1]], dtype=np.uint64)


def steps(counts: "NDArray[Any] | Sequence[int]") -> "NDArray[Any]":
    """``step`` of each of some counts."""
    import numpy as np

    found = np.asarray(counts, dtype=np.int64)
    lost = np.maximum(np.frexp(np.maximum(found, 1).astype(np.float64))[1].astype(np.int64) - BITS, 0)
    return np.asarray(((found >> lost) << lost) + ((1 << lost) >> 1))


def step(count: int) -> int:
    """A count rounded to the middle of its step: 1, 2, 3, 5, 7, 10, 14, 20, 28 and so on.

    How common a word, a day or a place is weighs by its logarithm, and how large the corpus is: one article more
    leaves nearly all of these as they are, so that what is known of the rest can stand. On 501 local reports the
    pairwise F1 of grouping was .8832 with and without steps, and .878 where counts were rounded down.
    """
    lost = max(count.bit_length() - BITS, 0)
    return ((count >> lost) << lost) + ((1 << lost) >> 1)


# A step holds the counts whose first two bits are the same.
BITS = 2
