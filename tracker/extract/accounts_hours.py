"""Accounts of the hour: at what time of the day a claim says that the happening itself took place.

Only a time on the clock that hangs on the happening's own verb or noun ("the blast went off at 5.40 a.m.") is read:
when the police were called, when somebody died or spoke is another hour. Midnight and noon are such times; a bare
"10:30" may be either half of the day and is none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tracker.extract.cues import is_negated
from tracker.extract.events import event_nouns
from tracker.extract.parse import Passage, Token
from tracker.lexicon import read_lexicon, words
from tracker.model import Span


def find_hours(passage: Passage, tokens: Sequence[Token]) -> Iterator[tuple[Span, str]]:
    """The hours at which a claim's words put the happening: "05:40", or "05:40 UTC" where a clock is named."""
    begin = min(token.idx for token in tokens)
    end = max(token.idx + len(token.text) for token in tokens)
    for match in _clock().finditer(passage.text, begin, end):
        span = Span(start=passage.start + match.start(), end=passage.start + match.end())
        hour = next(iter(passage.tokens(span)), None)
        value = _value(match)
        if value and hour is not None and _is_of_happening(hour):
            yield span, value


def _value(match: "re.Match[str]") -> str:
    """A time on the clock of 24 hours; empty where the half of the day is not told."""
    if match["word"]:
        return {"midnight": "00:00", "noon": "12:00", "midday": "12:00"}[match["word"].lower()]
    zone = _zone(match["zone"] or "")
    if match["digits"]:
        return f"{match['digits'][:2]}:{match['digits'][2:]}{zone}"
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        return f"{hour % 12 + 12 * half.startswith('p'):02}:{minute:02}{zone}" if 1 <= hour <= 12 else ""
    sure = match["minute"] and (hour > 12 or match["hour"].startswith("0") or match["zone"])
    return f"{hour:02}:{minute:02}{zone}" if sure and hour < 24 else ""


def _zone(printed: str) -> str:
    """The clock a time is told by, with a space in front; nothing for the clock of the place."""
    plain = " ".join(printed.replace(".", "").split())
    if not plain or plain.casefold() in words("slots", "time", "local"):
        return ""
    return " UTC" if plain.casefold() in words("slots", "time", "universal") else f" {plain}"


def _is_of_happening(hour: Token) -> bool:
    """Does the hour hang on the happening's own verb or noun, before any other verb?

    Where the police "responded to a shooting at 4 a.m.", the hour may be theirs.
    """
    named = False
    for above in hour.ancestors:
        lemma = above.lemma_.lower()
        if above.pos_ in ("VERB", "AUX"):
            return (
                lemma not in words("slots", "time", "calling") if named else _happens(above) and not is_negated(above)
            )
        named = named or lemma in event_nouns()
    return named


def _happens(verb: Token) -> bool:
    """Does a verb say that the happening was: "struck", "took place", "the shooting began"?"""
    lemma, more = verb.lemma_.lower(), read_lexicon("slots")["time"]["with_more"]
    if lemma in words("slots", "time", "of_happenings"):
        return any(child.dep_ == "nsubj" and child.lemma_.lower() in event_nouns() for child in verb.children)
    if lemma in more:
        return any(child.lower_ == more[lemma] for child in verb.children)
    return lemma in words("slots", "time", "verbs")


@cache
def _clock() -> "re.Pattern[str]":
    zones = "|".join(sorted(map(re.escape, words("slots", "time", "zones")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d:.,$£€])(?:(?P<word>midnight|noon|midday)\b"
        rf"|(?P<digits>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hours?|hrs)?\s?(?=(?:GMT|UTC)\b)"
        rf"|(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?!\d|[.:]\d)\s?(?P<half>[ap]\.?\s?m\b\.?)?)"
        rf"(?:,?\s?\(?(?P<zone>(?:{zones})(?!\w)))?",
        re.IGNORECASE,
    )
