"""Which articles are one text: word for word, or nearly so, as papers reprint an agency's report.

Nearly so is told by the runs of five words that two articles share (Broder, "On the resemblance and containment of
documents", 1997): MinHash finds those that may be alike among all others, and the share itself is then counted.

The original of several is the one published first, whichever was read first: what copies what follows from the
articles alone.
"""

import hashlib
import random
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.model import Article, paragraphs

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of all runs of words in two articles, the share that both must have. Two reports of one incident written apart share
# less than a tenth; a reprint with another first and last sentence more than this.
ALIKE = 0.7
RUN = 5
# Below so many runs an article is too short to tell a reprint from a common phrase.
SHORTEST = 30
# The same words printed longer apart are a daily or yearly report filled in anew.
SAME_NEWS = timedelta(days=7)

# A signature is cut into so many bands of so many numbers; who shares a band is held against each other. Of pairs with
# 0.8 of their runs in common this finds 99 of 100, of those with 0.7 nine of ten, and of two that were written apart
# (0.1) one in ten thousand is looked at in vain: 1 - (1 - share ** WIDTH) ** BANDS.
BANDS, WIDTH = 12, 5
HASHES = BANDS * WIDTH

_WORD = re.compile(r"\w+")

# Signs of print that are no words, and bytes with a space for each that is none.
SIGNS = "“”‘’–—…•\xa0"
_PARTED = bytes(sign if chr(sign).isalnum() or sign == ord("_") else ord(" ") for sign in range(128)).ljust(256)

# Do two articles, by their ids, share enough of their runs of words?
Alike = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What is kept of an article to find its copies: the digest of its words, and the MinHash of its runs of words.

    ``signature`` is numbers as bytes, none where the article is too short.
    """

    article_id: str
    title: str = ""
    published: str = ""
    digest: str = ""
    signature: bytes = b""


def read_likeness(article: Article, runs: "NDArray[Any] | None" = None) -> Likeness:
    """What is kept of an article, whose runs of words may be given."""
    text = _reporting(article)
    found = read_runs(text) if runs is None else runs
    return Likeness(
        article_id=article.article_id,
        title=article.title,
        published=article.published,
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        signature=_signature(found) if len(found) >= SHORTEST else b"",
    )


def runs_of(article: Article) -> "NDArray[Any]":
    """The runs of words of an article."""
    return read_runs(_reporting(article))


def packed_likeness(found: Likeness) -> bytes:
    """A likeness as bytes."""
    return msgspec.msgpack.encode(found)


_UNPACK = msgspec.msgpack.Decoder(Likeness)


def unpacked_likeness(stored: bytes) -> Likeness:
    """The likeness of its bytes."""
    return _UNPACK.decode(stored)


def find_copies(likenesses: Iterable[Likeness], alike: Alike) -> dict[str, str]:
    """The original of each article that prints another's text, by their ids; ``alike`` is asked of few pairs."""
    involved, bands = _involved(list(likenesses))
    listed = sorted(involved, key=lambda each: (each.published or "9999", each.article_id))
    first: dict[str, Likeness] = {}
    originals: dict[tuple[int, int], list[Likeness]] = defaultdict(list)
    number: dict[str, int] = {}
    copies: dict[str, str] = {}
    for each in listed:
        known = first.setdefault(each.digest, each)
        if known is not each:
            # Under another headline months later, equal words are what the site says in place of an article.
            if known.title == each.title or _one_news(known.published, each.published):
                copies[each.article_id] = copies.get(known.article_id, known.article_id)
            continue
        keys = bands.get(each.article_id, ())
        near = {other.article_id: other for key in keys for other in originals[key]}
        original = _original(each, sorted(near.values(), key=lambda other: number[other.article_id]), alike)
        if original:
            copies[each.article_id] = original
            continue
        # Only what is no copy is looked for: ten thousand reprints of one report are each held against the first.
        number[each.article_id] = len(number)
        for key in keys:
            originals[key].append(each)
    return copies


def _original(article: Likeness, near: Iterable[Likeness], alike: Alike) -> str:
    for other in near:
        if _one_news(article.published, other.published) and alike(article.article_id, other.article_id):
            return other.article_id
    return ""


def print_one_text(left: "NDArray[Any]", right: "NDArray[Any]") -> bool:
    """Do two articles, by their runs of words, print one text, or nearly so?"""
    return share(left, right) >= ALIKE


