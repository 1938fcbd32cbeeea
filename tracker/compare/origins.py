"""How many independent origins stand behind some claims: copies of one text count once.

Two articles are one origin where one is a copy of the other, where both print the same sentence, or where both name
the same agency as the one they have it from. Airwars and Iraq Body Count ask for two independent sources; ten
outlets that carry one wire are one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from tracker.model import Article, Claim

# Two reporters may well write the same five words of one event; the same six or more are a copy.
COPIED_WORDS = 6
# Quotation marks, commas and dashes are each paper's own.
_WORD = re.compile(r"\w+")


def count_origins(claims: Iterable[Claim], articles: Mapping[str, Article]) -> int:
    """The number of independent origins of some claims; one at least."""
    listed = list(claims)
    # Most positions stand in one article, and what that prints has one origin.
    if len({claim.article_id for claim in listed}) < 2:
        return 1
    return len(set(outlets_of(listed, articles).values()))


def outlets_of(claims: Iterable[Claim], articles: Mapping[str, Article]) -> dict[str, str]:
    """The origin of each claim, by claim id: the least article id of those that copy one another."""
    listed = list(claims)
    root = _Roots()
    first_with: dict[tuple[str, str], str] = {}
    for claim in listed:
        for mark in _marks(claim, articles):
            root.join(claim.article_id, first_with.setdefault(mark, claim.article_id))
    return {claim.claim_id: root.find(claim.article_id) for claim in listed}


def _marks(claim: Claim, articles: Mapping[str, Article]) -> Iterable[tuple[str, str]]:
    """What two claims of one origin have in common."""
    yield "copy", _original(claim.article_id, articles)
    if said := _said(claim.text):
        yield "text", said
    if claim.via:
        yield "agency", claim.via[-1].casefold()


# A claim stands behind a position and on a side of each of its discrepancies.
@lru_cache(1 << 12)
def _said(text: str) -> str:
    """The words of a claim that tell a copy; none where they are too few."""
    words = _WORD.findall(text.casefold())
    return " ".join(words) if len(words) >= COPIED_WORDS else ""


def _original(article_id: str, articles: Mapping[str, Article]) -> str:
    """The end of a chain of copies; a ring of copies ends where it was entered least."""
    seen = {article_id}
    while (article := articles.get(article_id)) and article.copy_of:
        article_id = article.copy_of
        if article_id in seen:
            return min(seen)
        seen.add(article_id)
    return article_id


class _Roots:
    """Which articles belong together, each group known by its least id (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = defaultdict(str)

    def find(self, item: str) -> str:
        while parent := self._parent[item]:
            item = parent
        return item

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self._parent[second] = first
