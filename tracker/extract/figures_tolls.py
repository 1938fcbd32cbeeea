"""Tolls: a number that is told as the value of a noun before it: "brings the death toll to 45", "casualties: 12".

Read from the words rather than the parse, which loses the number as often as it finds it here.
"""

import re
from functools import cache

from tracker.extract.figures_counted import Counted, token_at
from tracker.extract.measures import Measure, classes_with, measures, phrases
from tracker.extract.parse import Token, same_sentence, text_of
from tracker.extract.quantities import Quantity

# A toll this many characters before its number belongs to something else.
REACH = 64


def find_toll(counted: Counted) -> tuple[Measure, Token] | None:
    """The measure whose toll stands before a number in its sentence, and the toll's token."""
    if counted.noun is not None and not counted.kinds & (classes_with("sums") | _unit_kinds()):
        return None
    doc, sentence = counted.head.doc, counted.head.sent
    begin = max(sentence.start_char, counted.start - REACH)
    before = text_of(doc)[begin : counted.start].lower()
    for phrase, measure in _tolls():
        at = before.rfind(phrase)
        if at < 0 or before[max(0, at - 1) : at].isalpha() or not _may_count(measure, counted):
            continue
        token = token_at(doc, begin + at + len(phrase) - 1)
        change = text_of(doc)[counted.start : counted.start + 5].lower() == "from "
        if token is not None and not _severed(before[at + len(phrase) :] + (" to" if change else "")):
            return measure, token
    return None


def _may_count(measure: Measure, counted: Counted) -> bool:
    return not counted.kinds or bool(counted.kinds & measure.counts)


def _severed(between: str) -> bool:
    """Does anything part a toll from the number: another number, a clause, a comparison?"""
    inner = _aside().sub("", between.strip(), count=1)
    if any(character.isdigit() or character in ';.!?\u201d"' for character in inner):
        return True
    if inner.endswith(":"):
        return False
    first = inner.split()[0].rstrip(",") if inner else ""
    if first not in phrases("toll_links", "first"):
        return True
    told = inner.split()
    if any(word in phrases("toll_links", "unsure") for word in told) and "have" not in told:
        return True
    return not any(link in told for link in phrases("toll_links", "value"))


@cache
def _aside() -> re.Pattern[str]:
    """ ", according to the mayor, " and the like right behind a toll, or " according to the mayor" before its "is"."""
    values = "|".join({*phrases("toll_links", "value"), *phrases("toll_links", "first")})
    return re.compile(rf"^(?:, ?[^,;.]{{3,60}},|according to [^,;.]{{3,60}}?)(?= (?:now |still )?(?:{values})\b)")


def takes_up_a_count(counted: Counted) -> bool:
    """Is a bare number told of "the number" or "the figure" that was spoken of before?"""
    if counted.noun is not None:
        return False
    sentence = counted.head.sent
    before = text_of(counted.head.doc)[max(sentence.start_char, counted.start - REACH) : counted.start].lower()
    for phrase in phrases("toll_links", "taken_up"):
        at = before.rfind(phrase)
        if at >= 0 and not before[max(0, at - 1) : at].isalpha() and not _severed(before[at + len(phrase) :]):
            return True
    return False


def is_other_count(quantity: Quantity, counted: Counted, before: Counted) -> bool:
    """Is a bare number another's count of the same: "300 people, according to police, and 500, according to …"?"""
    if counted.noun is not None or counted.of_them or quantity.unit.kind or quantity.fraction:
        return False
    if not same_sentence(counted.head, before.head):
        return False
    text = text_of(counted.head.doc)
    between = text[before.head.idx : quantity.start].lower()
    joined = between.rstrip().endswith((", and", ", or", ", but", " and", " or"))
    after = text[quantity.number_end : quantity.number_end + REACH].lower()
    return joined and "according to" in between and after.startswith(_BY_ANOTHER)


_BY_ANOTHER = (", according to", " according to")


@cache
def _tolls() -> tuple[tuple[str, Measure], ...]:
    """Every toll with its measure, the longest first: "injury toll" before "toll"."""
    pairs = [(phrase, measure) for measure in measures() for phrase in measure.tolls]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _unit_kinds() -> frozenset[str]:
    return frozenset(kind for measure in measures() for kind in measure.unit_kinds)
