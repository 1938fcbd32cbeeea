"""When it happened: two hours of one day, too far apart to be one moment."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tracker.compare.case import Case, Finding, Side, Telling
from tracker.compare.places import placing, read_place
from tracker.compare.sides import side_of_tellings
from tracker.compare.times import window_gap
from tracker.compare.wording import capital, number, quoted, who
from tracker.lexicon import read_lexicon, words

_DAY, _HALF = 24.0, 12.0


def time(case: Case) -> Iterator[Finding]:
    """Two articles that put one sudden happening at two hours of the day, two hours or more apart.

    Hours are held against each other by one clock only: local time is no universal time. An article with several hours
    tells of a course of events and is left alone, and so are hours of two places or days, and what is told in passing.
    """
    if case.incident.event not in words("accounts", "hours", "sudden"):
        return
    for told in _by_clock(case).values():
        hours = _by_hour(told)
        for one, other in combinations(sorted(hours), 2):
            pair = hours[one], hours[other]
            if _apart(one, other) >= _limit("apart") and not _explained(*pair):
                yield _finding(*pair, apart=_apart(one, other))


def _by_clock(case: Case) -> dict[str, list[Telling]]:
    """What articles say of their own happening, by the clock they go by; those that name several hours left out."""
    found: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for told in case.tellings:
        claim = told.claim
        own = claim.scene in ("", claim.article_id, f"{claim.article_id}/0")
        if told.account.slot == "time" and not told.denied and own:
            found[told.account.value[5:].strip()][claim.article_id].append(told)
    return {
        clock: [told for of_article in articles.values() if _is_one_moment(of_article) for told in of_article]
        for clock, articles in sorted(found.items())
    }


def _is_one_moment(told: Sequence[Telling]) -> bool:
    hours = {_hour(each) for each in told}
    return all(_apart(one, other) <= _limit("near") for one, other in combinations(sorted(hours), 2))


def _by_hour(told: Sequence[Telling]) -> dict[float, list[Telling]]:
    """Tellings under the first of the hours that lie near each other."""
    found: dict[float, list[Telling]] = {}
    for each in sorted(told, key=_hour):
        near = next((hour for hour in found if _apart(hour, _hour(each)) <= _limit("near")), _hour(each))
        found.setdefault(near, []).append(each)
    return found


def _hour(told: Telling) -> float:
    """The hour as a number: 05:40 is 5 and two thirds."""
    return int(told.account.value[:2]) + int(told.account.value[3:5]) / 60


def _apart(one: float, other: float) -> float:
    """Hours between two on the clock, midnight being no border."""
    straight = abs(one - other)
    return min(straight, _DAY - straight)


def _limit(name: str) -> float:
    return float(read_lexicon("accounts")["hours"][name])


def _explained(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Are they of two places or two days?"""
    return any(_elsewhere(one, other) or _another_day(one, other) for one in left for other in right)


def _elsewhere(one: Telling, other: Telling) -> bool:
    places = (read_place(told.claim.place, told.claim.country) for told in (one, other))
    return placing(*places) == "apart"


def _another_day(one: Telling, other: Telling) -> bool:
    days = [(told.claim.date_from, told.claim.date_to or told.claim.date_from) for told in (one, other)]
    return bool(window_gap(*days))


def _finding(one: Sequence[Telling], other: Sequence[Telling], *, apart: float) -> Finding:
    left, right = _side(one), _side(other)
    slip = "; the two differ by half a day, as morning and afternoon do" if apart == _HALF else ""
    reason = (
        f"{capital(str(read_lexicon('accounts')['slots']['time']))}: {who(left.claims)} said {quoted(left.value)}, "
        f"{who(right.claims)} said {quoted(right.value)}; these are {number(round(apart, 1))} hours apart{slip}."
    )
    gap = float(read_lexicon("accounts")["gap"]["time"])
    return Finding(kind="time", relation="conflict", left=left, right=right, reason=reason, gap=gap)


def _side(told: Sequence[Telling]) -> Side:
    first = min(told, key=lambda each: each.account.account_id)
    return side_of_tellings(told, first.account.text, f"time|{first.account.value}")
