"""Part of speech, features and lemma of each word: what the model's rules say of a word and its tag, kept once said.

The rules of the model read one word at a time: its letters, its tag and its part in the sentence. So each such triple
is answered once a process, of all that the rules cannot tell apart the first alone is asked, and a lemma is asked for
once for each word of one part of speech. A few rules read two words ("gon na"); a paragraph that meets one goes through
the model's own components.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from tracker.extract.parse.alike import Alike, Class, Word

# What the rules say of a word: tag, part of speech, features, lemma (0 for none) and dependency (None as it was).
Ruled = tuple[int, int, int, int, int | None]
# Letters, part of speech, features: all that a lemma goes by.
Spelling = tuple[int, int, int]

# More distinct triples than any year of news holds; then the memory starts afresh.
MOST_KEPT = 1_000_000


class Forms:
    """A component of the pipeline that stands for the model's attribute ruler and its lemmatizer."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.vocab = ruler.vocab
        self.single = AttributeRuler(self.vocab)
        self.pairs = Matcher(self.vocab)
        self.opens_pair = Matcher(self.vocab)
        # Each triple's row in the table of readings: tag, part of speech, features, lemma, dependency.
        self.known: dict[Word, int] = {}
        self.readings: NDArray[np.uint64] = np.empty((1024, 5), dtype="uint64")
        self.paired: set[Word] = set()
        # What was said of each class of words, the classes that may open a pair, and the lemmas.
        self.ruled: dict[Class, Ruled] = {}
        self.opening: set[Class] = set()
        self.lemmas: dict[Spelling, int] = {}
        # The dictionary's words are lists, searched from end to end for each new word; sets are asked at once.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part in list(index):
            index[part] = frozenset(index[part])
        asked: list[Any] = []
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            single = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            asked += [pattern[:1] for pattern in rule["patterns"]]
            if single:
                self.single.add(single, rule["attrs"], rule["index"])
            if longer:
                self.pairs.add(str(number), longer)
                self.opens_pair.add(str(number), [pattern[:1] for pattern in longer])
        self.alike = Alike(self.vocab, asked, [each[DEP] for each in self.single.attrs if DEP in each])

    def __call__(self, doc: Doc) -> Doc:
        """The paragraph with its parts of speech, features and lemmas."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Paragraphs with their parts of speech, features and lemmas; the new words of a batch are asked at once."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            if len(self.known) > MOST_KEPT:
                self._forget()
            words = [_words(doc) for doc in batch]
            new = [word for word in dict.fromkeys(chain.from_iterable(words)) if word not in self.known]
            if new:
                self._learn(new)
            yield from map(self._tell, batch, words)

    def _tell(self, doc: Doc, words: list[Word]) -> Doc:
        if not words:
            return doc
        if not self.paired.isdisjoint(words) and self.pairs(doc, allow_missing=True):
            return self.lemmatizer(self.ruler(doc))
        readings: Any = self.readings[[self.known[word] for word in words]]
        for at in np.flatnonzero(readings[:, 4] != doc.to_array(DEP)).tolist():
            doc[at].dep = int(readings[at, 4])  # white space has no part in its sentence
        return doc.from_array([TAG, POS, MORPH, LEMMA], readings[:, :4])

    def _forget(self) -> None:
        self.known.clear()
        self.paired.clear()
        self.ruled.clear()
        self.opening.clear()
        self.lemmas.clear()
        self.alike.spelled.clear()

    def _learn(self, new: Sequence[Word]) -> None:
        classes = list(map(self.alike.tell, new))
        self._ask_rules({each: word for each, word in zip(classes, new, strict=True) if each not in self.ruled})
        self.paired.update(word for each, word in zip(classes, new, strict=True) if each in self.opening)
        ruled = list(map(self.ruled.__getitem__, classes))
        self._ask_lemmas(map(_spelling, new, ruled))
        start, end = len(self.known), len(self.known) + len(new)
        while end > len(self.readings):
            self.readings = np.concatenate([self.readings, np.empty_like(self.readings)])
        self.readings[start:end] = list(map(self._reading, new, ruled))
        self.known.update(zip(new, range(start, end), strict=True))

    def _reading(self, word: Word, ruled: Ruled) -> tuple[int, int, int, int, int]:
        tag, pos, morph, lemma, dep = ruled
        if not lemma or self.lemmatizer.overwrite:
            lemma = self.lemmas[_spelling(word, ruled)]
        return tag, pos, morph, lemma, word[2] if dep is None else dep

    def _ask_rules(self, words: dict[Class, Word]) -> None:
        """Ask the rules of one word for each new class of words."""
        if not words:
            return
        asked = self._doc([letters for letters, _, _ in words.values()])
        asked.from_array([TAG, DEP], _columns([word[1:] for word in words.values()]))
        opening = {start for _, start, _ in self.opens_pair(asked, allow_missing=True)}
        self.opening.update(each for at, each in enumerate(words) if at in opening)
        told: Any = self.single(asked).to_array([TAG, POS, MORPH, LEMMA, DEP])
        for (each, (_, _, own)), (*row, dep) in zip(words.items(), told.tolist(), strict=True):
            self.ruled[each] = (*row, None if dep == own else dep)

    def _ask_lemmas(self, spellings: Iterable[Spelling]) -> None:
        new = [each for each in dict.fromkeys(spellings) if each not in self.lemmas]
        if new:
            asked = self._doc([letters for letters, _, _ in new])
            asked.from_array([POS, MORPH], _columns([each[1:] for each in new]))
            self.lemmas.update(zip(new, self.lemmatizer(asked).to_array(LEMMA).tolist(), strict=True))

    def _doc(self, letters: Iterable[int]) -> Doc:
        strings = self.vocab.strings
        return Doc(self.vocab, words=[strings[each] for each in letters])


def _words(doc: Doc) -> list[Word]:
    columns: Any = doc.to_array([ORTH, TAG, DEP]).T
    return list(zip(*columns.tolist(), strict=True))


def _spelling(word: Word, ruled: Ruled) -> Spelling:
    return word[0], ruled[1], ruled[2]


def _columns(rows: list[tuple[int, int]]) -> Any:
    return np.array(rows, dtype="uint64")
