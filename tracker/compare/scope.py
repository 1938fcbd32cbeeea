"""Figures of different things: a part and its whole, a city and its country, a day and a week, two kinds of people."""

import re
from functools import cache
from itertools import product

from rapidfuzz import fuzz

from tracker.compare.case import Statement
from tracker.compare.counted import are_forces, kinship
from tracker.compare.measures import limit
from tracker.compare.overlap import apart
from tracker.compare.places import placing
from tracker.compare.telling import counts_besides
from tracker.compare.times import window_days, window_gap
from tracker.compare.voices import Verdict, Voice
from tracker.compare.wording import on_day, quoted
from tracker.lexicon import words

_NAMED = {
    "total": "a total",
    "part": "a part of a total",
    "increment": "an addition to an earlier count",
    "cumulative": "a running total over a longer time",
    "rate": "a rate",
    "earlier": "an earlier count that was told as replaced",
}

# "The Lindqvist family", "the Al-Rashid family home": whose people a number counts.
_FAMILY = re.compile(r"\b([A-Z][\w'’]+(?:[- ][A-Z][\w'’]+)?) famil(?:y|ies)\b")

_OF_FAMILY = re.compile(
    r"(?:\W{1,3}[\w'’]{1,30}){0,2}?\W{1,3}(?:from|of) the \W?[A-Z][\w'’-]{1,30}(?:[- ][A-Z][\w'’]{1,30})?\W?"
    r" famil(?:y|ies)\b"
)

# Said of each figure alone, these compare with nothing but their like.
_OPEN_ENDED = frozenset({"cumulative", "rate", "increment"})


def scope(lesser: Voice, greater: Voice) -> Verdict | None:
    """Two numbers of different things are no conflict: part and whole, city and country, one day and another.

    A part can never exceed its whole, so 74 sailors against one dead in all is left to the rules that follow. Shown
    only where the numbers would otherwise look like a conflict (the recorders' rule: same place, time and
    definition before two counts are compared).
    """
    if not _comparable_nouns(lesser, greater):
        return Verdict(relation="")
    asked = (_scopes, _nouns, _places, _windows, _happenings, _families, _besides)
    why = next((why for question in asked if (why := question(lesser, greater))), "")
    if not why:
        return None
    near_miss = apart(lesser, greater) and not _told_with_its_whole(lesser)
    return Verdict(relation="scope" if near_miss else "", why=why)


def _comparable_nouns(lesser: Voice, greater: Voice) -> bool:
    """Different things counted are two counts, not even a near miss; different people may be taken for one count."""
    measure = lesser.first.measure
    return measure.counts == "people" or kinship(lesser.first.counted, greater.first.counted, measure) != "apart"


def _scopes(lesser: Voice, greater: Voice) -> str:
    one, other = lesser.first.position.scope, greater.first.position.scope
    if one == other == "part":
        return "" if _one_part(lesser, greater) else "each is a part of a total, and not surely the same part"
    if one == other == "earlier":
        return "each is an earlier count that was told as replaced"
    if any(told.figure.of_total == greater.best for told in lesser.statements):
        return "the first is told as a part of the second"
    if one == other:
        return _spans(lesser, greater) if one in _OPEN_ENDED else ""
    if _part_exceeds(lesser, greater):
        return ""
    return f"the first is {_NAMED.get(one, one)}, the second {_NAMED.get(other, other)}"


def _told_with_its_whole(voice: Voice) -> bool:
    """A part or an addition printed beside its own total ("45, 19 of whom"; "160, one more") misleads nobody."""
    return voice.first.position.scope in {"part", "increment"} and all(
        told.figure.of_total is not None or _beside_a_greater(told) for told in voice.statements
    )


def _beside_a_greater(told: Statement) -> bool:
    return any(other.scope == "total" and other.best > told.figure.best for other in told.beside)


def _one_part(lesser: Voice, greater: Voice) -> bool:
    """Two parts are one part where they are of one noun and of one known whole: 21 of 49 drones, 27 of 49."""
    wholes = {told.figure.of_total for told in (*lesser.statements, *greater.statements)}
    return lesser.first.counted == greater.first.counted and len(wholes) == 1 and None not in wholes


def _spans(lesser: Voice, greater: Voice) -> str:
    same = lesser.first.window == greater.first.window and any(lesser.first.window)
    return "" if same else "they do not surely run over the same time"


def _nouns(lesser: Voice, greater: Voice) -> str:
    one, other = lesser.first.counted, greater.first.counted
    kin = kinship(one, other, lesser.first.measure)
    if kin == "apart":
        return f"they count different people: {_noun(lesser)}, {_noun(greater)}"
    if kin == "part" and lesser.best != greater.best and not _forces_are_all(lesser, greater):
        return f"{_noun(lesser)} are a part of {_noun(greater)}"
    return ""


