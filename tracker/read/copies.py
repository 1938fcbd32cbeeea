"""Which articles are one text: word for word, or nearly so, as papers reprint an agency's report.

Nearly so is told by the runs of five words that two articles share (Broder, "On the resemblance and containment of
documents", 1997): MinHash finds those that may be alike among all read before, and the share itself is then counted.
"""

import hashlib
import re
import zlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.model import Article, paragraphs

if TYPE_CHECKING:
    from datasketch import MinHashLSH
    from numpy.typing import NDArray

# Of all runs of words in two articles, the share that both must have. Two reports of one incident written apart share
# less than a tenth; a reprint with another first and last sentence more than this.
ALIKE = 0.7
RUN = 5
# Below so many runs an article is too short to tell a reprint from a common phrase.
SHORTEST = 30
# The same words printed longer apart are a daily or yearly report filled in anew.
SAME_NEWS = timedelta(days=7)
HASHES = 64

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An article read before: when, when it was published, and its runs of words."""

    number: int
    published: str
    runs: "NDArray[Any]"


@dataclass
class Copies:
    """The articles seen so far, by what they print."""

    first: dict[str, Article] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    original: dict[str, str] = field(default_factory=dict)

    def original_of(self, article: Article) -> str:
        """The first of the articles seen before whose text this one prints; empty where it is new."""
        text = _reporting(article)
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        known = self.first.setdefault(digest, article)
        if known is not article:
            # Under another headline months later, equal words are what the site says in place of an article.
            reprinted = known.title == article.title or _one_news(known.published, article.published)
            return self.original.get(known.article_id, known.article_id) if reprinted else ""
        nearly = self._nearly(article, text)
        if nearly:
            self.original[article.article_id] = nearly
        return nearly

    def _nearly(self, article: Article, text: str) -> str:
        runs = read_runs(text)
        if len(runs) < SHORTEST:
            return ""
        likeness = self._hash(runs)
        alike: list[str] = self._like.query(likeness)
        for other in sorted(alike, key=lambda other: self.seen[other].number):
            before = self.seen[other]
            if share(runs, before.runs) >= ALIKE and _one_news(article.published, before.published):
                return other
        # Only what is no copy is looked for: ten thousand reprints of one report are each held against the first.
        self._like.insert(article.article_id, likeness)
        self.seen[article.article_id] = Seen(number=len(self.seen), published=article.published, runs=runs)
        return ""

    @cached_property
    def _like(self) -> "MinHashLSH":
        from datasketch import MinHashLSH

        return MinHashLSH(threshold=ALIKE - 0.1, num_perm=HASHES)

    def _hash(self, runs: "NDArray[Any]") -> Any:
        from datasketch import MinHash

        likeness = MinHash(num_perm=HASHES, hashfunc=int)
        likeness.update_batch(runs.tolist())
        return likeness


def read_runs(text: str) -> "NDArray[Any]":
    """Every run of five words of a text, as numbers in order, each once."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    runs = (zlib.crc32(" ".join(words[n : n + RUN]).encode()) for n in range(len(words) - RUN + 1))
    return np.unique(np.fromiter(runs, dtype=np.uint32))


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
