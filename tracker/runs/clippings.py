"""A store as grouping and comparing see it: articles and claims by the article, sources named as of today."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from tracker.extract.naming import Names, renamed
from tracker.model import Article, Claim, Memory
from tracker.read.copies import print_one_text, runs_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tracker.store import Store

    Runs = NDArray[Any]


class StoreClippings:
    """Articles and claims out of a store, those asked for before kept at hand.

    ``names`` are those of articles whose sources go by other names than stored, with these names in their order.
    """

    def __init__(self, store: "Store", names: Mapping[str, tuple[Names, tuple[str, ...]]], copies: Mapping[str, str]):
        self._store, self._names, self._copies = store, names, copies
        self._articles: dict[str, Article] = {}
        self._claims: dict[str, list[Claim]] = {}
        self.stored: dict[str, Claim] = {}
        self.renamed: dict[str, Names] = {}

    def articles(self, article_ids: Iterable[str]) -> Mapping[str, Article]:
        """Articles by their ids, marked as copies as of today."""
        wanted = set(article_ids)
        new = wanted - self._articles.keys()
        for each in self._store.load("articles", where={"article_id": new}) if new else ():
            original = self._copies.get(each.article_id, "")
            self._articles[each.article_id] = replace(each, copy_of=original) if original != each.copy_of else each
        return {name: self._articles[name] for name in wanted if name in self._articles}

    def claims(self, article_ids: Iterable[str]) -> list[Claim]:
        """The claims of articles, their sources named as of today; ``stored`` has them as they are in the store."""
        wanted = sorted(set(article_ids))
        new = [name for name in wanted if name not in self._claims]
        for name in new:
            self._claims[name] = []
        for each in self._store.load("claims", where={"article_id": new}) if new else ():
            self.stored[each.claim_id] = each
            self._claims[each.article_id].append(each)
        for name in new:
            if name in self._names:
                self._claims[name], self.renamed[name] = renamed(self._claims[name], *self._names[name])
        return [claim for name in wanted for claim in self._claims[name]]

    def opened(self) -> list[Claim]:
        """All claims that have been asked for."""
        return [claim for said in self._claims.values() for claim in said]


class Verdicts:
    """Which pairs of articles print one text: as far as it is known, else their texts are asked."""

    def __init__(self, store: "Store", memory: Memory | None) -> None:
        self._store = store
        self._known: dict[str, bool] = msgspec.msgpack.decode(memory.content) if memory else {}
        self._asked: dict[str, bool] = {}
        self._runs: dict[str, Runs] = {}

    def __call__(self, left: str, right: str) -> bool:
        """Do the two print one text, or nearly so?"""
        pair = " ".join(sorted((left, right)))
        if pair not in self._known:
            self._known[pair] = print_one_text(self._of(left), self._of(right))
        self._asked[pair] = self._known[pair]
        return self._known[pair]

    def packed(self) -> bytes:
        """What was asked this time, as bytes."""
        return msgspec.msgpack.encode(dict(sorted(self._asked.items())))

    def _of(self, article_id: str) -> "Runs":
        if article_id not in self._runs:
            (article,) = self._store.load("articles", where={"article_id": [article_id]})
            self._runs[article_id] = runs_of(article)
        return self._runs[article_id]
