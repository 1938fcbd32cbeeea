"""A tally that has moved on: the same source revising itself, or a later report further along."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest

from tracker.compare.case import Case, Finding, Holding, Statement
from tracker.compare.counted import kinship
from tracker.compare.measures import limit, unit_slip
from tracker.compare.parties import opposed, record_against_word
from tracker.compare.times import day, days_between, hours_between
from tracker.compare.voices import Verdict, Voice, side_of_statements
from tracker.compare.wording import capital, from_to, on_day, quoted, who
from tracker.lexicon import words

_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,3}(\d[\d,]*)\b")
_OWN_VOICE = frozenset({"narrator"})


def update(lesser: Voice, greater: Voice) -> Verdict | None:
    """A later figure further along a running tally is an update: the dead grow, the missing fall.

    Later means by a day, or by three hours where both have a clock time; a claim that says "rose to" says so itself.
    An outlet's own count of the same day may be hours old, so one that is behind by less than half is an update as
    well, and so is one a little ahead of what others said; a rough first word ("dozens") gives way to any later count.
    Sides that oppose each other update each other only while the gap is small, and a document never continues the
    tally it disputes. Counts that are settled at once (a crowd, missiles fired) have no updates.
    """
    if not opposed(lesser, greater) and (_corrects(lesser) or _corrects(greater)):
        return Verdict(relation="update", why="one of them speaks of earlier reports that were not the same")
    if record_against_word(lesser, greater) or _in_dispute(lesser, greater) or _misprinted_unit(lesser, greater):
        return None
    if revised := _lowered_since(lesser, greater):
        return Verdict(relation="update", why=revised)
    if told := _said_before(lesser, greater):
        return Verdict(
            relation="update", why=f"the source of the newer figure gave the older one itself on {on_day(told)}"
        )
    if lesser.first.measure.trend == "fixed":
        return None
    return _moved_on(lesser, greater)


def revisions(case: Case) -> Iterator[Finding]:
    """A source that later gives another figure has revised its own: shown as an update, downwards too."""
    for held in case.holdings:
        if kinship(held.counted, held.counted, held.measure) == "same":
            for earlier, later in pairwise(_stages(held)):
                yield _revision(held, earlier, later)


def _stages(held: Holding) -> list[list[Statement]]:
    """The values a source went through, one a day: what it said last on each day, if that was new."""
    stages: list[list[Statement]] = []
    for told in _last_of_days(held.statements):
        if stages and stages[-1][0].figure.best == told.figure.best:
            stages[-1].append(told)
        else:
            stages.append([told])
    return stages


def _last_of_days(statements: Sequence[Statement]) -> list[Statement]:
    """The last word of each day, and what was said before a claim that tells of the change itself ("raised to 20")."""
    dated = [told for told in statements if day(told.said)]
    pairs = zip_longest(dated, dated[1:])
    return [told for told, after in pairs if after is None or day(after.said) != day(told.said) or says_it_moved(after)]


def _revision(held: Holding, earlier: Sequence[Statement], later: Sequence[Statement]) -> Finding:
    before, after = earlier[-1], later[0]
    down = after.figure.best < before.figure.best
    way = "lowered its figure" if down else "raised its figure"
    against = (down and held.measure.trend == "grows") or (not down and held.measure.trend == "falls")
    note = ", against the way such a tally runs" if against else ""
    values = quoted(before.figure.text), quoted(after.figure.text)
    reason = (
        f"{capital(held.measure.phrase)}: {who([after.claim])} {way} {from_to(values, before.said, after.said)}{note}."
    )
    left, right = side_of_statements(earlier), side_of_statements(later)
    measure = held.measure.name
    return Finding(kind="figure", relation="update", measure=measure, left=left, right=right, reason=reason)


def _in_dispute(lesser: Voice, greater: Voice) -> bool:
    wide = greater.best >= limit("opposed_ratio") * lesser.best
    return opposed(lesser, greater) and (wide or not _lag(lesser, greater))


def _said_before(lesser: Voice, greater: Voice) -> str:
    """The day on which a source that now holds one figure still gave the other; empty where none did."""
    for now, then in ((lesser, greater), (greater, lesser)):
        for held in now.holdings:
            for told in held.statements:
                if told.figure.best == then.best and day(told.said) < day(held.first_said):
                    return told.said
    return ""


def _misprinted_unit(lesser: Voice, greater: Voice) -> bool:
    """One number printed with two units ("2,170 acres", "2,170 hectares") is a slip, however much later."""
    units = {voice.first.last.figure.unit for voice in (lesser, greater)}
    return len(units) > 1 and bool(unit_slip(lesser.best, greater.best))


def _lowered_since(lesser: Voice, greater: Voice) -> str:
    """Has the source of the lesser, later figure itself come down from a greater one since the other was said?"""
    for held in lesser.holdings:
        higher = [told for told in held.statements if told.figure.best > lesser.best and told.said < held.last.said]
        if higher and day(greater.said) < day(held.last.said):
            return f"{who([held.last.claim])} has lowered its own count since, from {quoted(higher[-1].figure.text)}"
    return ""


def _side_by_side(lesser: Voice, greater: Voice) -> bool:
    """Does one article set the two beside each other, too far apart for a tally that merely went on?"""
    return bool(lesser.articles & greater.articles) and greater.best >= limit("opposed_ratio") * lesser.best > 0


def _moved_on(lesser: Voice, greater: Voice) -> Verdict | None:
    measure, lag = lesser.first.measure, _lag(lesser, greater)
    along = {"grows": 1, "falls": -1}.get(measure.trend, 0)
    if _side_by_side(lesser, greater) and not any(_says_it_moved(greater, way) for way in ("up", "down")):
        return None
    if lag is None:
        return Verdict(relation="update", why=f"it is not known which was said first, and {measure.why}")
    if lag and lag * (along or lag) > 0:
        return Verdict(
            relation="update", why=f"the second figure was said {'later' if lag > 0 else 'earlier'}: {measure.why}"
        )
    if opposed(lesser, greater):
        return None
    if lag and _is_rough(*((lesser, greater) if lag > 0 else (greater, lesser))):
        return Verdict(relation="update", why="the first was a rough word, and the people were counted since")
    own_voice = _OWN_VOICE in (lesser.kinds, greater.kinds)
    if own_voice and not lesser.best and abs(lag) <= limit("date_slack_days"):
        return Verdict(relation="update", why="an outlet's none may be none so far")
    return None if lag else _moved_within_the_day(lesser, greater, along)


def _is_rough(first: Voice, since: Voice) -> bool:
    """ "Dozens" on one day, a number on the next."""
    return first.bound == "vague" and since.best > 0


def _moved_within_the_day(lesser: Voice, greater: Voice, along: int) -> Verdict | None:
    newer, older = (lesser, greater) if along < 0 else (greater, lesser)
    if not _moved_from_another(newer, older) and _says_it_moved(newer, "down" if along < 0 else "up"):
        return Verdict(relation="update", why="the newer figure is told as a change of the older")
    behind, ahead = older.kinds == _OWN_VOICE, newer.kinds == _OWN_VOICE
    reach = limit("opposed_ratio") if behind else limit("ahead_ratio") if ahead else 0
    if greater.best < reach * lesser.best:
        return Verdict(
            relation="update",
            why="an outlet's own count is as old as its last edition, and a tally may move so far within a day",
        )
    return None


def _lag(lesser: Voice, greater: Voice) -> float | None:
    """How much later the greater figure was said: in days, or in part of one; 0 within one moment of the tally."""
    hours = hours_between(lesser.said, greater.said)
    if hours is None:
        return days_between(lesser.said, greater.said)
    return hours / 24 if abs(hours) >= limit("pace_hours") else 0


def _moved_from_another(newer: Voice, older: Voice) -> bool:
    """ "Down from 2,000": the change a claim tells of is from a number of its own, not from the other source's."""
    told = [match[1].replace(",", "") for claim in newer.claims for match in _FROM.finditer(claim.text)]
    return bool(told) and all(float(number) != older.best for number in told)


def _says_it_moved(voice: Voice, way: str) -> bool:
    return any(_moving(way).search(f"{claim.cue} {claim.text}") for claim in voice.claims)


def _corrects(voice: Voice) -> bool:
    told = (f"{told.claim.source} {told.claim.text} {told.context.sentence}".casefold() for told in voice.statements)
    return any(word in line for line in told for word in words("tallies", "corrected", "words"))


def says_it_moved(told: Statement) -> bool:
    """Does a claim say of itself that the count has changed ("rose to 24")?"""
    return any(_moving(way).search(f"{told.claim.cue} {told.claim.text}") for way in ("up", "down"))


@cache
def _moving(way: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words('tallies', 'moving', way))))})\b", re.IGNORECASE)
