"""Which words stand in a text: asked before a pattern that looks for them is tried, which takes far longer."""

import re
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = re.compile(r"[a-z]+")
_BEHIND_DIGIT = re.compile(r"\d(\D)")


@lru_cache(maxsize=8)
def spelled(text: str) -> frozenset[str]:
    """The runs of letters in a text, in small letters; letters with accents part them."""
    return frozenset(_LETTERS.findall(text.lower()))


@lru_cache(maxsize=8)
def behind_digits(text: str) -> frozenset[str]:
    """The characters that follow a digit somewhere in a text."""
    return frozenset(_BEHIND_DIGIT.findall(text))


def needed(phrases: Iterable[str]) -> frozenset[str]:
    """Of each phrase its longest run of letters: a text that spells none of these holds none of the phrases."""
    return frozenset(max(_LETTERS.findall(phrase.lower()), key=len) for phrase in phrases)