def _forces_are_all(lesser: Voice, greater: Voice) -> bool:
    """Of a strike on troops the troops are all there are: positions call them a part where anyone else is counted."""
    whole = lesser.first.position.scope == greater.first.position.scope == "total"
    return whole and are_forces(lesser.first.counted) and greater.first.counted.kind == "people"


def _noun(voice: Voice) -> str:
    """The people a voice counts as its figure prints them ("Russian servicemen"), else by their kind."""
    printed = " ".join(voice.statements[0].figure.counted.split())
    whose = "its own" if voice.first.counted.own_of else "its enemy's" if voice.first.counted.foe_of else ""
    if whose:
        return f"{quoted(voice.statements[0].figure.text)} ({whose})"
    named = " ".join((*map(str.title, voice.first.counted.names), voice.first.counted.kind or "those counted"))
    return f"“{printed}”" if printed else named


def _part_exceeds(lesser: Voice, greater: Voice) -> bool:
    """A narrower noun counted higher than the wider one, by a figure that is not itself told as a part."""
    told_as_part = any(told.figure.scope == "part" for told in (*lesser.statements, *greater.statements))
    narrower = kinship(greater.first.counted, lesser.first.counted, lesser.first.measure) == "part"
    return narrower and not told_as_part and greater.first.position.scope == "part" and apart(lesser, greater)


def _places(lesser: Voice, greater: Voice) -> str:
    one, other = lesser.first.place, greater.first.place
    found = placing(one, other)
    if found == "inside" and lesser.best != greater.best:
        return f"{one} is a part of {other}"
    return f"one is of {one}, the other of {other}" if found == "apart" else ""


def _windows(lesser: Voice, greater: Voice) -> str:
    one, other = lesser.first.window, greater.first.window
    slack = 0 if lesser.articles & greater.articles else limit("date_slack_days")
    if (window_gap(one, other) or 0) > slack:
        return f"one is of {on_day(one[0])}, the other of {on_day(other[0])}"
    if all((*one, *other)) and abs(window_days(one) - window_days(other)) > limit("date_slack_days"):
        return "one covers more days than the other"
    return ""


def _happenings(lesser: Voice, greater: Voice) -> str:
    """Is one of them, by the words of its sentence, the number of several happenings, and the other of one?"""
    one, other = _of_several(lesser), _of_several(greater)
    if one == other:
        return ""
    return f"the {'first' if one else 'second'} is of several happenings together"


def _of_several(voice: Voice) -> bool:
    return all(map(is_of_several, voice.statements))


def is_of_several(told: Statement) -> bool:
    """ "Twenty were hurt in 12 shootings": a number of several happenings, by the words of its sentence."""
    sentence = told.context.sentence or told.claim.text
    line = sentence.casefold()
    # Few sentences name a happening in the plural, and only these are worth the pattern.
    return any(noun in line for noun in words("tallies", "several", "nouns")) and bool(_several().search(sentence))


def is_of_one_among_several(told: Statement) -> bool:
    """ "Four were hurt in a single incident": there were others."""
    return _alone().search(told.context.sentence or told.claim.text) is not None


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('tallies', 'several', 'alone')))})\b", re.IGNORECASE)


def _families(lesser: Voice, greater: Voice) -> str:
    """The dead of two families, each named in the sentence of its number."""
    if all(map(_is_of_family, lesser.statements)) and not any(map(_is_of_family, greater.statements)):
        return "the first counts one family alone"
    one, other = _named_families(lesser), _named_families(greater)
    if (
        not one
        or not other
        or any(fuzz.ratio(*map(str.casefold, pair)) >= limit("alike_places") for pair in product(one, other))
    ):
        return ""
    return f"one is of the {min(one)} family, the other of the {min(other)} family"


def _is_of_family(told: Statement) -> bool:
    """ "Ten members of the Oda family", "no deaths from the Oda family": the number is the family's."""
    return _OF_FAMILY.match(told.context.after) is not None


def _named_families(voice: Voice) -> set[str]:
    """The families named with every statement of a voice; none where one of them names nobody."""
    # Many statements may stand in one sentence, which is read once: one of 20,000 characters held 2,000 of them.
    sentences = dict.fromkeys(told.context.sentence or told.claim.text for told in voice.statements)
    named = [set(_FAMILY.findall(sentence)) for sentence in sentences]
    return set.union(*named) if all(named) else set()


def _besides(lesser: Voice, greater: Voice) -> str:
    """Are "two others" counted besides some who are in the other number?"""
    one, other = (all(map(counts_besides, voice.statements)) for voice in (lesser, greater))
    if one == other:
        return ""
    return f"the {'first' if one else 'second'} counts people besides others who were told of before"


@cache
def _several() -> re.Pattern[str]:
    nouns, many, spread = ("|".join(sorted(words("tallies", "several", key))) for key in ("nouns", "many", "spread"))
    return re.compile(
        rf"\b(?:(?:{many}|\d+)\s+(?:[\w-]+\s+){{0,3}}(?:{nouns})|(?:{nouns})\s+(?:{spread}))\b", re.IGNORECASE
    )
