"""The caption in a paragraph that is one for sure: by WordPress's shortcode, by a label, or by its picture credit.

The credit and the rest stay out of the caption's zone: "EPAFirefighters at work" was not said by an "EPAFirefighters".
Labels and agencies are data (``lexicon/en/furniture.toml``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon
from tracker.model import Zone

# A caption of more words than this is a paragraph that happens to name an agency.
_LONGEST_CAPTION = 120

# A credit stands within this many characters of a caption's end; looking no further keeps long paragraphs quick.
_CREDIT_ROOM = 120

# "Jane Doe / " before the agency of a credit.
_NAME = r"[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3}"
_PERSON = rf"{_NAME}\s?/\s?"

# What a caption begins with when a credit is glued to it. Three letters at least after the capital, or a known short
# word: "EPAFirefighters" and "TwitterA view" are glued, "APCs" and "PACs" are words of their own.
_GLUED_START = r"(?=[A-Z][a-z]{2}|[A-Z][a-z]+['’]|A [a-z]|(?:An|At|As|In|On|It|He|No|By|To|Mr|Ms|Dr) |[\"“‘'][A-Z])"

# None of these in the last words of a sentence, and no credit is in it.
_CREDIT_SIGNS = frozenset("/:©()[]")

# WordPress keeps a picture's caption between these two; pasted text often has only the second.
_SHORTCODE_OPEN = re.compile(r"\[caption\b[^\]]{0,300}\]\s*")
_SHORTCODE_CLOSE = re.compile(r"(?<!\s)\s*\[/caption\]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    label: re.Pattern[str]
    glued: re.Pattern[str]
    credit: re.Pattern[str]
    alone: re.Pattern[str]


def find_caption(words: str) -> Zone | None:
    """The caption inside a paragraph that is one for sure: shortcode, label, or credit. Its zone leaves those out."""
    if len(words) > 100 * _LONGEST_CAPTION or len(words.split()) > _LONGEST_CAPTION:
        return None
    start = _opening(words)
    end = _closing(words, start)
    if start == 0 and end == len(words):
        return None
    inner = words[start:end]
    kept = Zone(start=start + len(inner) - len(inner.lstrip()), end=start + len(inner.rstrip()), kind="caption")
    return kept if kept.start < kept.end else Zone(start=0, end=0, kind="caption")


def is_credit(words: str) -> bool:
    """Is it a credit on a line of its own: "Reuters", "Jane Doe/EPA", "Photo: Jane Doe, The Daily"?"""
    return len(words) <= _CREDIT_ROOM and bool(_signs().alone.fullmatch(words))


def _opening(words: str) -> int:
    """Where the words of a caption begin, past shortcode, label and glued credit."""
    start = 0
    for rule in (_SHORTCODE_OPEN, _signs().label, _signs().glued):
        found = rule.match(words, start)
        start = found.end() if found and len(words[found.end() :].split()) >= 3 else start
    return start


def _closing(words: str, start: int) -> int:
    """Where the words of a caption end, before shortcode and credit."""
    end = len(words)
    for rule in (_SHORTCODE_CLOSE, _signs().credit):
        tail = max(start, end - _CREDIT_ROOM)
        found = rule.search(words, tail, end) if _may_hold_credit(words[tail:end]) else None
        end = found.start() if found else end
    return len(words[:end].rstrip())


def _may_hold_credit(tail: str) -> bool:
    """A cheap look before the search: most paragraphs end in a plain sentence."""
    return not tail.endswith((".", "”", '"', "?", "!")) or not _CREDIT_SIGNS.isdisjoint(tail)


@cache
def _signs() -> _Signs:
    lexicon = read_lexicon("furniture")
    names, labels = _either(lexicon["credits"]["names"]), _either(lexicon["credits"]["labels"])
    return _Signs(
        label=_label(**lexicon["captions"]),
        glued=re.compile(rf"(?:{_PERSON})?(?:{names}){_GLUED_START}"),
        credit=_credit(rf"\b(?:{names})\b", labels),
        alone=_alone(names, labels),
    )


def _either(words: Iterable[str]) -> str:
    """An alternation, the longest first, so that "Getty Images" is not taken for "Getty"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _label(*, labels: Iterable[str], openings: Iterable[str]) -> re.Pattern[str]:
    """What tells a caption by its first words: "FILE PHOTO: …", "Image caption, …", "FILE - …"."""
    return re.compile(rf"(?:(?:{_either(labels)})(?::| [-–—])|{'|'.join(openings)})\s+(?=\S)", re.IGNORECASE)


def _credit(names: str, labels: str) -> re.Pattern[str]:
    """The credit that ends a caption: "(AP Photo/Jane Doe)", "Picture: EPA", "Jane Doe/AFP", "REUTERS/Jane Doe"."""
    words = f"(?:{labels.title()}|{labels.upper()})"
    bare = (
        rf"{words}(?: by|:)\s?[^.:]{{2,60}}",
        rf"(?:Reuters|REUTERS|AP Photo)\s?/\s?{_NAME}(?:/File Photo)?",
        rf"{_PERSON}(?:{names})",
        r"(?:©|\(c\))\s?[^.]{2,50}",
        rf"(?<=[.!?”]\s)(?:{names})",
    )
    bracketed = (
        rf"{words}(?: by|:)[^()\[\]]{{2,60}}",
        rf"[^()\[\]]{{0,60}}(?:{names})\s?/[^()\[\]]{{1,50}}",
        rf"[^()\[\]/]{{0,60}}/\s?(?:{names})[^()\[\]]{{0,30}}",
        r"(?:Source|Courtesy|SOURCE|COURTESY)\b[^()\[\]]{2,60}",
        rf"[A-Z][\w.'’-]{{0,30}} {_NAME}\s?/\s?{_NAME}",
    )
    ways = (
        rf"(?:{'|'.join(bare)})$",
        rf"[(\[](?:{'|'.join(bracketed)})[)\]]\.?$",
        rf"(?<=[\w”’]\s)[(\[](?:{names})[)\]]$",
    )
    return re.compile(rf"(?<!\S)(?:{'|'.join(ways)})")


def _alone(names: str, labels: str) -> re.Pattern[str]:
    """A credit on a line of its own: "Reuters", "Jane Doe/EPA", "Photo: Jane Doe, The Daily"."""
    word = r"(?:[A-Z@\d][\w.'’-]*|and|of|the|for|via)"
    agency = rf"(?:{_PERSON})?(?:{names})(?:\s?[/,|]\s?(?:{names}))?"
    named = rf"(?i:{labels})(?: by|:)\s?{word}(?:[\s,/|]+{word})*"
    return re.compile(rf"[(\[©\s]{{0,9}}(?:{agency}|{named})[)\].\s]*")
