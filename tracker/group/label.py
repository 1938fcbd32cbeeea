"""What an incident is called: neutral, from what happened, where and when, and the same for both sides of a story."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from tracker.group.scene import Scene, Window
from tracker.lexicon import read_lexicon


def label_incident(scenes: Sequence[Scene], event: str, place: str, when: Window | None) -> str:
    """The name of an incident: "Strike on Belgorod, 30 December 2023"."""
    listed = read_lexicon("labels")
    entry = next(entry for entry in listed["label"] if _fits(entry, event, scenes))
    where = f"{entry['word']} {entry['preposition']} {place}" if place else f"{entry['word']}, {listed['unplaced']}"
    return f"{where}, {_when(when) or _printed(scenes) or listed['undated']}"


def _fits(entry: dict[str, list[str]], event: str, scenes: Sequence[Scene]) -> bool:
    """Is a label for this kind of event, and where it asks for certain words, are they said?"""
    if event not in entry["events"] and "" not in entry["events"]:
        return False
    return "if_words" not in entry or any(_any_of(tuple(entry["if_words"])).search(scene.text) for scene in scenes)


@cache
def _any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


def _when(when: Window | None) -> str:
    """A window in words: a day, a run of days, a month or a year."""
    if when is None:
        return ""
    if when.first == when.last:
        return _day(when.first)
    if (when.first.month, when.first.day, when.last.month, when.last.day) == (1, 1, 12, 31):
        return str(when.first.year) if when.first.year == when.last.year else f"{when.first.year}–{when.last.year}"
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return f"{when.first.day}–{_day(when.last)}" if when.days < 28 else f"{when.last:%B %Y}"
    return f"{_day(when.first)} – {_day(when.last)}"


def _printed(scenes: Sequence[Scene]) -> str:
    """Where no article tells the day: when the first of them was published."""
    first = min((scene.published for scene in scenes if scene.published), default=None)
    return f"reported {_day(first)}" if first else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
