"""What a figure counts: two nouns name the same people or things, one a part of the other, or neither.

People form a small tree (sailors are soldiers are people; civilians are no soldiers). Things do not: two nouns are
the same kind of thing or two counts. An unknown noun is alike only where the words are nearly the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from rapidfuzz import fuzz

from tracker.compare.measures import Measure, dimension, limit
from tracker.lexicon import read_lexicon, words
from tracker.lexicon.gazetteer import find_people
from tracker.model import Figure

Kinship = Literal["same", "part", "whole", "apart"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Counted:
    """What is counted: the kind of people or thing the noun names, and proper names that narrow it ("Thai").

    ``own_of`` is the side that counts its own people, ``foe_of`` the side that counts its enemy's.
    """

    kind: str
    names: tuple[str, ...] = ()
    unit: str = ""
    own_of: str = ""
    foe_of: str = ""


def read_counted(figure: Figure, measure: Measure) -> Counted:
    """What a figure counts, in the lexicon's kinds where it knows the noun."""
    return _read_counted(figure.counted, figure.unit, measure.counts)


# Each figure is asked two or three times, and many count "people".
@lru_cache(1 << 12)
def _read_counted(printed: str, unit: str, counts: str) -> Counted:
    phrase, names = plain_phrase(printed), _names(printed)
    if counts == "people":
        return Counted(kind=_kind(phrase, "people") or _nation(printed) or phrase or "people", names=names)
    if counts == "things":
        return Counted(kind=_kind(phrase, "things") or phrase, names=names)
    return Counted(kind="" if counts == "extent" else phrase, names=names, unit=dimension(unit))


def kinship(left: Counted, right: Counted, measure: Measure) -> Kinship:
    """How what two figures count is related, seen from the left: same, a part of the right, its whole, or apart."""
    if left.names and right.names and not set(left.names) & set(right.names):
        return "apart"
    if _of_two_sides(left, right) or _of_two_sides(right, left):
        return "apart"
    if measure.counts == "people":
        return _people(left.kind, right.kind)
    alike = {"things": _things, "extent": _extents}.get(measure.counts, _amounts)(left, right)
    return "same" if alike else "apart"


def _of_two_sides(left: Counted, right: Counted) -> bool:
    """A side's own against its enemy's, against another side's own, or two sides' enemies."""
    own = {right.own_of} if right.own_of else set(right.names)
    if left.own_of:
        return left.own_of == right.foe_of or bool(own and left.own_of not in own)
    return bool(left.foe_of) and (left.foe_of in own or bool(right.foe_of and right.foe_of != left.foe_of))


def is_some_of(noun: Counted, others: Iterable[Counted], everyone: Iterable[Counted], measure: Measure) -> bool:
    """Does a noun name some of the people or things that one of the others counts? ``everyone`` is all that is counted.

    Women, children and kin are some of any greater count of people. Civilians are all the people there are, unless
    somebody counts fighters; of a strike on troops the troops are all, unless somebody counts anyone else.
    """
    row = _row(noun.kind) if measure.counts == "people" else {}
    if row.get("segment"):
        return any(other.kind != noun.kind for other in others)
    unless = set(row.get("unless", ()))
    all_of_them = unless and not any({other.kind, *_kinds_above(other.kind)} & unless for other in everyone)
    return any(
        kinship(noun, other, measure) == "part" and not (all_of_them and other.kind == "people") for other in others
    )


def are_forces(noun: Counted) -> bool:
    """Are they soldiers, sailors, fighters: whom a party counts as its own losses?"""
    return bool(_row(noun.kind).get("forces"))


def plain_phrase(phrase: str) -> str:
    """A counted phrase without numbers and what follows: "the 12 blocks of flats in Kyiv" becomes "block of flat"."""
    words_of = _WORD.findall(phrase.casefold().replace("’", "'"))
    dropped, cut = words("tallies", "plain", "dropped"), words("tallies", "plain", "cut")
    end = next((at for at, word in enumerate(words_of) if word in cut and at), len(words_of))
    kept = [word for at, word in enumerate(words_of[:end]) if word not in dropped or (word == "of" and at)]
    return " ".join(map(_singular, kept)).removeprefix("of ")


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _kind(phrase: str, section: str) -> str:
    """The lexicon's kind of a phrase: by the whole of it, else by its longest ending that is known."""
    known = _nouns(section)
    parts = phrase.split()
    heads = (" ".join(parts[at:]) for at in range(len(parts)))
    found = next((known[head] for head in heads if head in known), "")
    return found or next((known[part] for part in parts if part in known and "of" in parts), "")


@cache
def _nouns(section: str) -> Mapping[str, str]:
    rows = read_lexicon("tallies")[section]
    return {" ".join(map(_singular, noun.split())): row["name"] for row in rows for noun in row["nouns"]}


@cache
def _row(kind: str) -> Mapping[str, Any]:
    """The lexicon's entry of a kind of people; empty for an unknown noun."""
    return next((row for row in read_lexicon("tallies")["people"] if row["name"] == kind), {})


@cache
def _within() -> Mapping[str, str]:
    return {row["name"]: row.get("within", "") for row in read_lexicon("tallies")["people"]}


def _names(phrase: str) -> tuple[str, ...]:
    """Proper names in a phrase, a people by its country: "Russia" of "Russian servicemen" and of "Russians".

    Nouns a headline prints with a capital ("63 Troops Killed") name nobody.
    """
    capitals = [word for word in _WORD.findall(phrase) if word[:1].isupper()]
    nouns = _nouns("people").keys() | _nouns("things").keys() | words("tallies", "plain", "dropped")
    named = (find_people(word) or word for word in capitals if _singular(word.casefold()) not in nouns)
    return tuple(sorted({name.casefold() for name in named}))


def _nation(phrase: str) -> str:
    """People told of by their nation alone ("400 Russians") are people."""
    plural = phrase.split()[-1:]
    return "people" if plural and plural[0].endswith("s") and find_people(plural[0]) else ""


def _people(left: str, right: str) -> Kinship:
    if left == right:
        return "same"
    if right in _kinds_above(left):
        return "part"
    if left in _kinds_above(right):
        return "whole"
    known = left in _within() or right in _within()
    return "same" if not known and _alike(left, right) >= limit("alike_things") else "apart"


def _kinds_above(kind: str) -> tuple[str, ...]:
    """The wider kinds of a kind of people, nearest first; an unknown noun is at least people."""
    above, wider = [], _within().get(kind, "people" if kind else "")
    while wider:
        above.append(wider)
        wider = _within().get(wider, "")
    return tuple(above)


def _things(left: Counted, right: Counted) -> bool:
    if not left.kind or not right.kind:
        return False
    return left.kind == right.kind or (
        left.kind not in _nouns("things").values() and _alike(left.kind, right.kind) >= limit("alike_things")
    )


def _extents(left: Counted, right: Counted) -> bool:
    return left.unit == right.unit


def _amounts(left: Counted, right: Counted) -> bool:
    """Bare amounts are compared only where two or more words say what they are of, and nearly the same ones."""
    many = min(len(left.kind.split()), len(right.kind.split())) >= 2
    return many and left.unit == right.unit and _alike(left.kind, right.kind) >= limit("alike_amounts")


def _alike(left: str, right: str) -> float:
    return fuzz.token_sort_ratio(left, right)
