"""When: the days that a sentence speaks of, reckoned from the day its article came out.

A weekday is the last one on or before publication ("on Saturday" in an article of a Sunday is yesterday), unless
"next" says otherwise; a date without a year is the nearest one not after publication. Times of day are dropped:
an incident has a day. "Overnight" is the evening before or the day itself, so it is both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.easter import easter

from tracker.extract.spotting import needed, spelled
from tracker.lexicon import read_lexicon

# The patterns that look for the phrases of one table each, and the tables.
_TABLES = {"holiday": "holidays", "movable": "movable", "days": "days", "spans": "spans"}

_YEAR = re.compile(r"(?:19|20)\d\d")

# A date a little after publication is still meant as past or present: time zones, evening editions.
SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that name a day or a span of days, both ends included; ``loose`` where only a period is told."""

    start: int
    end: int
    date_from: date
    date_to: date
    loose: bool = False


def published_day(published: str) -> date | None:
    """The day of an ISO date or moment; None where it is not one."""
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def find_times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """Every day or period that ``text`` names, in order; without a publication date only full dates can be told."""
    mentions = list(_mentions(text, published))
    if not mentions:
        return ()
    found: list[TimeMention] = []
    covered = bytearray(len(text))
    for mention in mentions:
        if not any(covered[mention.start : mention.end]):
            found.append(mention)
            covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mentions(text: str, published: date | None) -> Iterator[TimeMention]:
    """The surest first: what a full date covers is no longer read as a bare month or weekday."""
    yield from _dates(text, published)
    if published is not None:
        yield from _holidays(text, published)
        yield from _weekdays(text, published)
        yield from _relative(text, published)
    yield from _years(text)


def _dates(text: str, published: date | None) -> Iterator[TimeMention]:
    for match in _found("date", text):
        parts = match.groupdict()
        month = read_lexicon("times")["months"][(parts["m1"] or parts["m2"]).lower().rstrip(".")]
        year = parts["y1"] or parts["y2"]
        told = _day(int(year) if year else None, month, int(parts["d1"] or parts["d2"]), published)
        if told is not None:
            yield _mention(match, told, told)


def _day(year: int | None, month: int, day: int, published: date | None) -> date | None:
    if year is None and published is None:
        return None
    years = (
        [year] if year is not None else [published.year + 1, published.year, published.year - 1] if published else []
    )
    for candidate in years:
        told = _safe(candidate, month, day)
        if told is not None and (year is not None or published is None or told <= published + SLACK):
            return told
    return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _holidays(text: str, published: date) -> Iterator[TimeMention]:
    for match in _found("holiday", text):
        month, day, *into = read_lexicon("times")["holidays"][match["name"].lower().replace("’", "'")]
        told = _day(None, month, day, published)
        if told is not None:
            yield _mention(match, told, told + timedelta(days=sum(into)))
    for match in _found("movable", text):
        rule = read_lexicon("times")["movable"][match["name"].lower().replace("’", "'")]
        days = (_movable(rule, published.year - back) for back in (-1, 0, 1))
        told = next(day for day in days if day <= published + SLACK)
        yield _mention(match, told, told)


def _movable(rule: dict[str, int], year: int) -> date:
    """A movable feast of a year."""
    if "easter" in rule:
        sunday: date = easter(year)
        return sunday + timedelta(days=rule["easter"])
    first = date(year, rule["month"], 1)
    days = [first + timedelta(days=n) for n in range(31)]
    matching = [day for day in days if day.month == rule["month"] and day.weekday() == rule["weekday"]]
    return matching[rule["nth"] - 1 if rule["nth"] > 0 else rule["nth"]]


def _weekdays(text: str, published: date) -> Iterator[TimeMention]:
    for match in _found("weekday", text):
        wanted = _weekday_number(match["day"])
        back = (published.weekday() - wanted) % 7
        if (match["which"] or "").lower() == "next":
            continue
        told = published - timedelta(days=back or (7 if (match["which"] or "").lower() == "last" else 0))
        yield _mention(match, told - timedelta(days=1) if match["into"] else told, told)


def _weekday_number(word: str) -> int:
    lexicon, lower = read_lexicon("times"), word.lower().rstrip(".")
    return lexicon["weekdays"].index(lower) if lower in lexicon["weekdays"] else int(lexicon["weekday_short"][lower])


def _relative(text: str, published: date) -> Iterator[TimeMention]:
    lexicon = read_lexicon("times")
    for match in _found("days", text):
        told = published + timedelta(days=lexicon["days"][match["name"].lower()])
        yield _mention(match, told, told)
    for match in _found("last", text):
        first, last = _calendar(match["unit"].lower(), published)
        yield _mention(match, first, last, loose=True)
    for match in _found("spans", text):
        first, last = (published + timedelta(days=days) for days in lexicon["spans"][match["name"].lower()])
        yield _mention(match, first, last, loose=match["name"].lower() != "overnight")


