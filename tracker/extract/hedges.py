"""Words that say how sure a number is, and the interval they allow: "at least 24", "nearly 110", "dozens".

The phrases, the widths and the reason for each are in ``lexicon/en/hedges.toml``.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tracker.extract.spotting import needed, spelled
from tracker.lexicon import read_lexicon, words
from tracker.model import INF

# No phrase before a number, with the words allowed between, is longer.
REACH = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """How a number is hedged: the interval as factors of the number. ``start`` and ``end`` are its words' place."""

    name: str = ""
    bound: str = "exact"
    low: float = 1.0
    high: float = 1.0
    start: int = -1
    end: int = -1


# Phrases by their last character.
ByLast = dict[str, dict[str, Hedge]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A vague quantity as printed ("dozens", "several hundred"), its interval and its best single reading."""

    start: int
    end: int
    low: float
    best: float
    high: float


def interval(hedge: Hedge, value: float) -> tuple[float, float]:
    """The numbers a hedge allows; whole numbers keep whole ends, and "about n" allows one either way at least."""
    low, high = _round(value * hedge.low), INF if hedge.high == INF else _round(value * hedge.high)
    if hedge.bound != "about" or value <= 0:
        return (low, high) if low <= high else (high, low)
    if float(value).is_integer():
        low = min(math.floor(low), value - 1) if hedge.low < 1 else value
        high = max(math.ceil(high), value + 1) if hedge.high > 1 else value
    return max(0.0, low), high


def hedge_before(text: str, start: int) -> Hedge | None:
    """The hedge that ends right before ``start``, articles and the like allowed between: "more than the"."""
    end = start
    for _ in range(4):
        end = _rstrip(text, end)
        phrase = _ends_with(text, end, _before())
        if phrase:
            found = _before()[phrase[-1]][phrase]
            return _placed(found, end - len(phrase), end)
        word = _ends_with(text, end, _between())
        if not word:
            return None
        end -= len(word)
    return None


def hedge_after(text: str, end: int) -> Hedge | None:
    """The hedge that begins right after ``end``: "24 or more", "20-odd", "100+"."""
    for phrase, found in _after().items():
        gap = 0 if phrase[0] in "-+" else 1
        if text[end : end + gap] in {"", " "} and text[end + gap : end + gap + len(phrase)].lower() == phrase:
            stop = end + gap + len(phrase)
            if not text[stop : stop + 1].isalnum():
                return _placed(found, end + gap, stop)
    return None


def is_increment(text: str, start: int, end: int) -> bool:
    """Is the number to be added to another? "another 27", "27 more", "a further 12"; "more than" is a hedge."""
    return increment_start(text, start) < start or _more().match(text, end) is not None


def increment_start(text: str, start: int) -> int:
    """Where "another" before a number begins, else ``start``."""
    match = _another().search(text, max(0, start - REACH), start)
    return match.start() if match else start


def find_vague(text: str) -> Iterator[Vague]:
    """The vague quantities of a text: "dozens", "tens of thousands", "several hundred"."""
    if _vague_words().isdisjoint(spelled(text)):
        return
    for match in _vague().finditer(text):
        entry = read_lexicon("hedges")["vague"][match.group().lower()]
        low, high = float(entry["low"]), float(entry["high"])
        yield Vague(start=match.start(), end=match.end(), low=low, best=float(entry.get("best", low)), high=high)


def _placed(hedge: Hedge, start: int, end: int) -> Hedge:
    return Hedge(name=hedge.name, bound=hedge.bound, low=hedge.low, high=hedge.high, start=start, end=end)


def _rstrip(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in " (":
        end -= 1
    return end


def _ends_with(text: str, end: int, phrases: ByLast) -> str:
    """The longest phrase that ends at ``end`` and begins a word."""
    window = text[max(0, end - REACH) : end].lower()
    for phrase in phrases.get(window[-1:], {}):
        if window.endswith(phrase):
            before = window[: len(window) - len(phrase)][-1:]
            if not before.isalnum() or not phrase[0].isalnum():
                return phrase
    return ""


@cache
def _hedges() -> dict[str, Hedge]:
    entries = read_lexicon("hedges")["hedges"].items()
    return {
        name: Hedge(name=name, bound=entry["bound"], low=float(entry["low"]), high=float(entry["high"]))
        for name, entry in entries
    }


@cache
def _before() -> ByLast:
    return _by_last(_phrases("before"))


@cache
def _after() -> dict[str, Hedge]:
    return _phrases("after")


def _phrases(side: str) -> dict[str, Hedge]:
    entries = read_lexicon("hedges")["hedges"].items()
    pairs = [(phrase, _hedges()[name]) for name, entry in entries for phrase in entry[side]]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _between() -> ByLast:
    longest_first = sorted(words("hedges", "between", "words"), key=lambda word: -len(word))
    return _by_last(dict.fromkeys(longest_first, Hedge()))


def _by_last(phrases: dict[str, Hedge]) -> ByLast:
    """Phrases by their last character, so that few are tried at each number."""
    indexed: ByLast = {}
    for phrase, hedge in phrases.items():
        indexed.setdefault(phrase[-1], {})[phrase] = hedge
    return indexed


@cache
def _another() -> re.Pattern[str]:
    phrases = sorted(words("hedges", "increment", "before"), key=lambda phrase: -len(phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))}) \Z", re.IGNORECASE)


@cache
def _more() -> re.Pattern[str]:
    phrases = "|".join(sorted(words("hedges", "increment", "after")))
    return re.compile(rf" (?:{phrases})\b(?! than)", re.IGNORECASE)


@cache
def _vague() -> re.Pattern[str]:
    phrases = sorted(read_lexicon("hedges")["vague"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b(?!-)", re.IGNORECASE)


@cache
def _vague_words() -> frozenset[str]:
    return needed(read_lexicon("hedges")["vague"])


def _round(value: float) -> float:
    return float(f"{value:.12g}")
