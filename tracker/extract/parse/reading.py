"""The words are read off the parser once, column by column, and its numbers turned into the letters behind them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as Parsed
from spacy.vocab import Vocab

from tracker.extract.parse.doc import Doc, Sentence
from tracker.extract.parse.words import Form, Token

_COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, IDX, HEAD, SPACY, SENT_START]
_IOB = ("", "I", "O", "B")
_SPACES = ("", " ").__getitem__
_IS_START = (1).__eq__

# More distinct words than years of news hold; then the memory starts afresh.
MOST_KEPT = 500_000


class Reader:
    """Reads the words off what the parser gives; knows the letters behind the parser's numbers."""

    def __init__(self, vocab: Vocab) -> None:
        self.forms = _Forms(vocab)

    def read(self, parsed: Parsed, text: str) -> Doc:
        """A parsed paragraph; ``text`` is what was parsed."""
        if len(self.forms) > MOST_KEPT:
            self.forms.clear()
            self.forms.letters.clear()
        doc = Doc(text)
        columns: list[list[int]] = parsed.to_array(_COLUMNS).astype(np.int64, copy=False).T.tolist()
        *told, ent_type, ent_iob, idx, head, spaces, sent_start = columns
        forms = map(self.forms.__getitem__, zip(*told, strict=True))
        labels = map(self.forms.letters.__getitem__, ent_type)
        marks = map(_IOB.__getitem__, ent_iob)
        behind, starts = map(_SPACES, spaces), map(_IS_START, sent_start)
        doc.words = words = list(map(Token, repeat(doc), range(len(idx)), idx, forms, labels, marks, behind, starts))
        _hang(words, head)
        doc.sents = tuple(_sentences(doc))
        doc.ents = tuple(_names(doc))
        return doc


class _Forms(dict[tuple[int, ...], Form]):
    """A word's form by the parser's numbers for it, made when first asked for."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.vocab = vocab
        self.letters = _Letters(vocab)

    def __missing__(self, numbers: tuple[int, ...]) -> Form:
        text, lemma, pos, tag, dep = map(self.letters.__getitem__, numbers)
        lexeme = self.vocab[text]
        found = self[numbers] = (text, lexeme.lower_, lemma, pos, tag, dep, lexeme)
        return found


class _Letters(dict[int, str]):
    """The letters behind a number of the parser's."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self.strings = vocab.strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self.strings[number % 2**64] if number else ""
        return found


def _hang(words: Sequence[Token], heads: Sequence[int]) -> None:
    """Hang each word on its head, which stands so many places from it."""
    for word, away in zip(words, heads, strict=True):
        word.head = above = words[word.i + away]
        if away:
            if above.children:
                above.children.append(word)
            else:
                above.children = [word]


def _sentences(doc: Doc) -> Iterator[Sentence]:
    starts = [word.i for word in doc.words if word.is_sent_start or word.i == 0]
    for start, end in pairwise([*starts, len(doc.words)]):
        sentence = Sentence(doc, start, end)
        for word in doc.words[start:end]:
            word.sent = sentence
        yield sentence


def _names(doc: Doc) -> Iterator[Sentence]:
    starts = [word.i for word in doc.words if word.ent_iob_ == "B"]
    for start in starts:
        end = start + 1
        while end < len(doc.words) and doc.words[end].ent_iob_ == "I":
            end += 1
        yield Sentence(doc, start, end, doc.words[start].ent_type_)
