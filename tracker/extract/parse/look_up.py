"""What the model makes of a word by itself, before it looks at its neighbours: with the model's own weights.

The model looks up some marks of a word (its normal form, how it begins and ends, its shape), each in a table of its
own, puts what it finds side by side and weighs it. What one mark adds does not hang on the others, and most marks of a
new word were met before. So it is reckoned once for each mark and kept.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

from tracker.extract.parse.layer import Floats, Layer, named

# Of so many values of a mark is kept what they add (at 288 numbers of four bytes each); then the memory starts afresh.
MOST_ADDED = 4096


class LookUp:
    """The vectors of words by themselves."""

    def __init__(self, model: Model[Any, Any]) -> None:
        extract, *_ = model.layers
        self.marks: Any = extract.attrs["columns"]
        (maxout,), (norm,) = named(model, "maxout"), named(model, "layernorm")
        self.layer = Layer(maxout, norm)
        tables = named(model, "hashembed")
        parts = np.split(self.layer.weights, len(tables))
        self.tables = [Table(table, weights) for table, weights in zip(tables, parts, strict=True)]

    def __call__(self, doc: Doc) -> Floats:
        """One row a word."""
        marks: Any = doc.to_array(self.marks).reshape(len(doc), -1)
        summed = np.tile(self.layer.bias, (len(doc), 1))
        for table in self.tables:
            summed += table.adds(marks[:, table.column])
        vectors: Floats = np.zeros((len(doc), self.layer.width), dtype="float32")
        self.layer.add(vectors, summed)
        return vectors


class Table:
    """One mark of a word, and what each of its values adds to the word's vector."""

    def __init__(self, table: Model[Any, Any], weights: Floats) -> None:
        self.ops, self.seed, self.column = table.ops, table.attrs["seed"], table.attrs["column"]
        self.values: Any = table.get_param("E")
        self.weights = np.ascontiguousarray(weights)
        self.known: dict[int, int] = {}
        self.added: Floats = np.empty((64, weights.shape[1]), dtype="float32")

    def adds(self, marks: NDArray[np.uint64]) -> Floats:
        """What each of some values adds."""
        asked: list[int] = marks.tolist()
        if len(self.known) > MOST_ADDED:
            self.known.clear()
        new = [each for each in dict.fromkeys(asked) if each not in self.known]
        if new:
            self._learn(new)
        added: Floats = self.added[[self.known[each] for each in asked]]
        return added

    def _learn(self, new: list[int]) -> None:
        asked: Any = np.array(new, dtype="uint64")
        keys = self.ops.hash(asked, self.seed) % len(self.values)
        start, end = len(self.known), len(self.known) + len(new)
        while end > len(self.added):
            self.added = np.concatenate([self.added, np.empty_like(self.added)])
        found: Any = self.ops.gather_add(self.values, keys)
        self.added[start:end] = found @ self.weights
        self.known.update(zip(new, range(start, end), strict=True))
