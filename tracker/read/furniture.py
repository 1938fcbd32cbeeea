"""What one paragraph is, seen alone: furniture of the page, a byline, a caption with its credit, or not known yet.

The words are data (``lexicon/en/furniture.toml``); here is how they are put to use.
"""

import re
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon
from tracker.model import Zone
from tracker.read.bylines import is_byline
from tracker.read.captions import find_caption, is_credit

UNDECIDED = ""

_COUNT = re.compile(r"\s?\(\d{1,6}\)$")
_OUTER = " \"'“”‘*#:;.,!?|>»<«•·–—-_[]()"

# Buttons and headings of boxes are shorter than this.
_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    short: int
    lines: frozenset[str]
    pattern: re.Pattern[str]
    comments: frozenset[str]
    links: frozenset[str]


@cache
def _signs() -> _Signs:
    lexicon = read_lexicon("furniture")
    return _Signs(
        short=lexicon["dropped"]["short"],
        lines=frozenset(lexicon["dropped"]["lines"]),
        pattern=re.compile("|".join(f"(?:{pattern})" for pattern in lexicon["dropped"]["patterns"]), re.IGNORECASE),
        comments=frozenset(lexicon["comments"]["headings"]),
        links=frozenset(lexicon["links"]["headings"]),
    )


def judge(words: str) -> tuple[Zone, ...]:
    """The zones of a paragraph, placed from its own start: ``UNDECIDED`` where the paragraph alone does not tell."""
    whole = Zone(start=0, end=len(words), kind=UNDECIDED)
    if is_furniture(words):
        return (_as(whole, "dropped"),)
    if is_byline(words):
        return (_as(whole, "byline"),)
    caption = find_caption(words)
    return around(whole, caption) if caption else (whole,)


def around(whole: Zone, kept: Zone) -> tuple[Zone, ...]:
    """``kept``, with what stands before and after it in ``whole`` dropped."""
    before = Zone(start=whole.start, end=kept.start, kind="dropped")
    after = Zone(start=kept.end, end=whole.end, kind="dropped")
    return tuple(piece for piece in (before, kept, after) if piece.start < piece.end)


def _as(zone: Zone, kind: str) -> Zone:
    return Zone(start=zone.start, end=zone.end, kind=kind)


def fold(words: str) -> str:
    """Words as compared: without case, outer punctuation, a count in brackets, or kinds of quotation marks."""
    plain = " ".join(words.casefold().replace("’", "'").split())
    return _COUNT.sub("", plain).strip(_OUTER) if plain.endswith(")") else plain.strip(_OUTER)


def is_furniture(words: str) -> bool:
    """Is the paragraph something the page carries besides reporting?"""
    signs = _signs()
    if not any(map(str.isalnum, words)):
        return True
    if len(words) > 10 * signs.short or len(words.split()) > signs.short:
        return False
    line = len(words) <= _LONGEST_LINE and fold(words) in signs.lines
    return line or is_credit(words) or bool(signs.pattern.match(words))


def is_link_heading(words: str) -> bool:
    """Does the paragraph stand above a list of other articles?"""
    return len(words) <= _LONGEST_LINE and fold(words) in _signs().links


def is_comment_heading(words: str) -> bool:
    """Does the paragraph open the part of a page where its readers speak?"""
    return len(words) <= _LONGEST_LINE and fold(words) in _signs().comments
