"""Numbers with their own unit: what ranges, changes and lists are made of ("15 to 20 miles", "ages 13, 17 and 19")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.extract.numbers_words import Number
from tracker.extract.units import Unit, currency_before, is_age, rate_after, unit_after
from tracker.lexicon import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number with its own unit: what ranges and lists are made of."""

    start: int
    end: int
    number: Number
    unit: Unit


def find_pieces(text: str, numbers: Iterable[Number]) -> list[Piece]:
    """Each number with its unit, its own or that of its neighbours."""
    return _share_units(text, [_piece(text, number) for number in numbers if _stands_free(text, number)])


def _stands_free(text: str, number: Number) -> bool:
    """Is the number a word of its own, or glued to a unit? "41NBC" and "5G" are names."""
    glued = text[number.end : number.end + 1].isalpha()
    return not glued or bool(unit_after(text, number.end).kind)


def _piece(text: str, number: Number) -> Piece:
    currency = currency_before(text, number.start)
    unit = unit_after(text, number.end)
    if currency.kind:
        rate = rate_after(text, number.end)
        end = number.end
        if unit.kind == "money":
            end, rate = unit.end, unit.rate
        return Piece(start=currency.start, end=end, number=number, unit=replace(currency, rate=rate))
    if unit.name == "pound-mass" and number.scale >= 1000 and text[unit.end : unit.end + 4] != " of ":
        unit = replace(unit, name="pound sterling", kind="money", factor=1.0)  # nobody weighs in millions of pounds
    if unit.kind:
        return Piece(start=number.start, end=unit.end, number=number, unit=unit)
    if is_age(text, number.start, number.end):
        unit = Unit(name="year of age", kind="age", start=number.start, end=number.end)
    return Piece(start=number.start, end=number.end, number=number, unit=unit)


def _share_units(text: str, pieces: list[Piece]) -> list[Piece]:
    """ "15 to 20 miles", "$7-9 million", "ages 13, 17 and 19": what one of a list has, its neighbours have too."""
    shared = list(pieces)
    for index in range(len(shared) - 1, 0, -1):
        left, right = shared[index - 1], shared[index]
        if joiner_of(text, left, right) or _both_ages(text, left, right):
            shared[index - 1] = _lend(left, right)
    for index in range(1, len(shared)):
        left, right = shared[index - 1], shared[index]
        gap = text[left.end : right.start]
        lends = (left.unit.kind == "age" and _LIST.fullmatch(gap)) or joiner_of(text, left, right)
        steps = gap == " to " and left.unit.kind == "ratio" and _moved(text, left.start)
        if (
            (lends or steps)
            and not right.unit.kind
            and not re.match(r" (?!and|or|who|were|was|have|had|all|died)[a-z]{3,}", text[right.end : right.end + 12])
        ):
            shared[index] = replace(right, unit=replace(left.unit, start=-1, end=-1))
    return shared


def _both_ages(text: str, left: Piece, right: Piece) -> bool:
    """ "two kids, 11 and 13 years old": ages, told after a comma, before the last of which alone the unit stands."""
    listed = right.unit.kind == "age" and not left.unit.kind and left.number.value < 115
    return (
        listed
        and text[max(0, left.start - 2) : left.start] == ", "
        and bool(_LIST.fullmatch(text[left.end : right.start]))
    )


def _lend(left: Piece, right: Piece) -> Piece:
    """The left of a range takes the right's scale and unit where it has none: "15 to 20 million dollars"."""
    number = left.number
    scale = right.number.scale
    if number.scale == 1 and scale >= 1000 and number.value < scale and number.value <= right.number.value / scale:
        number = replace(number, value=number.value * scale)
    unit = left.unit if left.unit.kind else replace(right.unit, start=-1, end=-1)
    return replace(left, number=number, unit=unit)


_LIST = re.compile(r"(?:, and |, | and | to |-)(?:another |the other )?")
_JOINERS = re.compile(r"\s?[-–—]\s?|-? ?to ?-?|-to-| or |-? or | and | (?:up |down )to | and up to ")


def joiner_of(text: str, left: Piece, right: Piece) -> str:
    """The word that makes a range of two numbers; empty where they are two numbers."""
    gap = text[left.end : right.start]
    if len(gap) > 12 or not _JOINERS.fullmatch(gap) or right.number.scale == 0 or left.number.scale == 0:
        return ""
    if left.unit.kind and right.unit.kind and left.unit.name != right.unit.name:
        return ""
    word = gap.strip(" -–—") or "-"
    if word == "to" and _moved(text, left.start):
        return ""
    before = text[max(0, left.start - 60) : left.start].lower()
    if word == "and" and not re.search(r"\bbetween (?:\w+ ){0,2}$", before):
        return ""
    return word


def _moved(text: str, start: int) -> bool:
    """Is the first number the size of a step, the second where it led: "fell 0.4 per cent to 13,176"?"""
    before = re.findall(r"[a-z]+", text[max(0, start - 24) : start].lower())[-2:]
    return bool(before) and before[-1] != "from" and bool(direction(" ".join(before)))


def direction(before: str) -> str:
    """The way the last verb of change goes: "up", "down", or empty."""
    for word in reversed(re.findall(r"[a-z]+", before)):
        if word in words("hedges", "change", "up"):
            return "up"
        if word in words("hedges", "change", "down"):
            return "down"
    return ""
