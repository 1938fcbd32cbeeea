"""Numbers printed beside the story: the age behind a name or a person, the mark of a note."""

import re

from tracker.extract.figures_counted import kinds_of
from tracker.extract.measures import classes_with
from tracker.extract.parse import Doc, Token, text_of
from tracker.extract.quantities import Quantity

# Nobody older is hurt; a bare number above it is no age.
OLDEST = 110

_AGE_AHEAD = re.compile(r"\s{0,2}-?\s{0,2}(?:,|and|or|to)\s{1,2}\d{1,3}[- ](?:year|month)s?\b")
_CLOSING = re.compile(r"\s{0,2}(?:[,;.()–—]|and\b|$)")


def is_aside(doc: Doc, quantity: Quantity) -> bool:
    """Is a bare number no count at all: "a clerk, 52, was hurt", "19- and 20-year-old brothers", "the quay.[14]"?"""
    text, start, end = text_of(doc), quantity.number_start, quantity.number_end
    if text[max(0, start - 1) : start] == "[" and text[end : end + 1] == "]":
        return True
    if quantity.words or quantity.hedge or not 0 < quantity.value <= OLDEST:
        return False
    return bool(_AGE_AHEAD.match(text, end)) or (bool(_CLOSING.match(text, end)) and _behind_person(doc, start))


def _behind_person(doc: Doc, start: int) -> bool:
    """Does a person's name, a person and a comma, or "two others" stand right before?"""
    before = [token for token in doc if token.idx < start][-2:]
    if len(before) < 2:
        return False
    person, mark = before
    if mark.text == ",":
        return _is_person(person)
    return mark.lower_ == "others"


def _is_person(token: Token) -> bool:
    if token.ent_type_ == "PERSON":
        return True
    return token.pos_ == "NOUN" and token.tag_ == "NN" and bool(kinds_of(token) & classes_with("sums"))
