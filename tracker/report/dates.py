"""Dates for people. A text that is no ISO date is shown as it stands, never guessed at."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from tracker.report.pages import When

# Spelled out here rather than by strftime, whose words follow the machine's locale.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


# A report names few days, and each of them many times.
@lru_cache(4096)
def when(text: str) -> When:
    """A day, or the day of a moment: "26 December 2023"."""
    day = _day(text)
    return When(words=_words(day), iso=day.isoformat()) if day else When(words=text)


def short_day(day: date, *, year: bool = False) -> str:
    """A day where there is little room: "26 Dec", "26 Dec 2023"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}{f' {day.year}' if year else ''}"


def period(start: str, end: str) -> str:
    """From day to day, saying month and year once where they are shared: "29–31 December 2023"."""
    first, last = _day(start), _day(end)
    if first is None or last is None or first == last:
        return when(start or end).words
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {_words(last)}"
    return f"{_words(first)} – {_words(last)}"


def period_of(texts: Iterable[str]) -> str:
    """The period from the first to the last of the ``texts`` that are dates; empty without any."""
    days = sorted(day for day in map(_day, texts) if day)
    return period(days[0].isoformat(), days[-1].isoformat()) if days else ""


def _words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
