"""The words of a reason: who, what they say, and when, so that a reader can check it against the articles."""

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.compare.times import day, hours_between
from tracker.model import Claim

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# A reason stays one sentence: that many names, then "and 5 more".
_NAMED = 3


def who(claims: Iterable[Claim]) -> str:
    """The sources of some claims, attributed ones first: "Russia's defence ministry and The Sun (its own words)"."""
    found: dict[str, None] = {}
    for claim in sorted(claims, key=lambda claim: (claim.source_kind == "narrator", _name(claim).casefold())):
        found.setdefault(_name(claim))
    return _list_of(list(found))


def shortened(text: str, *, most: int = 120) -> str:
    """Words as printed, cut at a space where they are many."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def quoted(text: str) -> str:
    """Words as printed, in quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"


def on_day(when: str) -> str:
    """A day as a newspaper prints it: 31 December 2023."""
    try:
        found = date.fromisoformat(when[:10])
    except ValueError:
        return ""
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def when_said(left: str, right: str) -> str:
    """When two statements were made, in brackets: "(both on 31 December 2023)"."""
    if day(left) == day(right):
        return f"(both on {on_day(left)})" if day(left) else "(days unknown)"
    first, second = (f"on {on_day(when)}" if day(when) else "on an unknown day" for when in (left, right))
    return f"({first} and {second})"


def from_to(values: tuple[str, str], first: str, second: str) -> str:
    """How a figure went: "from “18” on 14 March 2024 to “24” on 15 March 2024"; within a day, the hours if known."""
    earlier, later = values
    if day(first) != day(second):
        return f"from {earlier} on {on_day(first)} to {later} on {on_day(second)}"
    if hours_between(first, second):
        return f"from {earlier} at {_hour(first)} to {later} at {_hour(second)}, both on {on_day(first)}"
    return f"from {earlier} to {later} within one day, {on_day(first)}"


def _hour(when: str) -> str:
    return when[11:16]


def number(value: float) -> str:
    """A number as a newspaper prints it: 20,000; 3.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def capital(sentence: str) -> str:
    """A sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def _name(claim: Claim) -> str:
    if claim.source_kind == "narrator":
        return f"{claim.source_name or 'an article'} (its own words)"
    return claim.source_name or claim.source or "an unnamed source"


def _list_of(names: Sequence[str]) -> str:
    shown = list(names[:_NAMED])
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
