"""Can this word speak, and as what? Kinds of source by head noun, from the lexicon."""

from collections.abc import Iterable
from functools import cache

from tracker.extract.parse import Token
from tracker.lexicon import read_lexicon, words

# Entities of the parser's name finder that can be the subject of a saying.
SPEAKING_ENTITIES = {"PERSON", "ORG", "GPE", "NORP"}
# Nouns for who does something: "compilers", "inspectors", "geologists".
AGENTS = ("er", "or", "ist", "ian", "man", "woman", "people")
EVIDENCE = {"visual_evidence", "document"}
RELATIVE = {"who", "which", "that"}


def kind_of_words(lemmas: Iterable[str]) -> str:
    """The kind of source that a mention's words tell, head first; empty where they tell none."""
    kinds = _kinds()
    return next((kinds[lemma] for lemma in lemmas if lemma in kinds), "")


def is_evidence(head: Token) -> bool:
    """Is this a document, a poll or footage: something that shows rather than says?"""
    return any(kind_of_words([lemma]) in EVIDENCE for lemma in (head.lemma_.lower(), head.lower_))


def can_speak(head: Token) -> bool:
    """Can this head noun be the source of a statement?"""
    if is_nobody(head):
        return False
    noun = antecedent(head)
    if noun is not None:
        return can_speak(noun)
    if head.lower_ in words("sources", "speakers", "pronouns"):
        return True
    if head.pos_ == "PROPN" or head.ent_type_ in SPEAKING_ENTITIES or _is_name(head):
        return True
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN" and lemma.endswith(AGENTS) and lemma not in words("sources", "speakers", "things"):
        return True
    return bool(kind_of_words([lemma, head.lower_])) or lemma in words("sources", "speakers", "nouns")


def is_nobody(head: Token) -> bool:
    """ "No official", "none": nobody speaks."""
    return head.lower_ in words("sources", "speakers", "nobody") or any(child.lower_ == "no" for child in head.children)


def antecedent(head: Token) -> Token | None:
    """The noun a relative "who", "which" or "that" stands for; None where the word is no relative."""
    if head.lower_ not in RELATIVE:
        return None
    verb = head.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def _is_name(head: Token) -> bool:
    """A capital inside a sentence names somebody, whatever the parser takes the word for."""
    return head.is_title and not head.is_sent_start and head.pos_ in ("NOUN", "VERB", "ADJ", "ADV", "X", "INTJ")


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, nouns in read_lexicon("sources")["kinds"].items():
        for noun in nouns:
            found.setdefault(noun, kind)
    return found
