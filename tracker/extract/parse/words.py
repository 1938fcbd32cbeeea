"""The words of a parsed paragraph as plain objects: what the rules ask a hundred times over, at hand.

The names are those of the parser's own words, so that its manual holds for these; but a word is the same object
wherever it is met, and the words that hang on it are counted out once.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.lexeme import Lexeme

if TYPE_CHECKING:
    from tracker.extract.parse.doc import Doc, Sentence

# Letters, the same in small letters, lemma, part of speech, tag, dependency, and what else its letters alone tell.
Form = tuple[str, str, str, str, str, str, Lexeme]

# What hangs on a word that nothing hangs on; never added to.
_NONE: "list[Token]" = []


class Token:
    """One word of a paragraph: ``i`` is its number, ``idx`` the character it begins at, ``head`` what it hangs on.

    ``children`` are the words that hang on it, in order. A word that hangs on nothing is its own head.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "lemma_",
        "lexeme",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )
    head: "Token"
    children: "list[Token]"
    sent: "Sentence"

    def __init__(
        self,
        doc: "Doc",
        i: int,
        idx: int,
        form: Form,
        ent_type: str,
        ent_iob: str,
        whitespace: str,
        is_sent_start: bool,
    ) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.lexeme = form
        self.ent_type_, self.ent_iob_ = ent_type, ent_iob
        self.whitespace_, self.is_sent_start = whitespace, is_sent_start
        self.children = _NONE

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> "list[Token]":
        """The words before it that hang on it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> "list[Token]":
        """The words behind it that hang on it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The word it hangs on, the word that hangs on, and so up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def left_edge(self) -> "Token":
        """The first word of its phrase."""
        return self.doc.words[self.doc.edges[self.i][0]]

    @property
    def right_edge(self) -> "Token":
        """The last word of its phrase."""
        return self.doc.words[self.doc.edges[self.i][1]]

    @property
    def subtree(self) -> "Sequence[Token]":
        """Its phrase: the word with all that hangs on it, near or far, in the order of the text."""
        first, last, count = self.doc.edges[self.i]
        if count == last + 1 - first:
            return self.doc.words[first : last + 1]
        found = [self]
        for word in found:
            found += word.children
        return sorted(found, key=lambda word: word.i)

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The words it is joined with ("a, b and c")."""
        start = self
        while start.head is not start and start.dep_ == "conj":
            start = start.head
        found = [start]
        for word in found:
            found += [child for child in word.rights if child.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    def nbor(self, i: int = 1) -> "Token":
        """The word ``i`` places on.

        Raises:
            IndexError: There is none.
        """
        at = self.i + i
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    def is_ancestor(self, descendant: "Token") -> bool:
        """Does another word hang on this one, near or far?"""
        return any(above is self for above in descendant.ancestors)

    @property
    def text_with_ws(self) -> str:
        """The word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def is_punct(self) -> bool:
        """Is it a mark, not a word?"""
        return self.lexeme.is_punct

    @property
    def is_space(self) -> bool:
        """Is it nothing but white space?"""
        return self.lexeme.is_space

    @property
    def is_alpha(self) -> bool:
        """Is it of letters alone?"""
        return self.lexeme.is_alpha

    @property
    def is_title(self) -> bool:
        """Does it begin with a capital and go on in small letters?"""
        return self.lexeme.is_title

    @property
    def is_quote(self) -> bool:
        """Is it a quotation mark?"""
        return self.lexeme.is_quote

    @property
    def like_num(self) -> bool:
        """Does it look like a number ("10", "ten", "1/2")?"""
        return self.lexeme.like_num
