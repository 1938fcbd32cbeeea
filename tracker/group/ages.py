"""To whom: the ages that a report tells first, which part the happenings of one town better than words."""

import re
from collections.abc import Iterator
from functools import cache

from tracker.lexicon import read_lexicon

# The headline and the first paragraphs, in characters: who was hurt stands there, who saw it stands later.
WHO = 1000
# Letters of the longest number that is spelled in one word, "seventeen", and some.
LONGEST_NUMBER = 12


def read_ages(text: str) -> frozenset[int]:
    """The ages of people in a text: "a 12-year-old", "six years old", "Ann Roe, 34,", "aged 7"."""
    folded = text.casefold()
    between, behind = _after_signs()
    found = [*_before_years(folded), *behind.findall(folded), *(between.findall(folded) if ", " in folded else ())]
    return frozenset(int(word) if word.isdecimal() else _spelled()[word] for word in found)


def _before_years(folded: str) -> Iterator[str]:
    """The numbers before "years old": that is looked for first, as every other word might begin like a number."""
    years, number = _years()
    for match in years.finditer(folded):
        # A look at the longest of numbers is enough, and as far as the text itself tells where a word begins.
        if told := number.search(folded, max(match.start() - LONGEST_NUMBER, 0), match.start()):
            yield told[1]


@cache
def _years() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """What stands behind an age ("-year-old"), and the age at the end of what stands before."""
    after = "|".join(read_lexicon("common")["ages"]["after"])
    return re.compile(rf"[- ](?:{after})\b"), re.compile(rf"\b(\d{{1,3}}|{'|'.join(_spelled())})\Z")


@cache
def _after_signs() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """An age between commas, and behind "aged": each begins with what few places of a text have."""
    before = "|".join(rf"{word}(?<!\w{word})" for word in read_lexicon("common")["ages"]["before"])
    return re.compile(r",(?<=[a-z],)\s(\d{1,2})(?=[,.;])"), re.compile(rf"(?:{before})\s(\d{{1,2}})\b")


@cache
def _spelled() -> dict[str, int]:
    numbers = read_lexicon("numbers")
    return {**numbers["units"], **numbers["teens"], **numbers["tens"]}
