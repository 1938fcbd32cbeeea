"""Persons told one by one: who is named, described or known ("the boy"), and whether two of them can be one.

A person counts one. Whether several persons are one, or part of a larger count, is settled over the whole article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.extract.figures_counted import Counted, kinds_of, noun_phrase
from tracker.extract.figures_people import is_aged
from tracker.extract.measures import classes_with, phrases
from tracker.extract.parse import Doc, Token, text_of

_AGE = re.compile(r"\b(\d{1,3})[- ](?:year|yr)s?[- ]old", re.IGNORECASE)
_MODIFIERS = {"amod", "compound", "nmod", "poss"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person as described: empty where the words do not say.

    ``how``: "new" (a man), "known" (the man), "named", "pronoun". ``noun`` is the trade or kin that tells this person
    apart ("driver", not "man"); ``other``: the words say that it is not the one told before ("another man").
    """

    how: str
    noun: str = ""
    name: str = ""
    sex: str = ""
    grown: str = ""
    age: int | None = None
    other: bool = False


def find_known(doc: Doc) -> Iterator[Counted]:
    """Single persons a reader knows or is given by name: "the boy", "her son", "Ada Lin", "he"."""
    for entity in doc.ents:
        if entity.label_ == "PERSON" and entity.root.pos_ == "PROPN" and entity.root.dep_ not in {"compound", "appos"}:
            yield _counted(entity.root, entity.start_char)
    for token in doc:
        if token.tag_ == "PRP" and token.lower_ in {"he", "she", "him", "her"}:
            yield _counted(token, token.idx)
        elif (
            (token.tag_ == "NN" or is_aged(token))
            and token.dep_ not in {"compound", "amod", "nmod", "appos"}
            and _is_known(token)
        ):
            yield _counted(token, min(child.idx for child in (token, *token.lefts)))


def read_person(counted: Counted) -> Person | None:
    """The person that a single counted noun tells of."""
    noun = counted.noun
    if noun is None or not (noun.pos_ in {"PRON", "PROPN"} or kinds_of(noun) & classes_with("singular")):
        return None
    words = {noun.lemma_.lower(), *(child.lower_ for child in noun.children if child.dep_ in _MODIFIERS)}
    if noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON":
        return Person(how="named", name=noun_phrase(noun), age=_age(noun))
    plain = noun.lemma_.lower() in phrases("persons", "plain")
    return Person(
        how="pronoun" if noun.pos_ == "PRON" else "known" if _is_known(noun) else "new",
        noun="" if plain or noun.pos_ == "PRON" else noun.lemma_.lower(),
        sex=_one_of(words, "male", "female"),
        grown=_one_of(words, "child", "adult"),
        age=_age(noun),
        other=bool(words & set(phrases("persons", "other"))) or _is_other(noun),
    )


def may_be_one(left: Person, right: Person) -> bool:
    """Can two descriptions be of one person? Names, ages and sexes must not differ, nor what the two are."""
    if left.name and right.name:
        return left.name.split()[-1].lower() == right.name.split()[-1].lower()
    if left.other != right.other:
        return False
    if left.age is not None and right.age is not None:
        return left.age == right.age
    if left.sex and right.sex and left.sex != right.sex:
        return False
    if _grown(left) and _grown(right) and _grown(left) != _grown(right):
        return False
    return not (left.noun and right.noun and left.how == right.how == "new") or left.noun == right.noun


def _grown(person: Person) -> str:
    if person.age is None:
        return person.grown
    return "child" if person.age < 16 else "adult" if person.age > 20 else ""


def _counted(token: Token, start: int) -> Counted:
    kinds = kinds_of(token) & classes_with("singular") or classes_with("singular")
    return Counted(head=token, noun=token, top=token, kinds=kinds, start=start)


def _is_known(noun: Token) -> bool:
    """A person of one, by "the" or by whose it is: "the driver", "their mother"; "the police" are many."""
    determiners = [child for child in noun.children if child.dep_ in {"det", "poss"}]
    known = phrases("persons", "determiners")
    if not determiners or not all(child.lower_ in known or child.dep_ == "poss" for child in determiners):
        return False
    if not is_aged(noun) and any(child.dep_ in {"nummod", "predet"} for child in noun.children):
        return False
    return bool(kinds_of(noun) & classes_with("singular")) and noun.lower_ not in phrases("grammar", "invariant")


def _one_of(words: set[str], first: str, second: str) -> str:
    for name in (first, second):
        if words & set(phrases("persons", name)):
            return name
    return ""


def _is_other(noun: Token) -> bool:
    """ "another man", "a second victim"."""
    return any(child.lower_ in phrases("persons", "other") for child in noun.lefts)


def _age(noun: Token) -> int | None:
    """The age beside a person: "a 24-year-old man", "a 7-year-old", "Ada Lin, 24,"."""
    text = text_of(noun.doc)
    match = _AGE.search(text, max(0, noun.left_edge.idx, noun.idx - 60), noun.idx + len(noun))
    after = re.match(r" ?,? \(?(\d{1,3})(?=[,.)])", text[noun.idx + len(noun) : noun.idx + len(noun) + 8])
    found = match or after
    return int(found.group(1)) if found else None
