"""Number words: "twenty-seven", "two hundred and five thousand", "half a dozen", "a third of".

The words and their values are in ``lexicon/en/numbers.toml``. What is read are lexemes: a text cut into words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tracker.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Number:
    """A number as printed: where it stands, what it is worth, and whether a scale word closed it ("1.5 million")."""

    start: int
    end: int
    value: float
    words: bool = False
    scale: float = 1.0


class Lexeme(NamedTuple):
    """A piece of text the number grammar can read: a numeral, a number word, or a word that ends a number."""

    text: str
    start: int
    end: int
    value: float | None = None


def read_words(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    """Number words: "twenty-seven", "two hundred and five thousand", "one and a half million", "three dozen"."""
    total, current, floor, at, end, scale = 0.0, 0.0, 1e18, index, lexemes[index].start, 1.0
    while (lexeme := near(text, lexemes, at, end) if at > index else lexemes[index]) is not None:
        word = lexeme.text
        if word in small() and _fits(current, small()[word], start=at == index or floor < 1e18):
            current += small()[word]
        elif word == "hundred" and 0 < current < 100:
            current, scale = current * 100, 100.0
        elif word in scales() and current and scales()[word] < floor:
            floor = scale = scales()[word]
            total, current = total + current * floor, 0.0
        elif word in groups() and current and not total:
            current, scale, at, end = current * groups()[word], groups()[word], at + 1, lexeme.end
            break
        elif word == "and" and (more := _after_and(text, lexemes, at, scale=scale)):
            if more == "half":
                current, at, end = current + 0.5, at + 3, lexemes[at + 2].end
                continue
        else:
            break
        at, end = at + 1, lexeme.end
    number = Number(start=lexemes[index].start, end=end, value=clean(total + current), words=True, scale=scale)
    return number, at


def _after_and(text: str, lexemes: Sequence[Lexeme], at: int, *, scale: float) -> str:
    """What goes on after "and" inside a number: "a half", or tens and units after a hundred or thousand."""
    following = [lexeme.text for lexeme in lexemes[at + 1 : at + 3]]
    if following == ["a", "half"]:
        return "half"
    if scale < 100 or not following or following[0] not in small():
        return ""
    if scale >= 1000 and scales().get(following[-1], 0) >= scale:
        return ""  # "between six million and eleven million" is two numbers
    # "killed two hundred and three were wounded" is two numbers; rare enough to read as one
    return "number"


def _fits(current: float, value: float, *, start: bool) -> bool:
    """May a unit, teen or ten follow what was read? "twenty" + "seven", "two hundred" + "six", never "one" + "two"."""
    if current == 0:
        return (start and value > 0) or start
    if current % 100 == 0:
        return value > 0
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def read_article(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    """Numbers that open with an article or a half: "a dozen", "half a million", "a quarter of a million"."""
    part, at = 1.0, index
    if lexemes[at].text in {"half", "quarter"}:
        part, at = fractions()[lexemes[at].text], at + 1
        if at < len(lexemes) and lexemes[at].text == "of":
            at += 1
    if at + 1 >= len(lexemes) or (at == index and lexemes[at].text not in {"a", "an"}):
        return None
    if lexemes[at].text in {"a", "an"}:
        at += 1
    size = sizes().get(lexemes[at].text)
    if size is None or not adjacent(text, lexemes, index, at):
        return None
    if lexemes[at].text == "score" and text[lexemes[at].end : lexemes[at].end + 3] != " of":
        return None
    return _with_rest(text, lexemes, index, at, part * size)


def _with_rest(text: str, lexemes: Sequence[Lexeme], index: int, at: int, value: float) -> tuple[Number, int]:
    """ "a hundred" may go on: "a hundred and twenty", "a hundred thousand"."""
    end, after, scale = lexemes[at].end, at + 1, value
    following = near(text, lexemes, after, end)
    if following and following.text in scales() and value == 100:
        value, end, after = value * scales()[following.text], following.end, after + 1
    elif following and following.text == "and" and (rest := _tail(text, lexemes, after + 1)) and rest[0].value < value:
        value, end, after = value + rest[0].value, rest[0].end, rest[1]
    return Number(start=lexemes[index].start, end=end, value=clean(value), words=True, scale=scale), after


def _tail(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    if index < len(lexemes) and lexemes[index].text in small():
        return read_words(text, lexemes, index)
    return None


def read_fraction(text: str, lexemes: Sequence[Lexeme], index: int) -> tuple[Number, int] | None:
    """Fractions of a whole: "a third of", "two-thirds of", "three quarters"; ordinals ("the third man") are none."""
    first, following = lexemes[index], near(text, lexemes, index + 1, lexemes[index].end)
    if first.text == "half" and _HALF_OF.match(text, first.end):
        return Number(start=first.start, end=first.end, value=0.5, words=True, scale=0.0), index + 1
    if following is None or following.text not in fractions():
        return None
    if following.text in {"half", "quarter"} and first.text not in {"a", "one"}:
        return None
    if first.text not in {"a", *small()} or text[following.end : following.end + 4] not in {" of ", " the"}:
        return None
    value = small().get(first.text, 1.0) * fractions()[following.text]
    return Number(start=first.start, end=following.end, value=value, words=True, scale=0.0), index + 2


# "Half of the 120 passengers": of a number that is told.
_HALF_OF = re.compile(r" of (?:the |its |their |those |all )+(?=\d)")


def near(text: str, lexemes: Sequence[Lexeme], at: int, end: int) -> Lexeme | None:
    """The next lexeme, if nothing but a space or a hyphen parts it from what was read."""
    if at < len(lexemes) and text[end : lexemes[at].start] in {"", " ", "-", "\u2011"}:
        return lexemes[at]
    return None


def adjacent(text: str, lexemes: Sequence[Lexeme], first: int, last: int) -> bool:
    """Do the lexemes follow one another with only a space or hyphen between?"""
    return all(text[lexemes[i].end : lexemes[i + 1].start] in {" ", "-"} for i in range(first, last))


def clean(value: float) -> float:
    """1.1 million is 1100000.0000000002 in floating point; twelve figures are more than any news prints."""
    return float(f"{value:.12g}")


@cache
def small() -> dict[str, float]:
    """Units, teens and tens by word."""
    lexicon = read_lexicon("numbers")
    return {**lexicon["units"], **lexicon["teens"], **lexicon["tens"]}


@cache
def sizes() -> dict[str, float]:
    """What a number may be multiplied by: hundred, thousand, dozen."""
    return {"hundred": 100.0, **scales(), **groups()}


@cache
def scales() -> dict[str, float]:
    """Thousand, million and so on by word."""
    return {word: float(value) for word, value in read_lexicon("numbers")["scales"].items()}


@cache
def groups() -> dict[str, float]:
    """Dozen and score."""
    return {word: float(value) for word, value in read_lexicon("numbers")["groups"].items()}


@cache
def fractions() -> dict[str, float]:
    """Half, third, quarter and so on."""
    return dict(read_lexicon("numbers")["fractions"])


@cache
def characters() -> dict[str, float]:
    """Printed fractions: ½."""
    return dict(read_lexicon("numbers")["characters"])
