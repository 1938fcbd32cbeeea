"""What stands around a figure in its article: its paragraph, its sentence, and what else the article counts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tracker.model import Article, Claim, Figure

# A stop that ends a sentence: not behind an initial or a short title ("Jr.", "St.", "a.m."). The stop comes first, as
# what is before it would be looked at from every letter.
_STOP = re.compile(r"[.!?](?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)(?<!\.[a-z].)[”\"')]*\s")

# How many characters before and after a figure its words may reach: few sentences are longer, and a page without a
# single stop is no sentence.
_REACH = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The words around a figure: its paragraph, its sentence, what that says up to the figure's end, and what follows.

    ``leads`` where it is the first count of its measure that the article gives, the headline before all; ``passing``
    where the article speaks of something else and only mentions the happening.
    """

    paragraph: str = ""
    sentence: str = ""
    before: str = ""
    after: str = ""
    printed: bool = False
    leads: bool = True
    passing: bool = False
    values: Mapping[str, frozenset[float]] = field(default_factory=dict)

    def gives(self, measure: str, value: float) -> bool:
        """Does the article print this value of a measure anywhere?"""
        return value in self.values.get(measure, frozenset())


class Surroundings:
    """The contexts of the figures of many articles: an article's counts are gathered, its sentences found, once."""

    def __init__(self, articles: Mapping[str, Article], claims: Iterable[Claim], figures: Iterable[Figure]) -> None:
        self._pages = {article_id: _Page(article.text) for article_id, article in articles.items()}
        self._zones = {claim.claim_id: claim.zone for claim in claims}
        self._first: dict[tuple[str, str], tuple[tuple[bool, int], float]] = {}
        counts: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
        for figure in figures:
            counts[figure.article_id][figure.measure].add(figure.best)
            self._note_first(figure)
        self._values = {
            article_id: {name: frozenset(values) for name, values in measures.items()}
            for article_id, measures in counts.items()
        }

    def of(self, claim: Claim, figure: Figure) -> Context:
        """The context of a figure; without its article, the claim is all there is."""
        page = self._pages.get(figure.article_id)
        start, end = (figure.start, figure.end) if page else (0, 0)
        paragraph = page.paragraph(start) if page else _Paragraph(claim.text.split("\n")[0], 0)
        sentence, begins = paragraph.sentence(start)
        first = self._first.get((figure.article_id, figure.measure))
        before = paragraph.text[max(begins, end - paragraph.start - _REACH) : end - paragraph.start]
        return Context(
            paragraph=paragraph.text,
            sentence=sentence,
            before=before if page else f"{claim.source} {claim.text}",
            after=paragraph.text[end - paragraph.start : end - paragraph.start + _REACH],
            printed=page is not None,
            leads=first is None or first[1] == figure.best or figure.scope == "part",
            passing=bool(claim.scene) and claim.scene not in (f"{claim.article_id}/0", claim.article_id),
            values=self._values.get(figure.article_id, {}),
        )

    def _note_first(self, figure: Figure) -> None:
        if figure.scope != "total":
            return
        key = figure.article_id, figure.measure
        place = self._zones.get(figure.claim_id) != "headline", figure.start
        if key not in self._first or place < self._first[key][0]:
            self._first[key] = place, figure.best


class _Page:
    """The lines of an article, each cut into sentences when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs: dict[int, _Paragraph] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    def paragraph(self, at: int) -> "_Paragraph":
        """The line that holds an offset."""
        place = bisect_right(self._starts, at)
        begin = self._starts[place - 1]
        if begin not in self._paragraphs:
            end = self._starts[place] - 1 if place < len(self._starts) else len(self._text)
            self._paragraphs[begin] = _Paragraph(self._text[begin:end], begin)
        return self._paragraphs[begin]


class _Paragraph:
    """A line of an article, where it begins, and its sentences."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self._sentences: dict[int, str] = {}

    @cached_property
    def _edges(self) -> list[int]:
        return [0, *(match.end() for match in _STOP.finditer(self.text)), len(self.text)]

    def sentence(self, at: int) -> tuple[str, int]:
        """The sentence at an offset of the article, and where in the line it begins."""
        place = min(bisect_right(self._edges, at - self.start), len(self._edges) - 1)
        begin = self._edges[place - 1]
        if begin not in self._sentences:
            self._sentences[begin] = self.text[begin : self._edges[place]]
        return self._sentences[begin], begin
