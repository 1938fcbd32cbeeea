"""Quantities in plain text: number, hedge, range and unit put together, with the interval the words allow.

``read_quantities`` gives every quantity of a text, whatever it counts; ``figures`` keeps those that count something.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from tracker.extract.hedges import Hedge, find_vague, hedge_after, hedge_before, increment_start, interval, is_increment
from tracker.extract.numbers import find_numbers
from tracker.extract.quantities_pieces import Piece, direction, find_pieces, joiner_of
from tracker.extract.units import NONE, Unit, rate_after, unit_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with the words that belong to it. Values are as printed, before any conversion of units.

    ``start`` to ``end`` covers hedge, number and unit; ``number_start`` to ``number_end`` the last number alone.
    ``first`` is the lower number of a range, or the earlier figure of a change ("from 41 to 45"); ``joiner`` the word
    between. ``of_total`` is the 49 of "21 of 49"; ``role`` is "whole" for that 49, "earlier" for 41 in "up from 41".
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    low: float
    high: float
    bound: str
    hedge: str = ""
    unit: Unit = NONE
    rate: str = ""
    first: float | None = None
    joiner: str = ""
    of_total: float | None = None
    trend: str = ""
    role: str = ""
    increment: bool = False
    fraction: bool = False
    words: bool = False


def plain(value: float, start: int, end: int) -> Quantity:
    """An exact count told without a number: "a man", "no one"."""
    return Quantity(
        start=start,
        end=end,
        number_start=start,
        number_end=end,
        value=value,
        low=value,
        high=value,
        bound="exact",
        words=True,
    )


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text in order: counts, money, distances, shares, ages, durations."""
    pieces = find_pieces(text, find_numbers(text))
    certain = list(_ratios(text, list(_joined(text, pieces))))
    taken = [(quantity.start, quantity.end) for quantity in certain]
    vague = [
        found for found in _vague(text) if not any(found.start < end and start < found.end for start, end in taken)
    ]
    return tuple(_parts(text, sorted([*certain, *vague], key=lambda found: found.number_start)))


def _joined(text: str, pieces: Sequence[Piece]) -> Iterator[Quantity]:
    """Pieces as quantities, two that make a range or a change as one."""
    index = 0
    while index < len(pieces):
        left = pieces[index]
        if index + 1 < len(pieces) and (joiner := joiner_of(text, left, pieces[index + 1])):
            found = _range(text, left, pieces[index + 1], joiner)
            if found is not None:
                yield found
                index += 2
                continue
        yield _single(text, left)
        index += 1


def _range(text: str, left: Piece, right: Piece, joiner: str) -> Quantity | None:
    low, high = left.number.value, right.number.value
    if low <= 0 < high and joiner == "-":
        return None
    changed = _changed(text, left.start, falls=low > high) if joiner in {"to", "up to", "down to"} else ""
    whole = _single(text, right)
    opening = re.search(r"\b(?:between|from) (?:\w+ ){0,2}$", text[max(0, left.start - 40) : left.start].lower())
    hedge = hedge_before(text, left.start)
    start = left.start - len(opening.group()) if opening else hedge.start if hedge else left.start
    if changed:
        return replace(whole, start=min(start, whole.start), first=low, joiner="to", trend=changed)
    if low >= high or (joiner == "or" and high > 3 * low + 3):
        return None
    name = hedge.name if hedge and hedge.bound == "about" else ""
    found = replace(
        whole, start=start, low=low, high=high, value=low, bound="range", first=low, joiner=joiner, hedge=name
    )
    if hedge and hedge.bound in {"at_least", "at_most"}:
        low, high = interval(hedge, low)[0], interval(hedge, found.high)[1]
        return replace(found, low=low, high=high, bound=hedge.bound)
    return found


_IN = re.compile(r" (?:in|out of|in every) ")


