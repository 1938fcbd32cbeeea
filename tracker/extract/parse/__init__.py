"""The parser, and nothing else: spaCy is known in this folder alone.

An article is parsed paragraph by paragraph, so that no sentence runs over a headline, a caption or a blank line.
A ``Passage`` keeps the paragraph's place, so that every token leads back to the characters of the stored text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

# Before all that loads spaCy.
import tracker.extract.parse.bare  # noqa: F401
from tracker.extract.parse.doc import Doc, Sentence
from tracker.extract.parse.pipeline import one_thread, pipeline
from tracker.extract.parse.reading import Reader
from tracker.extract.parse.words import Token
from tracker.model import Article, Span, paragraphs

__all__ = [
    "Doc",
    "Passage",
    "Sentence",
    "Token",
    "capitalised",
    "lowered",
    "parse",
    "same_sentence",
    "text_of",
    "texts_of",
]

# spaCy sees a no-break space as a token of its own and parses badly around it; one character for one, so that
# offsets stay.
_VIEW = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\t": " ", "\r": " ", "\n": " "})

# The parser's memory grows with the length of one text; no paragraph of real news comes near this many characters.
LONGEST = 20_000

# The parser holds some kilobytes for each word of all paragraphs it is handed together: a longer article is handed over
# in portions of so many characters.
PORTION = 100_000

# The tokenizer takes time with the square of an unbroken word's length: 6,000 brackets in a row kept it busy for 12
# seconds. No word is this long, and hardly an address; such a run is seen as a blank.
_NO_WORD = re.compile(r"\S{300,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed paragraph of an article: ``start`` is its place in ``article.text``, ``zone`` what it is."""

    article: Article
    index: int
    start: int
    zone: str
    doc: Doc

    @property
    def end(self) -> int:
        """Where the paragraph ends in ``article.text``."""
        return self.start + len(self.text)

    @property
    def text(self) -> str:
        """The paragraph as the parser saw it: one character for each of the article's."""
        return text_of(self.doc)

    def place(self, token: Token) -> Span:
        """Where a token stands in the article's text."""
        return Span(start=self.start + token.idx, end=self.start + token.idx + len(token.text))

    def cover(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the article's text from the first of ``tokens`` to the last."""
        numbers = [token.i for token in tokens]
        first, last = self.doc.words[min(numbers)], self.doc.words[max(numbers)]
        return Span(start=self.start + first.idx, end=self.start + last.idx + len(last.text))

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that lie wholly inside a stretch of the article's text, in order."""
        found = self.doc.char_span(span.start - self.start, span.end - self.start, alignment_mode="contract")
        return self.doc.words[found.start : found.end] if found is not None else []


def text_of(doc: Doc) -> str:
    """The text of a parsed paragraph."""
    return doc.text


def lowered(doc: Doc) -> tuple[str, ...]:
    """The words of a paragraph in small letters: a rule finds its words here before it looks at a token."""
    return doc.lowered


def capitalised(doc: Doc) -> list[int]:
    """The words of a paragraph that begin with a capital, by their number."""
    return [word.i for word in doc.words if word.text[:1].isupper()]


def same_sentence(left: Token, right: Token) -> bool:
    """Do two tokens of a paragraph stand in one sentence?"""
    return left.sent is right.sent


def parse(article: Article) -> tuple[Passage, ...]:
    """The paragraphs of an article, parsed, in order; what its page only carries along (dropped zones) is left out."""
    pieces = list(_pieces(article))
    texts = [_view(article, start, end) for start, end, _ in pieces]
    read, pipe = _reader().read, pipeline().pipe
    with one_thread():
        docs = [
            read(parsed, text)
            for portion in _portions(texts)
            for parsed, text in zip(pipe(portion), portion, strict=True)
        ]
    found = zip(pieces, docs, strict=True)
    return tuple(Passage(article, index, start, zone, doc) for index, ((start, _, zone), doc) in enumerate(found))


def _portions(texts: list[str]) -> Iterator[list[str]]:
    """The paragraphs in order, as many at a time as are about a portion."""
    portion: list[str] = []
    size = 0
    for text in texts:
        portion.append(text)
        size += len(text)
        if size >= PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


@cache
def _reader() -> Reader:
    return Reader(pipeline().vocab)


def texts_of(article: Article) -> list[str]:
    """The paragraphs of an article as the parser sees them."""
    return [_view(article, start, end) for start, end, _ in _pieces(article)]


def _view(article: Article, start: int, end: int) -> str:
    return _NO_WORD.sub(_blank, article.text[start:end].translate(_VIEW))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _pieces(article: Article) -> Iterator[tuple[int, int, str]]:
    """The paragraphs to parse; an endless one is cut at a space, as the parser's memory has bounds."""
    for zone in paragraphs(article):
        start = zone.start
        while zone.end - start > LONGEST:
            cut = article.text.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            if _view(article, start, cut).strip():
                yield start, cut, zone.kind
            start = cut
        if _view(article, start, zone.end).strip():
            yield start, zone.end, zone.kind