def _calendar(unit: str, published: date) -> tuple[date, date]:
    """The calendar year or month before that of publication, first day and last."""
    if unit == "year":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    last = published.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def _years(text: str) -> Iterator[TimeMention]:
    if _YEAR.search(text) is None:
        return
    for match in _found("month", text):
        month, year = read_lexicon("times")["months"][match["month"].lower().rstrip(".")], int(match["year"])
        following = date(year + month // 12, month % 12 + 1, 1)
        yield _mention(match, date(year, month, 1), following - timedelta(days=1), loose=True)
    for match in (*_found("year", text), *_found("modifier", text)):
        year = int(match["year"])
        yield _mention(match, date(year, 1, 1), date(year, 12, 31), loose=True)


def _mention(match: "re.Match[str]", first: date, last: date, *, loose: bool = False) -> TimeMention:
    return TimeMention(start=match.start(), end=match.end(), date_from=first, date_to=last, loose=loose)


def _found(name: str, text: str) -> "Iterator[re.Match[str]]":
    """The matches of a pattern; none, and not looked for, in a text without a word that it needs."""
    if _needed()[name].isdisjoint(spelled(text)):
        return iter(())
    return _patterns()[name].finditer(text)


@cache
def _needed() -> dict[str, frozenset[str]]:
    """Words of which a text must hold one, or a pattern finds nothing in it."""
    lexicon = read_lexicon("times")
    months, weekdays = needed(lexicon["months"]), needed([*lexicon["weekdays"], *lexicon["weekday_short"]])
    return {
        "date": months,
        "month": months,
        "weekday": weekdays,
        "last": frozenset({"last"}),
        "modifier": frozenset({"the", "a", "an"}),
        "year": frozenset({"in", "since", "from", "of", "summer", "spring", "autumn", "winter"}),
        **{name: needed(lexicon[table]) for name, table in _TABLES.items()},
    }


@cache
def _patterns() -> dict[str, "re.Pattern[str]"]:
    lexicon = read_lexicon("times")
    # "May" and "march" without a capital are other words.
    names = _any([form for word in lexicon["months"] for form in (word.title(), word.upper())])
    months = rf"(?:{names})\b\.?"
    return {
        "date": re.compile(
            rf"\b(?:(?:{_capitalised(lexicon)})\.?,?\s(?:(?:night|morning|evening|afternoon),?\s)?)?"
            rf"(?:(?P<m1>{months})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y1>(?:19|20)\d\d))?(?!\d|,\d)"
            rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{months})(?:,?\s(?P<y2>(?:19|20)\d\d))?(?!\d))",
        ),
        "holiday": re.compile(rf"\b(?P<name>{_any(lexicon['holidays'], apostrophes=True)})\b", re.IGNORECASE),
        "movable": re.compile(rf"\b(?P<name>{_any(lexicon['movable'], apostrophes=True)})\b", re.IGNORECASE),
        "weekday": re.compile(
            rf"(?P<into>\b[Oo]vernight (?:in)?to )?\b(?:(?P<which>[Ll]ast|[Nn]ext) )?(?P<day>{_capitalised(lexicon)})\b"
        ),
        "month": re.compile(rf"\b(?P<month>{months}),?\s(?P<year>(?:19|20)\d\d)\b"),
        "last": re.compile(r"\b[Ll]ast (?P<unit>year|month)\b"),
        "days": re.compile(rf"\b(?P<name>{_any(lexicon['days'])})\b", re.IGNORECASE),
        "spans": re.compile(rf"\b(?P<name>{_any(lexicon['spans'])})\b", re.IGNORECASE),
        # "The 1900 block of Main Street" is an address.
        "modifier": re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?P<year>(?:19|20)\d\d)\s(?=(?:[A-Z]\w+ ){0,2}[a-z])(?!block)"),
        "year": re.compile(
            r"\b(?:[Ii]n|[Ss]ince|[Ff]rom|of|summer|spring|autumn|winter)\s(?P<year>(?:19|20)\d\d)\b(?![-–]\d| block)"
        ),
    }


def _capitalised(lexicon: dict[str, Any]) -> str:
    """Weekdays are written with a capital; "sun", "sat" and "wed" without one are other words."""
    return "|".join(
        sorted((word.title() for word in [*lexicon["weekdays"], *lexicon["weekday_short"]]), key=len, reverse=True)
    )


def _any(words: Any, *, apostrophes: bool = False) -> str:
    ordered = sorted(words, key=len, reverse=True)
    escaped = "|".join(re.escape(word) for word in ordered)
    return escaped.replace("'", "['’]") if apostrophes else escaped
