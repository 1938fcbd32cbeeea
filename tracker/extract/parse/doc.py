"""A parsed paragraph: its words in a row, its sentences, and the names, dates and numbers in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from tracker.extract.parse.words import Token


class Sentence:
    """Some words of a paragraph in a row, ``start`` to before ``end``: a sentence, a name (then with its label)."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, at: int) -> Token:
        return self.doc.words[self.start : self.end][at]

    def __str__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The character its first word begins at."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """The character behind its last word."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def root(self) -> Token:
        """The word of it that the others hang on: of several the one nearest to the root of the sentence."""
        own = self.doc.words[self.start : self.end]
        root = next((word for word in own if word.head is word), None)
        if root is not None:
            return root
        above = [word for word in own if not self.start <= word.head.i < self.end]
        return min(above, key=_depth, default=own[0])


class Doc:
    """A parsed paragraph: its words, its sentences (``sents``) and the names, dates and numbers in it (``ents``)."""

    __slots__ = ("_edges", "_lowered", "_starts", "ents", "sents", "text", "words")
    words: list[Token]
    sents: tuple[Sentence, ...]
    ents: tuple[Sentence, ...]

    def __init__(self, text: str) -> None:
        self.text = text
        self._edges: list[tuple[int, int, int]] | None = None
        self._lowered: tuple[str, ...] | None = None
        self._starts: list[int] | None = None

    def __len__(self) -> int:
        return len(self.words)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Token]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sentence: ...
    def __getitem__(self, at: int | slice) -> Token | Sentence:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Sentence(self, start, max(start, end))
        return self.words[at]

    @property
    def lowered(self) -> tuple[str, ...]:
        """Its words in small letters."""
        if self._lowered is None:
            self._lowered = tuple(word.lower_ for word in self.words)
        return self._lowered

    @property
    def edges(self) -> list[tuple[int, int, int]]:
        """Of each word's phrase the first word and the last, by their numbers, and how many words it has."""
        if self._edges is None:
            self._edges = _edges(self.words)
        return self._edges

    def char_span(self, start: int, end: int, *, alignment_mode: str) -> Sentence | None:
        """The words that lie wholly ("contract") or in part ("expand") between two characters; None where none does."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begin, stop = first.i, last.i + 1
        if alignment_mode == "contract":
            begin += first.idx < start
            stop -= end < last.idx + len(last.text)
            return Sentence(self, begin, stop) if begin < stop else None
        begin += start == first.idx + len(first.text)
        return Sentence(self, begin, max(begin, stop))

    def _at(self, character: int) -> Token | None:
        """The word a character belongs to; a space belongs to the word before it."""
        if self._starts is None:
            self._starts = [word.idx for word in self.words]
        at = bisect_right(self._starts, character) - 1
        return self.words[at] if at >= 0 and character < len(self.text) else None


def _edges(words: Sequence[Token]) -> list[tuple[int, int, int]]:
    first, last, count = list(range(len(words))), list(range(len(words))), [1] * len(words)
    order = [word for word in words if word.head is word]
    for word in order:
        order += word.children
    for word in reversed(order):
        i, above = word.i, word.head.i
        if i != above:
            first[above] = min(first[above], first[i])
            last[above] = max(last[above], last[i])
            count[above] += count[i]
    return list(zip(first, last, count, strict=True))


def _depth(word: Token) -> int:
    """How many words a word hangs under; a mark or a space that nothing hangs on comes after every other word."""
    if not word.children and (word.is_punct or word.is_space):
        return len(word.doc) - 1
    return sum(1 for _ in word.ancestors)
