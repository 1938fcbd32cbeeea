"""Which person a mention names as the speaker: never somebody, or a place, that the speaker is only told by."""

from collections.abc import Sequence

from tracker.extract.parse import Token
from tracker.lexicon import words
from tracker.lexicon.gazetteer import find_people, find_place


def person_named(tokens: Sequence[Token]) -> str:
    """The person named in a mention: the parser's PERSON words, honorifics left out."""
    named = [
        token
        for token in tokens
        if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and not _honorific(token) and not _spoken_of(token)
    ]
    if not named or any(find_place(token.text) or find_people(token.text) for token in named[-1:]):
        return _beside_office(tokens)
    entity = next(entity for entity in named[-1].doc.ents if entity.start <= named[-1].i < entity.end)
    words_of = [token for token in entity if not _honorific(token) and token.tag_ != "POS"]
    return words_of[0].doc[words_of[0].i : words_of[-1].i + 1].text


def _spoken_of(token: Token) -> bool:
    """Is this somebody, or the place, that the speaker is told by: "friends of Ann Lee", "police in Harbourtown"?

    The name stands right behind the preposition, but for an office; "the head of the region Ivan Petrov" is Petrov.
    """
    start = next((entity.start for entity in token.doc.ents if entity.start <= token.i < entity.end), token.i)
    before = token.doc[start - 1] if start else token
    while before.i and (before.lemma_.lower() in words("sources", "speakers", "offices") or _honorific(before)):
        before = before.nbor(-1)
    return before.dep_ == "prep" and before.head.pos_ in ("NOUN", "PROPN") and before.head.i < before.i


def _beside_office(tokens: Sequence[Token]) -> str:
    """The proper name in apposition to an office, where the parser has not known it for a person."""
    for token in tokens:
        if token.pos_ != "PROPN" or token.dep_ not in ("appos", "nsubj", "pobj") or find_place(token.text):
            continue
        beside = [
            other
            for other in tokens
            if (other.dep_ == "appos" and other.head == token) or (token.dep_ == "appos" and other == token.head)
        ]
        if any(other.lemma_.lower() in words("sources", "speakers", "offices") for other in beside):
            first = min([token.i, *[child.i for child in token.lefts if child.dep_ == "compound"]])
            return str(token.doc[first : token.i + 1].text)
    return ""


def _honorific(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("sources", "honorifics", "words")
