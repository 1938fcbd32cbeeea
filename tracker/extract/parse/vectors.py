"""Word vectors: what the model makes of each word and its neighbours, with the model's own weights.

The model looks up a word by its letters, then mixes it with its neighbours, four times over. The look-up does not hang
on the text, so it is done once for each word and kept, and so is what the word brings to the first mixing; the rest is
the model's arithmetic in as few steps as numpy needs for it. Paragraphs are parted by as many empty rows as the model
looks far, so none hears of another.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, SPACY
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
# Letters, normal form, and whether a space follows: all that the look-up goes by.
Word = tuple[int, int, int]

# More words than these are not kept from one batch to the next (at 96 numbers of four bytes each).
MOST_KEPT = 50_000
# Of so many words is kept what they bring to the first mixing (at 864 numbers of four bytes each).
MOST_BROUGHT = 8192
# So many words are reckoned at once, which bounds the memory of an endless text.
ROWS = 4096

_LAYERS = re.compile(
    r"extract_features>>list2ragged>>with_array\(.*hashembed\)>>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    r">>with_array\((?:(?:>>)?residual\(expand_window>>maxout>>layernorm>>dropout\))+\)"
)


def can_quicken(model: Model[Any, Any]) -> bool:
    """Is this model of the kind whose arithmetic is done here?"""
    if not _LAYERS.fullmatch(model.name):
        return False
    mixing = list(model.layers[1].walk())
    windows = [layer.attrs["window_size"] for layer in mixing if layer.name == "expand_window"]
    return set(windows) == {1} and model.layers[1].attrs["pad"] == len(windows)


def quickened(model: Model[Any, Any]) -> Model[Any, Any]:
    """A model that gives what ``model`` gives, for reading only."""
    vectors = Vectors(model)
    return Model("vectors", lambda _, docs, is_train: (vectors(docs), _no_training), dims={"nO": vectors.width})


def _no_training(_: Any) -> Any:
    raise NotImplementedError("these vectors are for reading")


class Vectors:
    """The vectors of the words of paragraphs."""

    def __init__(self, model: Model[Any, Any]) -> None:
        self.look_up, mixing = model.layers
        self.layers = [
            Layer(maxout, norm)
            for maxout, norm in zip(_named(mixing, "maxout"), _named(mixing, "layernorm"), strict=True)
        ]
        self.width: int = mixing.get_dim("nO")
        # Row 0 is the empty row between paragraphs.
        self.known: dict[Word, int] = {}
        self.kept: Floats = np.zeros((1024, self.width), dtype="float32")
        self.brought: Floats = self.layers[0].bring(self.kept)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row a word for each paragraph."""
        if len(self.known) > MOST_KEPT:
            self.known.clear()
        found: list[Floats] = []
        for batch in _batches(docs):
            found += self._read(batch)
        return found

    def _read(self, docs: Sequence[Doc]) -> list[Floats]:
        apart = len(self.layers)
        own = self._rows(docs)
        starts = np.cumsum([apart, *(len(doc) + apart for doc in docs)]).tolist()
        rows = np.zeros(starts[-1], dtype="intp")
        for start, words in zip(starts, own, strict=False):
            rows[start : start + len(words)] = words
        mixed: Floats = self.kept[rows]
        first, *others = self.layers
        first.add(mixed, self._first(rows))
        around: Floats = np.zeros((len(mixed), 3 * self.width), dtype="float32")
        for layer in others:
            layer.mix(mixed, around)
        return [mixed[start : start + len(doc)] for doc, start in zip(docs, starts, strict=False)]

    def _first(self, rows: NDArray[np.intp]) -> Floats:
        """What each row's neighbours and itself bring to the first mixing, summed."""
        before, itself, behind = self.brought
        if rows.max(initial=0) >= len(itself):
            used, rows = np.unique(rows, return_inverse=True)
            before, itself, behind = self.layers[0].bring(self.kept[used])
        summed: Floats = itself[rows]
        summed[1:] += before[rows[:-1]]
        summed[:-1] += behind[rows[1:]]
        return summed

    def _rows(self, docs: Sequence[Doc]) -> list[list[int]]:
        words: list[list[Word]] = [list(map(tuple, doc.to_array([ORTH, NORM, SPACY]).tolist())) for doc in docs]
        new = [word for word in dict.fromkeys(word for own in words for word in own) if word not in self.known]
        if new:
            self._learn(docs[0], new)
        return [[self.known[word] for word in own] for own in words]

    def _learn(self, doc: Doc, new: Sequence[Word]) -> None:
        strings = doc.vocab.strings
        asked = Doc(doc.vocab, words=[strings[orth] for orth, _, _ in new], spaces=[bool(space) for _, _, space in new])
        for token, (_, norm, _) in zip(asked, new, strict=True):
            token.norm_ = strings[norm]
        (told,) = self.look_up.predict([asked])
        start = len(self.known) + 1
        end = start + len(new)
        while end > len(self.kept):
            self.kept = np.concatenate([self.kept, np.empty_like(self.kept)])
        while min(end, MOST_BROUGHT) > self.brought.shape[1]:
            self.brought = np.concatenate([self.brought, np.empty_like(self.brought)], axis=1)
        self.kept[start:end] = told
        self.brought[:, start:end] = self.layers[0].bring(self.kept[start : min(end, self.brought.shape[1])])
        self.known.update(zip(new, range(start, end), strict=True))


class Layer:
    """One mixing of each word with the word before and the word after it."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self.width, self.pieces, _ = weights.shape
        # All first pieces, then all second ones: whole rows are compared faster than neighbours within a row.
        self.weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(self.width * self.pieces, -1).T)
        self.bias = np.ascontiguousarray(bias.T.reshape(-1))
        self.scale: Floats = np.asarray(norm.get_param("G"))
        self.shift: Floats = np.asarray(norm.get_param("b"))

    def mix(self, words: Floats, around: Floats) -> None:
        """Add to each of ``words`` what it makes with its neighbours; ``around`` is room for the three side by side."""
        width = self.width
        around[1:, :width] = words[:-1]
        around[:, width : 2 * width] = words
        around[:-1, 2 * width :] = words[1:]
        told = around @ self.weights
        told += self.bias
        self.add(words, told)

    def bring(self, words: Floats) -> Floats:
        """What each of ``words`` brings to the word behind it, to itself and to the word before it."""
        brought: Floats = np.stack([words @ part for part in np.split(self.weights, 3)])
        brought[1] += self.bias
        return brought

    def add(self, words: Floats, told: Floats) -> None:
        """Add to each of ``words`` the best of its pieces, evened out."""
        width = self.width
        best = told[:, :width]
        for piece in range(1, self.pieces):
            np.maximum(best, told[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.scale
        best += self.shift
        words += best


def _named(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    return [layer for layer in model.walk() if layer.name == name]


def _batches(docs: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Paragraphs in order, as many at a time as make about ``ROWS`` words."""
    batch: list[Doc] = []
    rows = 0
    for doc in docs:
        batch.append(doc)
        rows += len(doc)
        if rows >= ROWS:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch
