"""When something was said, and which days a count is of."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from tracker.model import Article, Claim

_MIDNIGHT = frozenset({"00:00", "00:00:00"})


def moment(claim: Claim, article: Article | None = None) -> str:
    """When a claim was made, to the hour where the article's own time of publication can tell.

    A day without an hour is sharpened by a publication of that day; an unknown one is the article's date.
    """
    published = article.published if article else ""
    sharper = published.startswith(claim.said_at) and len(published) > len(claim.said_at)
    return published if sharper else claim.said_at


def day(when: str) -> str:
    """The day of a date or moment, empty where it is unknown."""
    return when[:10] if len(when) >= 10 else ""


def hours_between(earlier: str, later: str) -> float | None:
    """Hours from one clock time to another; none where either is only a day, or unknown."""
    first, second = _clock(earlier), _clock(later)
    return (second - first).total_seconds() / 3600 if first and second else None


def days_between(earlier: str, later: str) -> int | None:
    """Days from one day to another, negative where the second is before; none where either is unknown."""
    first, second = _date(earlier), _date(later)
    return (second - first).days if first and second else None


def window_gap(left: tuple[str, str], right: tuple[str, str]) -> int | None:
    """Days between two windows of days, 0 where they share one; none where either is unknown."""
    apart = (days_between(left[1] or left[0], right[0]), days_between(right[1] or right[0], left[0]))
    known = [days for days in apart if days is not None]
    return max(0, *known) if len(known) == 2 else None


def window_days(window: tuple[str, str]) -> int:
    """How many days a window spans: one where only its first day is known."""
    return (days_between(window[0], window[1] or window[0]) or 0) + 1


def earliest(moments: Iterable[str]) -> str:
    """The first of some moments, those unknown left out."""
    return min((when for when in moments if when), default="")


def _date(when: str) -> date | None:
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None


def _clock(when: str) -> datetime | None:
    """A moment with an hour. One without a zone is taken as told in universal time: a guess good to half a day.

    Midnight to the second is how a bare day is stored, not an hour at which anybody published.
    """
    if len(when) <= 10 or when[11:19] in _MIDNIGHT:
        return None
    try:
        parsed = datetime.fromisoformat(when)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
