"""What one paragraph is, seen alone: furniture of the page, a byline, a caption with its credit, or not known yet.

The words are data (``lexicon/en/furniture.toml``); here is how they are put to use.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import read_lexicon
from tracker.model import Zone

UNDECIDED = ""

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

_DIGIT = re.compile(r"\d")
_DATE_BREAK = re.compile(r"[\s,:|/·•()–—-]+")
_DATE_NUMBER = re.compile(r"\d{1,4}(st|nd|rd|th|am|pm)?|\d{1,2}\.\d{2}(am|pm)?")
_CREDIT_SIGNS = frozenset("/:©()[]")
_COUNT = re.compile(r"\s?\(\d{1,6}\)$")
_OUTER = " \"'“”‘*#:;.,!?|>»<«•·–—-_[]()"

# WordPress keeps a picture's caption between these two; pasted text often has only the second.
_SHORTCODE_OPEN = re.compile(r"\[caption\b[^\]]{0,300}\]\s*")
_SHORTCODE_CLOSE = re.compile(r"\s*\[/caption\]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    short: int
    lines: frozenset[str]
    furniture: re.Pattern[str]
    byline: re.Pattern[str]
    joiners: frozenset[str]
    date_words: frozenset[str]
    label: re.Pattern[str]
    glued: re.Pattern[str]
    credit: re.Pattern[str]
    credit_alone: re.Pattern[str]
    comment_headings: frozenset[str]


@cache
def _rules() -> _Rules:
    lexicon = read_lexicon("furniture")
    dropped, bylines, names = lexicon["dropped"], lexicon["bylines"], _either(lexicon["credits"]["names"])
    return _Rules(
        short=dropped["short"],
        lines=frozenset(dropped["lines"]),
        furniture=re.compile("|".join(f"(?:{pattern})" for pattern in dropped["patterns"]), re.IGNORECASE),
        byline=re.compile("|".join(f"(?:{pattern})" for pattern in bylines["patterns"]), re.IGNORECASE),
        joiners=frozenset(bylines["joiners"]),
        date_words=frozenset(bylines["date_words"]),
        label=_label(**lexicon["captions"]),
        glued=re.compile(rf"(?:{_PERSON})?(?:{names}){_GLUED_START}"),
        credit=_credit(names, _either(lexicon["credits"]["labels"])),
        credit_alone=_credit_alone(names, _either(lexicon["credits"]["labels"])),
        comment_headings=frozenset(lexicon["comments"]["headings"]),
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


def _credit_alone(names: str, labels: str) -> re.Pattern[str]:
    """A credit on a line of its own: "Reuters", "Jane Doe/EPA", "Photo: Jane Doe, The Daily"."""
    word = r"(?:[A-Z@\d][\w.'’-]*|and|of|the|for|via)"
    agency = rf"(?:{_PERSON})?(?:{names})(?:\s?[/,|]\s?(?:{names}))?"
    named = rf"(?i:{labels})(?: by|:)\s?{word}(?:[\s,/|]+{word})*"
    return re.compile(rf"[(\[©\s]*(?:{agency}|{named})[)\].\s]*")


def judge(words: str) -> tuple[Zone, ...]:
    """The zones of a paragraph, placed from its own start: ``UNDECIDED`` where the paragraph alone does not tell."""
    whole = Zone(start=0, end=len(words), kind=UNDECIDED)
    if is_furniture(words):
        return (_as(whole, "dropped"),)
    if is_byline(words):
        return (_as(whole, "byline"),)
    caption = _caption(words)
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
    rules = _rules()
    if len(words) > 10 * rules.short or len(words.split()) > rules.short:
        return False
    return _is_known_line(words) or bool(rules.furniture.match(words))


def _is_known_line(words: str) -> bool:
    """A button, a rule of dashes, a credit on a line of its own. None is long, and most paragraphs are."""
    if len(words) > 100:
        return not any(map(str.isalnum, words))
    rules = _rules()
    return fold(words) in rules.lines or bool(rules.credit_alone.fullmatch(words)) or not any(map(str.isalnum, words))


def is_comment_heading(words: str) -> bool:
    """Does the paragraph open the part of a page where its readers speak?"""
    return len(words) < 60 and fold(words) in _rules().comment_headings


def is_byline(words: str) -> bool:
    """Is it a line of names ("By Jane Doe and John Roe") or of a bare date?"""
    tokens = words.split()
    if len(words) > 160 or len(tokens) > 16 or words.endswith((".", "?", "!", ":")):
        return False
    return bool(_rules().byline.match(words)) or _is_names(tokens) or _is_date(words)


def _is_names(tokens: list[str]) -> bool:
    if tokens[0].casefold() != "by" or len(tokens) < 2:
        return False
    names = [token.strip(",;|()") for token in tokens[1:]]
    rules = _rules()
    capital = all(name in rules.joiners or not name.isalpha() or name[0].isupper() for name in names)
    return capital and not names[0].isdigit() and names[0].casefold() not in rules.date_words


def _is_date(words: str) -> bool:
    if not _DIGIT.search(words):
        return False
    tokens = _DATE_BREAK.sub(" ", words.casefold()).split()
    known = _rules().date_words
    return len(tokens) > 1 and all(token in known or _DATE_NUMBER.fullmatch(token) for token in tokens)


def _caption(words: str) -> Zone | None:
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


def _opening(words: str) -> int:
    """Where the words of a caption begin, past shortcode, label and glued credit."""
    start = 0
    for rule in (_SHORTCODE_OPEN, _rules().label, _rules().glued):
        found = rule.match(words, start)
        start = found.end() if found and len(words[found.end() :].split()) >= 3 else start
    return start


def _closing(words: str, start: int) -> int:
    """Where the words of a caption end, before shortcode and credit."""
    end = len(words)
    for rule in (_SHORTCODE_CLOSE, _rules().credit):
        tail = max(start, end - _CREDIT_ROOM)
        found = rule.search(words, tail, end) if _may_hold_credit(words[tail:end]) else None
        end = found.start() if found else end
    return len(words[:end].rstrip())


def _may_hold_credit(tail: str) -> bool:
    """A cheap look before the search: most paragraphs end in a plain sentence."""
    return not tail.endswith((".", "”", '"', "?", "!")) or not _CREDIT_SIGNS.isdisjoint(tail)