def _ratios(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "one in three", "one out of ten" are one share, not two numbers."""
    skip = False
    for quantity, following in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        gap = text[quantity.number_end : following.start] if following else ""
        if following and quantity.value == 1 < following.value <= 20 and not quantity.unit.kind and _IN.fullmatch(gap):
            share = 1 / following.value
            yield replace(
                quantity,
                end=following.end,
                number_end=following.number_end,
                value=share,
                low=share,
                high=share,
                fraction=True,
            )
            skip = True
        else:
            yield quantity


def _single(text: str, piece: Piece) -> Quantity:
    hedge = (
        None
        if text[piece.end : piece.end + 4] == " of " and piece.number.value == 1
        else hedge_before(text, piece.start)
    )
    after = hedge_after(text, piece.end)
    if hedge is None or (hedge.bound == "exact" and after):
        hedge = after or hedge
    applied = hedge or Hedge()
    value = piece.number.value
    low, high = interval(applied, value)
    ends = [piece.start, piece.end] + ([applied.start, applied.end] if applied.name else [])
    start = min(ends)
    increment = is_increment(text, piece.start, piece.end)
    if increment:
        start = min(start, increment_start(text, piece.start))
    rate = piece.unit.rate or ("" if piece.unit.kind else rate_after(text, piece.end))
    return Quantity(
        start=start, end=max(ends), number_start=piece.number.start, number_end=piece.number.end, value=value,
        low=low, high=high, bound=applied.bound, hedge=applied.name, unit=piece.unit, rate=rate,
        trend=_trend(text, start), increment=increment, fraction=piece.number.scale == 0, words=piece.number.words,
    )  # fmt: skip


def _vague(text: str) -> Iterator[Quantity]:
    for found in find_vague(text):
        hedge = hedge_before(text, found.start)
        unit = unit_after(text, found.end)
        low, high, bound = found.low, found.high, "vague"
        if hedge and hedge.bound == "at_least":
            high, bound = float("inf"), "at_least"
        if hedge and hedge.bound == "at_most":
            low, bound = 0.0, "at_most"
        end = unit.end if unit.kind else found.end
        start = hedge.start if hedge else found.start
        yield Quantity(
            start=start, end=end, number_start=found.start, number_end=found.end, value=found.best, low=low, high=high,
            bound=bound, hedge=hedge.name if hedge else "", unit=unit, rate=unit.rate, words=True,
            increment=is_increment(text, found.start, found.end),
        )  # fmt: skip


_OF = re.compile(
    r" (?:out )?of (?:the |its |their |those |these |all )?(?:[\w-]{2,24}['’]s? )?"
    r"(?:nearly |about |some |more than |at least |estimated )?"
)
_FROM = re.compile(
    r"\b(?:up|down|from|compared with|compared to|instead of) "
    r"(?:from |the |an estimated |about |an earlier |a previous )?$"
)


def _parts(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Ties a part to its whole ("21 of 49") and marks the earlier figure of a change ("45, up from 41")."""
    wholes = {}
    for left, right in pairwise(found):
        if (
            _OF.fullmatch(text[left.number_end : right.number_start])
            and left.value <= right.value
            and not left.unit.kind
        ):
            wholes[left.number_start], wholes[right.number_start] = right.value, -1.0
    for quantity in found:
        whole = wholes.get(quantity.number_start)
        before = text[max(0, quantity.start - 40) : quantity.start].lower()
        if whole == -1.0:
            yield replace(quantity, role="whole")
        elif whole is not None:
            yield replace(quantity, of_total=whole)
        elif quantity.first is None and (match := _FROM.search(before)) and _is_earlier(text, quantity, match.group()):
            yield replace(quantity, role="earlier")
        else:
            yield quantity


def _is_earlier(text: str, quantity: Quantity, words_before: str) -> bool:
    """ "to 45 from 41", "up from 41", never "12 people from 3 towns" or "up 9 per cent"."""
    if not words_before.strip().endswith("from"):
        return words_before.startswith(("compared", "instead"))
    if words_before.startswith(("up", "down")):
        return True
    before = text[max(0, quantity.start - 70) : quantity.start]
    return bool(re.search(r"\bto \D{0,18}\d[\d,.]* (?:\w+ ){0,4}from (?:\w+ )?$", before))


def _changed(text: str, start: int, *, falls: bool) -> str:
    """ "up" or "down" where "from 41 to 45" is a change, not a range: after a verb of change, or when it falls."""
    before = text[max(0, start - 60) : start].lower()
    if not re.search(r"\bfrom (?:\w+ ){0,2}[$£€]?$", before):
        return ""
    return direction(before) or ("down" if falls else "")


def _trend(text: str, start: int) -> str:
    """Which way a figure moved: "up 9.4 per cent", "fell 0.4 per cent"."""
    before = re.findall(r"[a-z]+", text[max(0, start - 40) : start].lower())[-2:]
    return direction(" ".join(before)) if not before or before[-1] not in {"to", "at", "of"} else ""
