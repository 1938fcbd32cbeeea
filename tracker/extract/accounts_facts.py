"""Accounts of plain facts: at which named building it happened, and whether the suspect is held.

Both are read from the grammar alone: a place that somebody was taken to is not where it happened, and a second suspect
is not the suspect.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tracker.extract.cues import is_negated
from tracker.extract.events import event_nouns, event_verbs
from tracker.extract.parse import Passage, Token
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.gazetteer import find_place
from tracker.model import Span


def find_sites(passage: Passage, tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """The named buildings and grounds at which the happening of a claim took place, by their printed names."""
    for token in tokens:
        name = _site_name(token) if token.dep_ == "pobj" else []
        if name and _is_where(token.head):
            yield passage.cover(name), " ".join(word.text for word in name)


def _site_name(token: Token) -> list[Token]:
    """The proper name of a site: "Ostrava Technical University", also before its "campus"; empty where it has none."""
    grounds = token.lemma_.lower() in words("slots", "place", "grounds")
    left = [child for child in token.children if child.dep_ in ("compound", "nmod", "amod") and child.i < token.i]
    if grounds:
        owner = next((child for child in reversed(left) if child.lemma_.lower() in _kinds()), None)
        return _site_name(owner) if owner is not None else []
    if token.lemma_.lower() not in _kinds():
        return []
    named = sorted({word for child in left for word in child.subtree}, key=lambda word: word.i)
    names = [word for word in named if word.text[:1].isupper() and word.pos_ in ("PROPN", "NOUN", "ADJ")]
    solid = len(names) == len(named) and all(after.i - word.i == 1 for word, after in pairwise(names))
    if not names or not solid or not token.text[:1].isupper():
        return []
    # "Avon Park" and "College Station" are towns.
    return [] if find_place(" ".join(word.text for word in (*names, token))) else [*names, token]


@cache
def _kinds() -> frozenset[str]:
    return words("slots", "place", "nouns")


def _is_where(preposition: Token) -> bool:
    """Does the phrase hang, through nouns that only place it, on the verb or noun of the happening?"""
    if preposition.lower_ not in words("slots", "place", "prepositions"):
        return False
    for above in preposition.ancestors:
        lemma = above.lemma_.lower()
        if above.pos_ in ("VERB", "AUX"):
            return (lemma in event_verbs() | words("events", "general", "happening")) and not is_negated(above)
        if lemma in event_nouns():
            return True
        if above.pos_ == "NOUN" and lemma not in words("slots", "place", "placing"):
            return False
    return False


def find_custody(passage: Passage, tokens: Sequence[Token]) -> Iterator[tuple[Span, str, bool]]:
    """Whether the suspect is held, and whether that is denied: "in custody", "at large"."""
    for token in tokens:
        if token.i == 0 or token.lower_ not in _custody_ends():
            continue
        value = _custody().get(f"{token.nbor(-1).lower_} {token.lower_}")
        holder = _holder(token.head if token.dep_ == "pobj" else token) if value else None
        if value and holder is not None:
            subject, verb = holder
            nobody = any(child.lower_ == "no" for child in subject.children)
            yield passage.cover([token.nbor(-1), token]), value, nobody or (verb is not None and is_negated(verb))


@cache
def _custody() -> dict[str, str]:
    table = read_lexicon("slots")["custody"]["values"]
    return {phrase: value for value, phrases in table.items() for phrase in phrases}


@cache
def _custody_ends() -> frozenset[str]:
    return frozenset(phrase.split(" ")[-1] for phrase in _custody())


def _holder(preposition: Token) -> tuple[Token, Token | None] | None:
    """The one suspect that a phrase is told of, and the verb between; none for one of several."""
    above = preposition.head
    if above.pos_ in ("VERB", "AUX"):
        found = next((child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        verb: Token | None = above
    else:
        found, verb = above, None
    if found is None or found.lemma_.lower() not in words("slots", "custody", "suspects") or found.tag_ == "NNS":
        return None
    some = words("slots", "custody", "others")
    told_of_one = not any(word.lower_ in some or word.like_num for word in found.children)
    return (found, verb) if told_of_one else None
