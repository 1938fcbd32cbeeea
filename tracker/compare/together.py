"""Two numbers that one article prints side by side, or one told only in passing: seldom a dispute."""

import re
from collections import defaultdict
from functools import cache

from tracker.compare.case import Statement, speaker
from tracker.compare.measures import limit
from tracker.compare.parties import record_against_word
from tracker.compare.severity import standing
from tracker.compare.voices import Verdict, Voice
from tracker.lexicon import words


def together(lesser: Voice, greater: Voice) -> Verdict | None:
    """An article that prints both numbers and sets neither against the other counts two things with them.

    A part, a stage, another day: whatever the difference is, the article's reader has it before him. Words of contrast
    ("while", "conflicting reports") keep the alarm, and so do sources that speak for a party, a document against a
    statement, and counts that are settled at once.
    """
    if _for_two_sides(lesser, greater):
        return None
    measure = lesser.first.measure.name
    told = [told for told in lesser.statements if told.context.gives(measure, greater.best)]
    if lesser.best >= limit("telling_number"):
        told += [told for told in greater.statements if told.context.gives(measure, lesser.best)]
    if not told or _set_against(lesser, greater):
        return None
    return Verdict(relation="scope", why="an article prints both numbers and sets neither against the other")


def passing(lesser: Voice, greater: Voice) -> Verdict | None:
    """A count told in passing, in an article that leads with another or is about something else, raises no alarm.

    Reports of one happening mention the year's toll, last week's attack and the worst case of its kind; only what an
    article counts first, in its headline or lead, is surely of its own happening. What parties say is heard wherever it
    stands.
    """
    if _for_two_sides(lesser, greater):
        return None
    aside = next((voice for voice in (lesser, greater) if all(map(_in_passing, voice.statements))), None)
    if aside is None or _set_against(lesser, greater):
        return None
    which = "first" if aside is lesser else "second"
    return Verdict(relation="scope", why=f"the {which} is told in passing, by an article that counts something else")


def _in_passing(told: Statement) -> bool:
    return told.context.passing or not told.context.leads


def _for_two_sides(lesser: Voice, greater: Voice) -> bool:
    """Do both speak for a side, though it be one ("the fleet", "the governor"), or is it settled at once?"""
    settled = lesser.first.measure.trend == "fixed"
    return settled or bool(lesser.parties and greater.parties) or record_against_word(lesser, greater)


def _set_against(lesser: Voice, greater: Voice) -> bool:
    """Does an article itself hold the two numbers against each other?"""
    beside: dict[str, list[Statement]] = defaultdict(list)
    for other in greater.statements:
        beside[other.claim.article_id].append(other)
    return any(_contrasted(one, other) for one in lesser.statements for other in beside.get(one.claim.article_id, ()))


def _contrasted(one: Statement, other: Statement) -> bool:
    """In one paragraph that speaks of a discrepancy, as two sources' words in a row, or in one sentence of contrast."""
    if _both_answerable(one, other):
        return True
    if one.context.paragraph != other.context.paragraph:
        return False
    if _cues("strong").search(one.context.paragraph):
        return True
    if speaker(one.claim) == speaker(other.claim):
        return False
    if one.context.sentence == other.context.sentence:
        return bool(_cues("weak").search(one.context.sentence))
    in_a_row = abs(one.figure.start - other.figure.start) <= limit("in_a_row")
    return in_a_row and "narrator" not in (one.claim.source_kind, other.claim.source_kind)


def _both_answerable(one: Statement, other: Statement) -> bool:
    """Two bodies that can be asked, each with its own number: "nine, said the hospital", "seven, said the sheriff"."""
    first, second = one.claim, other.claim
    two = first.source_name != second.source_name and (first.scene, first.place) == (second.scene, second.place)
    return two and all(standing([told.claim.source_kind]) == 1.0 and told.claim.source_name for told in (one, other))


@cache
def _cues(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('tallies', 'contrast', kind)))})", re.IGNORECASE)
