"""To whom: the ages that a report tells first, which part the happenings of one town better than words."""

import re
from functools import cache

from tracker.lexicon import read_lexicon

# The headline and the first paragraphs, in characters: who was hurt stands there, who saw it stands later.
WHO = 1000


def read_ages(text: str) -> frozenset[int]:
    """The ages of people in a text: "a 12-year-old", "six years old", "Ann Roe, 34,", "aged 7"."""
    folded = text.casefold()
    found = (
        match[1]
        for marks, pattern in _ages()
        if any(mark in folded for mark in marks)
        for match in pattern.finditer(folded)
    )
    return frozenset(int(word) if word.isdecimal() else _spelled()[word] for word in found)


@cache
def _ages() -> "tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]":
    """Patterns, each with the marks of which one stands in every text it fits: looking for these is faster."""
    told = read_lexicon("common")["ages"]
    after, before = ("|".join(told[name]) for name in ("after", "before"))
    spelled = "|".join(_spelled())
    return (
        (tuple(told["after"]), re.compile(rf"\b(\d{{1,3}}|{spelled})[- ](?:{after})\b")),
        ((", ",), re.compile(r"(?<=[a-z]),\s(\d{1,2})(?=[,.;])")),
        (tuple(told["before"]), re.compile(rf"\b(?:{before})\s(\d{{1,2}})\b")),
    )


@cache
def _spelled() -> dict[str, int]:
    numbers = read_lexicon("numbers")
    return {**numbers["units"], **numbers["teens"], **numbers["tens"]}
