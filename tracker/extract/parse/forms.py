"""Part of speech, features and lemma of each word: what the model's rules say of a word and its tag, kept once said.

The rules of the model read one word at a time: its letters, its tag and its part in the sentence. So each such triple
is asked once a process. A few rules read two words ("gon na"); a paragraph that meets one goes through the
model's own components.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

# Letters, tag, dependency. What they give is a row: tag, part of speech, features, lemma, dependency.
Word = tuple[int, int, int]

# More distinct triples than any year of news holds; then the memory starts afresh.
MOST_KEPT = 1_000_000


class Forms:
    """A component of the pipeline that stands for the model's attribute ruler and its lemmatizer."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.single = AttributeRuler(ruler.vocab)
        self.pairs = Matcher(ruler.vocab)
        self.opens_pair = Matcher(ruler.vocab)
        # Each triple's row in the table of readings.
        self.known: dict[Word, int] = {}
        self.readings: NDArray[np.uint64] = np.empty((1024, 5), dtype="uint64")
        self.paired: set[Word] = set()
        # The dictionary's words are lists, searched from end to end for each new word; sets are asked at once.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part in list(index):
            index[part] = frozenset(index[part])
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            single = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if single:
                self.single.add(single, rule["attrs"], rule["index"])
            if longer:
                self.pairs.add(str(number), longer)
                self.opens_pair.add(str(number), [pattern[:1] for pattern in longer])

    def __call__(self, doc: Doc) -> Doc:
        """The paragraph with its parts of speech, features and lemmas."""
        if not len(doc):
            return doc
        letters, tags, deps = doc.to_array([ORTH, TAG, DEP]).T
        words: list[Word] = list(zip(letters.tolist(), tags.tolist(), deps.tolist(), strict=True))
        if len(self.known) > MOST_KEPT:
            self.known.clear()
            self.paired.clear()
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if new:
            self._learn(doc, new)
        if not self.paired.isdisjoint(words) and self.pairs(doc, allow_missing=True):
            return self.lemmatizer(self.ruler(doc))
        readings: Any = self.readings[[self.known[word] for word in words]]
        for at in np.flatnonzero(readings[:, 4] != deps).tolist():
            doc[at].dep = int(readings[at, 4])  # white space has no part in its sentence
        return doc.from_array([TAG, POS, MORPH, LEMMA], readings[:, :4])

    def _learn(self, doc: Doc, new: list[Word]) -> None:
        strings = doc.vocab.strings
        asked = Doc(doc.vocab, words=[strings[orth] for orth, _, _ in new], tags=[strings[tag] for _, tag, _ in new])
        for token, (_, _, dep) in zip(asked, new, strict=True):
            token.dep = dep
        self.paired.update(new[start] for _, start, _ in self.opens_pair(asked, allow_missing=True))
        told = self.lemmatizer(self.single(asked))
        start, end = len(self.known), len(self.known) + len(new)
        while end > len(self.readings):
            self.readings = np.concatenate([self.readings, np.empty_like(self.readings)])
        self.readings[start:end] = told.to_array([TAG, POS, MORPH, LEMMA, DEP])
        self.known.update(zip(new, range(start, end), strict=True))
