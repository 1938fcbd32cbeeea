"""Which words the model's rules cannot tell apart: what they say of one of these they say of all.

A rule asks a word for its letters, its tag, its part in the sentence, or whether it is white space and the like. To the
rules all words that none of them names are one word, and so are the parts in a sentence that none of them names. Where
a rule asks for anything else (a length, a likeness) every word is a class of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.attrs import DEP, IDS, LOWER, ORTH, TAG
from spacy.vocab import Vocab

# Letters, tag, dependency.
Word = tuple[int, int, int]
Class = tuple[int, ...]
Pattern = Sequence[Mapping[str, Any]]

# What a lexeme is or is not (of letters alone, like a number) has a number below this one.
_MARKS_END = 64
# Stands for all that no rule names; no word and no label has this number.
_OTHER = -1


class Alike:
    """Tells the class of a word; ``patterns`` are what the rules ask for, ``parts`` the dependencies that they give."""

    def __init__(self, vocab: Vocab, patterns: Sequence[Pattern], parts: Sequence[int]) -> None:
        self.vocab = vocab
        # A part in the sentence that a rule gives is named, too, so that the word it was given to is known from others.
        self.named: dict[int, set[int]] = {ORTH: set(), LOWER: set(), DEP: set(parts)}
        self.searched: dict[int, list[re.Pattern[str]]] = {ORTH: [], LOWER: []}
        self.marks: set[int] = set()
        asked = [item for pattern in patterns for word in pattern for item in word.items()]
        self.plain = all(self._note(IDS.get(name.upper(), 0), value) for name, value in asked)
        # What each word's letters alone have to do with it.
        self.spelled: dict[int, Class] = {}

    def tell(self, word: Word) -> Class:
        """The class of a word."""
        if not self.plain:
            return word
        letters, tag, dep = word
        spelled = self.spelled.get(letters)
        if spelled is None:
            spelled = self.spelled[letters] = self._spell(letters)
        return (tag, dep if dep in self.named[DEP] else _OTHER, *spelled)

    def _spell(self, letters: int) -> Class:
        lexeme = self.vocab[letters]
        return (
            letters if self._names(ORTH, letters) else _OTHER,
            lexeme.lower if self._names(LOWER, lexeme.lower) else _OTHER,
            *(lexeme.check_flag(mark) for mark in self.marks),
        )

    def _names(self, number: int, value: int) -> bool:
        """Does a rule name these letters, or search for what they hold?"""
        return value in self.named[number] or any(
            search.search(self.vocab.strings[value]) for search in self.searched[number]
        )

    def _note(self, number: int, value: Any) -> bool:
        """Note what a rule asks for; False if it is nothing that a class goes by."""
        if isinstance(value, bool):
            self.marks.add(number)
            return 0 < number < _MARKS_END
        if number == TAG:  # each tag is known from each other
            return True
        asked = list(_asked(value))
        if number not in self.named or None in (searched for _, searched in asked):
            return False
        for each, searched in asked:
            if not searched:
                self.named[number].add(self.vocab.strings[each])
            elif number in self.searched:
                self.searched[number].append(re.compile(each))
            else:
                return False
        return True


def _asked(value: Any) -> Iterator[tuple[str, bool | None]]:
    """The values that a rule names and what it searches for (True), with None where it asks in any other way."""
    for way, asked in value.items() if isinstance(value, dict) else [("IN", [value])]:
        if way == "REGEX" and isinstance(asked, str):
            yield asked, True
        else:
            for each in asked if isinstance(asked, list) else [asked]:
                yield str(each), False if way in ("IN", "NOT_IN") and isinstance(each, str) else None
