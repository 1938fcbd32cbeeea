"""Word vectors: what the model makes of each word and its neighbours, with the model's own weights.

The model looks up a word by its letters, then mixes it with its neighbours, four times over. The look-up does not hang
on the text, so it is done once for each word and kept (``look_up.py``), and so is what the word brings to the first
mixing; the rest is the model's arithmetic (``layer.py``). Paragraphs are parted by as many empty rows as the model
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

from tracker.extract.parse.layer import Floats, Layer, named
from tracker.extract.parse.look_up import LookUp

# Letters, normal form, and whether a space follows: all that the look-up goes by.
Word = tuple[int, int, int]

# More words than these are not kept from one batch to the next (at 96 numbers of four bytes each).
MOST_KEPT = 50_000
# Of so many words is kept what they bring to the first mixing (at 864 numbers of four bytes each).
MOST_BROUGHT = 8192
# So many words are reckoned at once, which bounds the memory of an endless text.
ROWS = 4096

_LAYERS = re.compile(
    r"extract_features>>list2ragged>>with_array\((?:\|?ints-getitem>>hashembed)+\)"
    r">>with_array\(maxout>>layernorm>>dropout\)>>ragged2list>>with_array\((?:(?:>>)?residual\(expand_window>>maxout>>layernorm>>dropout\))+\)"
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
        look_up, mixing = model.layers
        self.look_up = LookUp(look_up)
        self.layers = [
            Layer(maxout, norm)
            for maxout, norm in zip(named(mixing, "maxout"), named(mixing, "layernorm"), strict=True)
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
        told = self.look_up(asked)
        start = len(self.known) + 1
        end = start + len(new)
        while end > len(self.kept):
            self.kept = np.concatenate([self.kept, np.empty_like(self.kept)])
        while min(end, MOST_BROUGHT) > self.brought.shape[1]:
            self.brought = np.concatenate([self.brought, np.empty_like(self.brought)], axis=1)
        self.kept[start:end] = told
        self.brought[:, start:end] = self.layers[0].bring(self.kept[start : min(end, self.brought.shape[1])])
        self.known.update(zip(new, range(start, end), strict=True))


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
