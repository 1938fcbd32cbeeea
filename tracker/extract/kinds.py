"""What kind of source a mention is: by a name we know, by the words of the phrase, by its head noun."""

import re
from collections.abc import Sequence
from functools import cache

from tracker.extract.parse import Token
from tracker.extract.speakers import kind_of_words
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.own import own_sources

# "A spokesman for the army", "an official at the ministry".
OF_BODY = {"of", "for", "from", "at", "with", "in"}
# A noun that speaks for a body has the body's kind, where the body is one of these.
BODILY = {"military", "police", "emergency", "medic", "company", "union", "party", "media"}


def kind_of(tokens: Sequence[Token], head: Token) -> str:
    """The kind of a mention: a name ("Reuters"), a phrase ("coast guard"), its head noun, or the words about that.

    Who speaks for a body ("police spokesman", "an official of the union") has the body's kind. Empty: no word tells.
    """
    text = " ".join(token.text for token in tokens)
    told = _own(text) or _named(text, head) or _phrased(tokens, head)
    if told:
        return told
    nearest = sorted(tokens, key=lambda token: abs(token.i - head.i))
    if head.lower_ in words("sources", "speaking_for", "heads") or head.lemma_.lower() in words(
        "sources", "speaking_for", "heads"
    ):
        kinds = (_word_kind(token) for token in nearest if token != head and _is_body(token, head))
        body = next((kind for kind in kinds if kind), "")
        if body in BODILY:
            return body
    return next((kind for token in nearest if (kind := _word_kind(token))), "")


def _is_body(token: Token, head: Token) -> bool:
    """Does a word tell the body somebody speaks for: before the head, whose it is, or behind its "of"?"""
    if token.dep_ in ("compound", "amod", "nmod", "poss") and (token.head == head or token.head.head == head):
        return True
    return token.dep_ == "pobj" and token.head.lower_ in OF_BODY and token.head.head == head


def _word_kind(token: Token) -> str:
    # "Rescuers" at a sentence's start is a name to the parser, whose lemma keeps the plural.
    return kind_of_words([token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")])


def _own(text: str) -> str:
    """The kind a desk's own file gives a name."""
    return next((kind for name, kind in own_sources().kinds if _stands_in(name, text)), "")


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE) is not None


def _named(text: str, head: Token) -> str:
    """A name we know, where the head is part of it or stands beside it ("the Reuters agency")."""
    pattern, kinds = _names()
    beside = head.lemma_.lower() in words("sources", "apposed", "heads")
    return next((kinds[name[0]] for name in pattern.finditer(text) if beside or head.text in name[0].split()), "")


def _phrased(tokens: Sequence[Token], head: Token) -> str:
    """A kind that only two or three words together tell: "fire chief", "civil defence", "news agency"."""
    near = [token for token in tokens if token.i <= head.i + 3]
    pattern, kinds = _phrases()
    lines = (" ".join(token.lower_ for token in near), " ".join(token.lemma_.lower() for token in near))
    found = [phrase[0] for line in lines for phrase in pattern.finditer(line)]
    return kinds[max(found, key=len)] if found else ""


Known = tuple[re.Pattern[str], dict[str, str]]


def _names() -> Known:
    return _known("names")


def _phrases() -> Known:
    return _known("phrases")


@cache
def _known(table: str) -> Known:
    """One pattern for all the names of a table, longest first: "New York Times" is met before "Times"."""
    kinds = {name: kind for kind, names in read_lexicon("sources")[table].items() for name in names}
    longest = sorted(kinds, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"), kinds