def _involved(listed: Sequence[Likeness]) -> tuple[list[Likeness], dict[str, tuple[tuple[int, int], ...]]]:
    """The articles that may have a copy, or be one, and the bands of their signatures that others have too."""
    import numpy as np

    same = Counter(each.digest for each in listed)
    long = [each for each in listed if each.signature]
    keys: dict[str, list[tuple[int, int]]] = defaultdict(list)
    if long:
        table = np.frombuffer(b"".join(each.signature for each in long), dtype=np.uint32).reshape(len(long), HASHES)
        for band in range(BANDS):
            part = np.ascontiguousarray(table[:, band * WIDTH : (band + 1) * WIDTH]).view(f"V{4 * WIDTH}").ravel()
            _, at, sizes = np.unique(part, return_inverse=True, return_counts=True)
            for index in np.flatnonzero(sizes[at] > 1).tolist():
                keys[long[index].article_id].append((band, int(at[index])))
    involved = [each for each in listed if same[each.digest] > 1 or each.article_id in keys]
    return involved, {name: tuple(found) for name, found in keys.items()}


@cache
def _hashing() -> "tuple[NDArray[Any], NDArray[Any]]":
    """The numbers of the hash functions of a signature: odd factors, and what is added."""
    import numpy as np

    chance = random.Random(5)
    factors = [chance.getrandbits(64) | 1 for _ in range(HASHES)]
    added = [chance.getrandbits(64) for _ in range(HASHES)]
    return np.array(factors, dtype=np.uint64)[:, None], np.array(added, dtype=np.uint64)[:, None]


def _signature(runs: "NDArray[Any]") -> bytes:
    """The least value of each hash function over the runs.

    The functions multiply, add, and keep the upper half of 64 bits (Dietzfelbinger, "Universal hashing and k-wise
    independent random variables via integer arithmetic without primes", 1996).
    """
    import numpy as np

    factors, added = _hashing()
    hashed = factors * runs.astype(np.uint64)
    hashed += added
    # The least of the upper halves is the upper half of the least.
    least: bytes = (hashed.min(axis=1) >> np.uint64(32)).astype(np.uint32).tobytes()
    return least


def mark_copies(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, each that prints another's text marked as its copy."""
    runs = {article.article_id: runs_of(article) for article in articles}
    likenesses = [read_likeness(article, runs[article.article_id]) for article in articles]
    copies = find_copies(likenesses, lambda left, right: print_one_text(runs[left], runs[right]))
    return (replace(article, copy_of=copies.get(article.article_id, "")) for article in articles)


def read_runs(text: str) -> "NDArray[Any]":
    """Every run of five words of a text, as numbers in order, each once."""
    import numpy as np

    line = b" ".join(_words(text))
    gaps = [-1, *np.flatnonzero(np.frombuffer(line, dtype=np.uint8) == ord(" ")).tolist(), len(line)]
    crc = zlib.crc32
    found = np.array([crc(line[gap + 1 : end]) for gap, end in zip(gaps, gaps[RUN:], strict=False)], dtype=np.uint32)
    # Few numbers are sooner sorted and held against their neighbours than by numpy.unique.
    found.sort()
    new = np.ones(len(found), dtype=bool)
    new[1:] = found[1:] != found[:-1]
    return found[new]


def _words(text: str) -> Sequence[bytes]:
    """The words of a text in lower case, as bytes."""
    plain = text
    for sign in SIGNS:
        plain = plain.replace(sign, " ")
    # Most news has no other letters than these, whose words are sooner parted as bytes than found as a pattern.
    if plain.isascii():
        return plain.lower().encode().translate(_PARTED).split()
    return [word.encode() for word in _WORD.findall(text.casefold())]


def share(left: "NDArray[Any]", right: "NDArray[Any]") -> float:
    """The share of all runs that both have (Jaccard)."""
    import numpy as np

    both = len(np.intersect1d(left, right, assume_unique=True))
    return both / max(1, len(left) + len(right) - both)


def _one_news(left: str, right: str) -> bool:
    """Printed within days of each other, or on a day that nobody knows?"""
    try:
        return abs(date.fromisoformat(left[:10]) - date.fromisoformat(right[:10])) <= SAME_NEWS
    except ValueError:
        return not (left and right)


def _reporting(article: Article) -> str:
    """An article's words: headline, captions and body, without byline, furniture and white space."""
    told = (zone for zone in paragraphs(article) if zone.kind != "byline")
    return " ".join(" ".join(article.text[zone.start : zone.end].split()) for zone in told) or article.text
