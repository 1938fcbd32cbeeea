"""How sure are we that two scenes are one happening? The odds of all witnesses together, and the reason in words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.group.block import SAME_NEWS, Pair
from tracker.group.place import Nearness
from tracker.group.scene import Scene
from tracker.group.witness import (
    WITNESSES,
    Meeting,
    certain_days,
    days_agree,
    nearest,
    read_custom,
    two_countries,
)
from tracker.group.words import Weights


@dataclass(frozen=True, slots=True)
class Link:
    """How sure we are that two scenes, by their places in the list, are one happening, and why."""

    left: int
    right: int
    sureness: float
    reason: str


# Before any witness: where an average over a group is even. Between 1.0 and 1.8 the pairwise F1 moved by .02 on the
# local reports.
BEFORE = 1.4
# Two whole articles on one happening are nearly always more alike than this: below it lie 7 in 1,000 of the true pairs
# of local reports, and more than half of all pairs looked at.
HOPELESS = 0.05
# Links less sure than this never tip an average; leaving them out keeps the graph small.
FAINT = 0.02
PAIRS_AT_ONCE = 100_000


def score_pairs(scenes: Sequence[Scene], weights: Weights, pairs: Sequence[Pair]) -> Iterator[Link]:
    """The links among pairs of scenes, the hopeless ones left out."""
    custom = read_custom(scenes)
    for (left, right), words in zip(pairs, likeness(weights, pairs), strict=True):
        named = scenes[left].names & scenes[right].names
        if words < HOPELESS and not named and scenes[left].main and scenes[right].main:
            continue
        link = score_pair(left, right, Meeting(scenes[left], scenes[right], words, custom))
        if link.sureness >= FAINT:
            yield link


def score_pair(left: int, right: int, meeting: Meeting) -> Link:
    """How sure we are that the two scenes of a meeting are one happening."""
    if not may_meet(meeting):
        return Link(left, right, 0.0, "in the background, and day and place or names do not both agree")
    heard = sorted((witness(meeting) for witness in WITNESSES), key=lambda evidence: -evidence.weight)
    odds = BEFORE + math.fsum(evidence.weight for evidence in heard)
    return Link(left, right, 1 / (1 + math.exp(-odds)), "; ".join(filter(None, (said.detail for said in heard))))


def may_meet(meeting: Meeting) -> bool:
    """A happening in the background of an article joins only where day and place, or day and names, agree.

    Where a day is not told, the day's news does: one place, one kind of happening, printed within ``SAME_NEWS`` days.
    """
    if meeting.left.main and meeting.right.main:
        return True
    same_place = nearest(meeting.left, meeting.right) is Nearness.SAME
    if days_agree(meeting).weight > 0:
        return same_place or bool(meeting.left.names & meeting.right.names)
    return same_place and _same_news(meeting.left, meeting.right)


def _same_news(left: Scene, right: Scene) -> bool:
    """Undated, of one kind, in one town, and in print within days of each other."""
    if (left.window and right.window) or not left.event or left.event != right.event:
        return False
    if left.place is None or right.place is None or not (left.place.exact and right.place.exact):
        return False
    if left.published is None or right.published is None:
        return False
    return abs((left.published - right.published).days) <= SAME_NEWS.days


def kept_apart(left: Scene, right: Scene) -> bool:
    """Must the two never be one?

    An article that tells of two happenings knows that they are two; so do two days, a night's tolerance given, and
    two countries, where they are certain.
    """
    if left.article.article_id == right.article.article_id or certain_days(left, right):
        return True
    return two_countries(left, right)


def likeness(weights: Weights, pairs: Sequence[Pair]) -> list[float]:
    """How alike the words of each pair are: the product of their rows, in steps that bound the memory."""
    import numpy as np

    found: list[float] = []
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        left, right = np.asarray(pairs[start : start + PAIRS_AT_ONCE]).T
        product = weights.rows[left].multiply(weights.rows[right])
        found.extend(np.asarray(product.sum(axis=1)).ravel().tolist())
    return found
