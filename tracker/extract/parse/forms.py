"""Part of speech, features and lemma of each word: what the model's rules say of a word and its tag, kept once said.

The rules of the model read one word at a time: its letters, its tag and its part in the sentence. So each such triple
is asked once a process. A few rules read two words ("gon na"); a paragraph that meets one goes through the
model's own components.
"""

from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

# Letters, tag, dependency; and what they give: tag, part of speech, features, lemma, dependency.
Word = tuple[int, int, int]
Reading = tuple[int, int, int, int, int]

# More distinct triples than any year of news holds; then the memory starts afresh.
MOST_KEPT = 1_000_000


class Forms:
    """A component of the pipeline that stands for the model's attribute ruler and its lemmatizer."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.single = AttributeRuler(ruler.vocab)
        self.pairs = Matcher(ruler.vocab)
        self.opens_pair = Matcher(ruler.vocab)
        self.known: dict[Word, Reading] = {}
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
        words: list[Word] = list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
        if len(self.known) > MOST_KEPT:
            self.known.clear()
            self.paired.clear()
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if new:
            self._learn(doc, new)
        if any(word in self.paired for word in words) and self.pairs(doc, allow_missing=True):
            return self.lemmatizer(self.ruler(doc))
        readings: Any = np.array([self.known[word] for word in words], dtype="uint64")
        for at in np.flatnonzero(readings[:, 4] != np.array(words, dtype="uint64")[:, 2]).tolist():
            doc[at].dep = int(readings[at, 4])  # white space has no part in its sentence
        return doc.from_array([TAG, POS, MORPH, LEMMA], readings[:, :4])

    def _learn(self, doc: Doc, new: list[Word]) -> None:
        strings = doc.vocab.strings
        asked = Doc(doc.vocab, words=[strings[orth] for orth, _, _ in new], tags=[strings[tag] for _, tag, _ in new])
        for token, (_, _, dep) in zip(asked, new, strict=True):
            token.dep = dep
        self.paired.update(new[start] for _, start, _ in self.opens_pair(asked, allow_missing=True))
        told = self.lemmatizer(self.single(asked))
        rows = told.to_array([TAG, POS, MORPH, LEMMA, DEP]).tolist()
        self.known.update(zip(new, map(tuple, rows), strict=True))
