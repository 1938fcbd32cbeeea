"""To whom: the ages that a report tells first, which part the happenings of one town better than words."""

import re
from functools import cache

from tracker.lexicon import read_lexicon

# The headline and the first paragraphs, in characters: who was hurt stands there, who saw it stands later.
WHO = 1000


def read_ages(text: str) -> frozenset[int]:
    """The ages of people in a text: "a 12-year-old", "six years old", "Ann Roe, 34,", "aged 7"."""
    found = (next(filter(None, match.groups())).casefold() for match in _ages().finditer(text))
    numbers = read_lexicon("numbers")
    spelled = numbers["units"] | numbers["teens"] | numbers["tens"]
    return frozenset(int(word) if word.isdecimal() else spelled[word] for word in found)


@cache
def _ages() -> "re.Pattern[str]":
    numbers, told = read_lexicon("numbers"), read_lexicon("common")["ages"]
    spelled = "|".join((*numbers["units"], *numbers["teens"], *numbers["tens"]))
    after, before = ("|".join(told[name]) for name in ("after", "before"))
    return re.compile(
        rf"\b(\d{{1,3}}|{spelled})[- ](?:{after})\b|(?<=[a-z]),\s(\d{{1,2}})(?=[,.;])|\b(?:{before})\s(\d{{1,2}})\b",
        re.IGNORECASE,
    )
