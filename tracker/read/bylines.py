"""Lines that say who wrote and when, not what happened."""

import re
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon

_DIGIT = re.compile(r"\d")
_DATE_BREAK = re.compile(r"[\s,:|/·•()–—-]+")
_DATE_NUMBER = re.compile(r"\d{1,4}(st|nd|rd|th|am|pm)?|\d{1,2}\.\d{2}(am|pm)?")

# Bylines of three names and their desks are no longer than this.
_MOST_CHARACTERS = 160
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    pattern: re.Pattern[str]
    joiners: frozenset[str]
    date_words: frozenset[str]


@cache
def _signs() -> _Signs:
    lexicon = read_lexicon("furniture")["bylines"]
    return _Signs(
        pattern=re.compile("|".join(f"(?:{pattern})" for pattern in lexicon["patterns"]), re.IGNORECASE),
        joiners=frozenset(lexicon["joiners"]),
        date_words=frozenset(lexicon["date_words"]),
    )


def is_byline(words: str) -> bool:
    """Is it a line of names ("By Jane Doe and John Roe") or of a bare date?"""
    tokens = words.split()
    if len(words) > _MOST_CHARACTERS or len(tokens) > _MOST_WORDS or words.endswith((".", "?", "!", ":")):
        return False
    return bool(_signs().pattern.match(words)) or _is_names(tokens) or _is_date(words)


def _is_names(tokens: list[str]) -> bool:
    if tokens[0].casefold() != "by" or len(tokens) < 2:
        return False
    names = [token.strip(",;|()") for token in tokens[1:]]
    signs = _signs()
    capital = all(name in signs.joiners or not name.isalpha() or name[0].isupper() for name in names)
    return capital and not names[0].isdigit() and names[0].casefold() not in signs.date_words


def _is_date(words: str) -> bool:
    if not _DIGIT.search(words):
        return False
    tokens = _DATE_BREAK.sub(" ", words.casefold()).split()
    known = _signs().date_words
    return len(tokens) > 1 and all(token in known or _DATE_NUMBER.fullmatch(token) for token in tokens)
