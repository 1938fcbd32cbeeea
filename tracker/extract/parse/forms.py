"""Part of speech, features and lemma of each word: what the model's rules say of a word and its tag, kept once said.

The rules of the model read one word at a time: its letters, its tag and its part in the sentence. So each such triple
is answered once a process, of all that the rules cannot tell apart the first alone is asked, and a lemma is asked for
once for each word of one part of speech. A few rules read two words ("gon na"): the words that meet one go through the
model's own components by themselves, once a process, and the whole paragraph where that would not tell the same.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
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

_READING = [TAG, POS, MORPH, LEMMA, DEP]

# More distinct triples than any year of news holds; then the memory starts afresh.
MOST_KEPT = 1_000_000


class Forms:
    """A component of the pipeline that stands for the model's attribute ruler and its lemmatizer."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.vocab = ruler.vocab
        self.single = AttributeRuler(self.vocab)
        self.pairs = Matcher(self.vocab)
        self.opens_pair, self.goes_on = Matcher(self.vocab), Matcher(self.vocab)
        # Each triple's row in the table of readings: tag, part of speech, features, lemma, dependency.
        self.known: dict[Word, int] = {}
        self.readings: NDArray[np.uint64] = np.empty((1024, 5), dtype="uint64")
        # What was said of each class of words, the classes that may open a pair or go on with it, and the lemmas.
        self.ruled: dict[Class, Ruled] = {}
        self.opening: set[Class] = set()
        self.second: set[Class] = set()
        self.lemmas: dict[Spelling, int] = {}
        # The words that may open a pair or go on with it, and the readings of words that rules read together.
        self.opens: set[Word] = set()
        self.follows: set[Word] = set()
        self.together: dict[tuple[Word, ...], NDArray[np.uint64]] = {}
        # The dictionary's words are lists, searched from end to end for each new word; sets are asked at once.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for part in list(index):
            index[part] = frozenset(index[part])
        asked: list[Any] = []
        rules: list[Any] = ruler.patterns
        for number, rule in enumerate(rules):
            single = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            longer = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            asked += rule["patterns"]
            if single:
                self.single.add(single, rule["attrs"], rule["index"])
            if longer:
                self.pairs.add(str(number), longer)
                self.opens_pair.add(str(number), [pattern[:1] for pattern in longer])
                self.goes_on.add(str(number), [pattern[1:2] for pattern in longer])
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
        pairs = self.pairs(doc, allow_missing=True) if self._may_pair(words) else []
        if pairs and not self.alike.plain:
            return self.lemmatizer(self.ruler(doc))
        readings: Any = self.readings[[self.known[word] for word in words]]
        for start, end in _runs((start, end) for _, start, end in pairs):
            readings[start:end] = self._read_together(tuple(words[start:end]))
        for at in np.flatnonzero(readings[:, 4] != doc.to_array(DEP)).tolist():
            doc[at].dep = int(readings[at, 4])  # white space has no part in its sentence
        return doc.from_array([TAG, POS, MORPH, LEMMA], readings[:, :4])

    def _may_pair(self, words: list[Word]) -> bool:
        """Is there a word that may open a pair before one that may go on with it?"""
        if self.opens.isdisjoint(words):
            return False
        return not self.alike.plain or any(
            before in self.opens and word in self.follows for before, word in pairwise(words)
        )

    def _read_together(self, words: tuple[Word, ...]) -> NDArray[np.uint64]:
        """The readings of some words in a row, by all rules: no rule reads them with a word outside."""
        found = self.together.get(words)
        if found is None:
            told: Any = self.lemmatizer(self.ruler(self._doc(words))).to_array(_READING)
            found = self.together[words] = told
        return found

    def _forget(self) -> None:
        for kept in (self.known, self.together, self.ruled, self.lemmas, self.alike.spelled):
            kept.clear()
        for marked in (self.opens, self.follows, self.opening, self.second):
            marked.clear()

    def _learn(self, new: Sequence[Word]) -> None:
        classes = list(map(self.alike.tell, new))
        self._ask_rules({each: word for each, word in zip(classes, new, strict=True) if each not in self.ruled})
        self.opens.update(word for each, word in zip(classes, new, strict=True) if each in self.opening)
        self.follows.update(word for each, word in zip(classes, new, strict=True) if each in self.second)
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
        asked = self._doc(words.values())
        for marked, matcher in ((self.opening, self.opens_pair), (self.second, self.goes_on)):
            at = {start for _, start, _ in matcher(asked, allow_missing=True)}
            marked.update(each for number, each in enumerate(words) if number in at)
        told: Any = self.single(asked).to_array(_READING)
        for (each, (_, _, own)), (*row, dep) in zip(words.items(), told.tolist(), strict=True):
            self.ruled[each] = (*row, None if dep == own else dep)

    def _ask_lemmas(self, spellings: Iterable[Spelling]) -> None:
        new = [each for each in dict.fromkeys(spellings) if each not in self.lemmas]
        if new:
            strings = self.vocab.strings
            asked = Doc(self.vocab, words=[strings[letters] for letters, _, _ in new])
            asked.from_array([POS, MORPH], _columns([each[1:] for each in new]))
            self.lemmas.update(zip(new, self.lemmatizer(asked).to_array(LEMMA).tolist(), strict=True))

    def _doc(self, words: Collection[Word]) -> Doc:
        strings = self.vocab.strings
        doc = Doc(self.vocab, words=[strings[letters] for letters, _, _ in words])
        return doc.from_array([TAG, DEP], _columns([word[1:] for word in words]))


def _words(doc: Doc) -> list[Word]:
    columns: Any = doc.to_array([ORTH, TAG, DEP]).T
    return list(zip(*columns.tolist(), strict=True))


def _spelling(word: Word, ruled: Ruled) -> Spelling:
    return word[0], ruled[1], ruled[2]


def _columns(rows: list[tuple[int, int]]) -> Any:
    return np.array(rows, dtype="uint64")


def _runs(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that share a word as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
