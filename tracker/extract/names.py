"""Names that tell a happening apart: a ship, a bridge, an operation, or a fire called after its town."""

from collections.abc import Iterable

from tracker.extract.clauses import Clause
from tracker.extract.events import kind_of_event
from tracker.extract.parse import Doc, Token
from tracker.lexicon import words
from tracker.lexicon.gazetteer import capital_of, find_people, find_place


def names_in(doc: Doc, unit: Iterable[Clause]) -> frozenset[str]:
    """Proper names that are no place, no person and no date: a ship, a bridge, an operation."""
    found = set()
    for clause in unit:
        for i in sorted(clause.tokens):
            token = doc.words[i]
            if token.pos_ == "PROPN" and _names_thing(token):
                found.add(token.text)
            found |= _named_after(token)
    return frozenset(found)


def _named_after(token: Token) -> set[str]:
    """ "The Lahaina fire", "Rome march": a happening called by its place, as "Lahaina fire", "Rome protest"."""
    kind = kind_of_event(token) if token.pos_ == "NOUN" else ""
    if kind in ("", "general") or any(child.lower_ in ("a", "an", "another") for child in token.children):
        return set()
    modifiers = [child for child in token.children if child.dep_ in ("compound", "nmod", "poss")]
    known = [child.text for child in modifiers if child.pos_ == "PROPN" and _names_happening(child, kind)]
    return {f"{name} {kind}" for name in known}


def _names_happening(token: Token, kind: str) -> bool:
    """Can this name call a happening of its kind: a town, or for fires and storms any name ("the Camp Fire")?"""
    if _is_country(token.text) or token.ent_type_ in ("DATE", "TIME", "PRODUCT", "CARDINAL", "NORP"):
        return False
    if find_place(token.text) is not None or token.ent_type_ in ("GPE", "LOC", "FAC"):
        return not (kind == "attack" and capital_of(token.text))
    return kind in words("events", "general", "natural") and token.is_title


def _is_country(word: str) -> bool:
    """Does a word name a country or its people?"""
    place = find_place(word)
    return bool(find_people(word)) or (place is not None and place.kind == "country")


def _names_thing(token: Token) -> bool:
    """Is this the name of a thing: behind a common noun ("warship Novocherkassk")?"""
    if token.i == 0 or not token.is_title or len(token.text) < 4:
        return False
    before = token.doc[token.i - 1]
    place = find_place(token.text)
    if before.lower_ == "the" and place is not None and place.kind == "city" and token.dep_ != "compound":
        return True
    if before.lemma_.lower() in words("events", "places", "things"):
        return True
    return (
        before.pos_ == "NOUN"
        and before.lower_ not in words("events", "places", "nouns")
        and token.ent_type_ not in ("PERSON", "DATE", "TIME", "GPE", "NORP")
        and before.dep_ in ("compound", "dobj", "nmod", "appos", "nsubj", "pobj", "attr")
    )
