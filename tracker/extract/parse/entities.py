"""Names, dates and numbers: the model's own entity recogniser, its decisions taken for all words at once.

The recogniser goes through a text word by word: outside an entity it may stay outside, take the word for an entity of
its own or begin one; inside it may go on or end. What it weighs outside depends on the word alone, so all words are
weighed together; only the few words inside entities are weighed one after the other. The weights are the model's, and
so are the decisions.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc, Span

from tracker.extract.parse.vectors import Vectors, can_quicken

Floats = NDArray[np.float32]


def can_read(recogniser: Any) -> bool:
    """Is this a recogniser of the kind whose decisions are taken here: three words looked at, a layer above?"""
    model = getattr(recogniser, "model", None)
    if model is None or not model.has_ref("lower") or not model.attrs.get("has_upper"):
        return False
    looking, *rest = model.get_ref("tok2vec").layers
    if [layer.name for layer in rest] != ["list2array", "linear"] or not can_quicken(looking):
        return False
    return model.get_ref("lower").get_dim("nF") == 3 and not model.attrs["unseen_classes"]


class Entities:
    """A component of the pipeline that stands for the model's entity recogniser."""

    def __init__(self, recogniser: Any) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        looking, _, linear = model.get_ref("tok2vec").layers
        self.vectors = Vectors(looking)
        self.narrowed, self.narrowed_bias = linear.get_param("W").T, linear.get_param("b")
        # One matrix each for the word itself, the entity's first word and its last; what stands in where there is none.
        weights = lower.get_param("W")
        self.pieces = weights.shape[2]
        self.word, self.first, self.last = (each.reshape(-1, each.shape[-1]).T for each in weights)
        self.bias = lower.get_param("b").reshape(-1)
        _, self.no_first, self.no_last = lower.get_param("pad")[0].reshape(3, -1)
        self.above, self.above_bias = upper.get_param("W").T, upper.get_param("b")
        names = [recogniser.moves.get_class_name(number) for number in range(len(self.above_bias))]
        self.names: list[tuple[str, str]] = [
            (move, label) for move, _, label in (name.partition("-") for name in names)
        ]
        self.number = {name: number for number, name in enumerate(self.names)}
        self.begins = np.array([move == "B" for move, _ in self.names])
        self.alone = np.array([move == "U" and bool(label) for move, label in self.names])
        self.outside = np.array([move == "O" for move, _ in self.names])
        self.inside = np.flatnonzero(~(self.begins | self.alone | self.outside))

    def __call__(self, doc: Doc) -> Doc:
        """The paragraph with its entities."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Paragraphs with their entities."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._read([doc for doc in batch if len(doc)])
            yield from batch

    def _read(self, docs: list[Doc]) -> None:
        if not docs:
            return
        vectors: Floats = np.concatenate(self.vectors(docs)) @ self.narrowed + self.narrowed_bias
        marks = [doc.to_array([SENT_START, IS_SPACE]) for doc in docs]
        starts = np.concatenate([each[:, 0] == 1 for each in marks])
        spaces = np.concatenate([each[:, 1] == 1 for each in marks])
        ends = np.cumsum([len(doc) for doc in docs])
        # The last word of a sentence or a paragraph begins nothing and goes on with nothing.
        closing = np.append(starts[1:], True)
        closing[ends - 1] = True
        scores = self._score(vectors @ self.word + self.no_first + self.no_last)
        scores[:, self.inside] = -np.inf
        scores[np.ix_(closing | spaces, self.begins)] = -np.inf
        scores[np.ix_(spaces, self.alone)] = -np.inf
        best = scores.argmax(axis=1)
        for doc, end in zip(docs, ends.tolist(), strict=True):
            start = end - len(doc)
            found = self._entities(vectors[start:end], best[start:end], closing[start:end])
            doc.set_ents([Span(doc, *each) for each in found], default="outside")

    def _entities(
        self, vectors: Floats, best: NDArray[np.intp], closing: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, str]]:
        """First word, the word after the last, and label of each entity of a paragraph."""
        at = 0
        for begin in np.flatnonzero(~self.outside[best]).tolist():
            if begin < at:
                continue
            move, label = self.names[best[begin]]
            at = begin + 1
            if move == "B":
                at = self._end(vectors, begin, label, closing)
            yield begin, at, label

    def _end(self, vectors: Floats, begin: int, label: str, closing: NDArray[np.bool_]) -> int:
        """The word after an entity's last."""
        first = vectors[begin] @ self.first
        goes_on, ends = self.number["I", label], self.number["L", label]
        for at in range(begin + 1, len(vectors)):
            if closing[at]:
                return at + 1
            (scores,) = self._score((vectors[at] @ self.word + first + vectors[at - 1] @ self.last)[None])
            # Of two that weigh the same the model takes the first in its list.
            if scores[ends] > scores[goes_on] or (scores[ends] == scores[goes_on] and ends < goes_on):
                return at + 1
        return len(vectors)

    def _score(self, summed: Floats) -> Floats:
        summed += self.bias
        hidden = summed[:, :: self.pieces]
        for piece in range(1, self.pieces):
            hidden = np.maximum(hidden, summed[:, piece :: self.pieces])
        scored: Floats = hidden @ self.above + self.above_bias
        return scored
