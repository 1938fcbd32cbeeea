"""Dates as printed to ISO 8601. What may mean two days is no date: a wrong day joins the wrong incidents."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# "03/04/2024" is 3 April in London and 4 March in New York.
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b")

# A bare number is a day (20240315), or seconds or milliseconds since 1970.
_DIGITS = (8, 9, 10, 12, 13)

_LABEL = re.compile(r"^(first |last )?(published|updated|posted|modified|created)( on| at)?\s*:?\s*", re.IGNORECASE)


def iso_date(printed: str) -> str:
    """The ISO day, or moment where an hour is told, of a date as printed; empty where it cannot be told.

    >>> iso_date("Friday, March 15, 2024"), iso_date("03/04/2024"), iso_date("yesterday")
    ('2024-03-15', '', '')
    """
    text = _LABEL.sub("", printed.strip())
    if not text or _is_ambiguous(text) or (text.isdigit() and len(text) not in _DIGITS):
        return ""
    moments = (_moment(how, text) for how in (_epoch, datetime.fromisoformat, parsedate_to_datetime, _in_words))
    moment = next((moment for moment in moments if moment), None)
    return _iso(moment) if moment else ""


def _is_ambiguous(text: str) -> bool:
    found = _NUMERIC.match(text)
    return found is not None and found[1] != found[2] and int(found[1]) <= 12 and int(found[2]) <= 12


def _moment(how: Callable[[str], datetime | None], text: str) -> datetime | None:
    try:
        return how(text)
    except (ValueError, OverflowError, OSError):
        return None


def _epoch(text: str) -> datetime | None:
    """Seconds or milliseconds since 1970, as exports of databases have them; other counts of digits are no date."""
    if not re.fullmatch(r"(\d{9,10}|\d{12,13})(\.\d+)?", text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds >= 1e11 else seconds, tz=UTC)


def _in_words(text: str) -> datetime | None:
    """By dateparser, held to whole dates: left free it takes "Tuesday" for a day of the week it runs in."""
    if len(text) > 80 or not re.search(r"\d", text):
        return None
    import dateparser

    whole = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found: datetime | None = dateparser.parse(text, languages=["en"], settings=whole)
    return found


def _iso(moment: datetime) -> str:
    """Midnight without a zone is how tables print a bare day."""
    bare = moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    return moment.date().isoformat() if bare else moment.replace(microsecond=0).isoformat()
