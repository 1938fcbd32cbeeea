"""What stands around a figure in its article: its paragraph, its sentence, and what else the article counts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.model import Article, Claim, Figure

# A stop that ends a sentence: not behind an initial or a short title ("Jr.", "St.", "a.m.").
_STOP = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\.[a-z])[.!?][”\"')]*\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words around a figure: its paragraph, its sentence and what follows it there.

    ``leads`` where it is the first count of its measure that the article gives, the headline before all; ``passing``
    where the article speaks of something else and only mentions the happening.
    """

    paragraph: str = ""
    sentence: str = ""
    after: str = ""
    leads: bool = True
    passing: bool = False
    values: Mapping[str, frozenset[float]] = field(default_factory=dict)

    def gives(self, measure: str, value: float) -> bool:
        """Does the article print this value of a measure anywhere?"""
        return value in self.values.get(measure, frozenset())


class Surroundings:
    """The contexts of the figures of many articles, each article's counts gathered once."""

    def __init__(self, articles: Mapping[str, Article], claims: Iterable[Claim], figures: Iterable[Figure]) -> None:
        self._articles = articles
        self._zones = {claim.claim_id: claim.zone for claim in claims}
        self._values: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
        self._first: dict[tuple[str, str], tuple[tuple[bool, int], float]] = {}
        for figure in figures:
            self._note(figure)

    def of(self, claim: Claim, figure: Figure) -> Context:
        """The context of a figure."""
        article = self._articles.get(figure.article_id)
        text = article.text if article else claim.text
        start, end = (figure.start, figure.end) if article else (0, 0)
        paragraph, offset = _line(text, start)
        sentence = _sentence(paragraph, start - offset)
        first = self._first.get((figure.article_id, figure.measure))
        return Context(
            paragraph=paragraph,
            sentence=sentence,
            after=paragraph[end - offset :],
            leads=first is None or first[1] == figure.best or figure.scope == "part",
            passing=bool(claim.scene) and claim.scene not in (f"{claim.article_id}/0", claim.article_id),
            values={name: frozenset(found) for name, found in self._values[figure.article_id].items()},
        )

    def _note(self, figure: Figure) -> None:
        self._values[figure.article_id][figure.measure].add(figure.best)
        if figure.scope != "total":
            return
        key = figure.article_id, figure.measure
        place = self._zones.get(figure.claim_id) != "headline", figure.start
        if key not in self._first or place < self._first[key][0]:
            self._first[key] = place, figure.best


def _line(text: str, at: int) -> tuple[str, int]:
    """The line of a text that holds an offset, and where it begins."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[begin : end if end >= 0 else len(text)], begin


def _sentence(paragraph: str, at: int) -> str:
    stops = [match.end() for match in _STOP.finditer(paragraph)]
    edges = [0, *stops, len(paragraph)]
    place = bisect_right(edges, at)
    return paragraph[edges[place - 1] : edges[place] if place < len(edges) else len(paragraph)]
