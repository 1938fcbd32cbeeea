"""How sure are we that two scenes are one happening? The odds of all witnesses together, and the reason in words.

Millions of pairs are worth a look and few are links, so the odds of a batch of pairs are added up in columns; why two
scenes were joined is told afterwards, by the witnesses themselves.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.group.block import SAME_NEWS
from tracker.group.columns import Columns
from tracker.group.odds import BEFORE, FAINT, ONE_NEWS, WORDS_ALONE, WORDS_TELLING, add_up, shared_names
from tracker.group.place import Nearness
from tracker.group.scene import Scene
from tracker.group.weights import GRID, Weights, likeness
from tracker.group.witness import (
    PLACE_SLOPE,
    WITNESSES,
    Custom,
    Meeting,
    ages_agree,
    certain_days,
    days_agree,
    names_agree,
    nearest,
    two_countries,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Batch = tuple[NDArray[Any], NDArray[Any]]
    Ties = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]


class Tie(NamedTuple):
    """How sure we are that two scenes, by their places in the list, are one happening."""

    left: int
    right: int
    sureness: float


# Two whole articles on one happening are nearly always more alike than this: below it lie 7 in 1,000 of the true pairs
# of local reports, and more than half of all pairs looked at.
HOPELESS = 0.05
PAIRS_AT_ONCE = 50_000


def score_pairs(columns: Columns, weights: Weights, pairs: "Iterable[Batch]") -> "Iterator[Ties]":
    """The links among pairs of scenes, the hopeless ones left out: left, right and sureness in columns."""
    for left, right in pairs:
        for start in range(0, len(left), PAIRS_AT_ONCE):
            step = slice(start, start + PAIRS_AT_ONCE)
            yield _links(columns, weights, left[step], right[step])


def _links(columns: Columns, weights: Weights, left: "NDArray[Any]", right: "NDArray[Any]") -> "Ties":
    import numpy as np

    words = likeness(weights, left, right)
    named = shared_names(columns, left, right)
    whole = columns.main[left] & columns.main[right]
    hopeful = ~whole | (words >= HOPELESS) | (named > 0)
    left, right, words, named = left[hopeful], right[hopeful], words[hopeful], named[hopeful]
    odds, most = add_up(columns, left, right, words, named)
    # On a grid sums are exact: a group's average is the same in whatever order its links come.
    sureness = np.round(np.minimum(1 / (1 + np.exp(-odds)), most) * GRID) / GRID
    kept = sureness >= FAINT
    return left[kept].astype(np.int32), right[kept].astype(np.int32), sureness[kept]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure we are that two scenes are one happening, and why."""

    sureness: float
    reason: str


def judge(meeting: Meeting) -> Verdict:
    """How sure we are that the two scenes of a meeting are one happening, the strongest witness first."""
    most = most_sure(meeting)
    if not most:
        return Verdict(0.0, "in the background, and day and place or names do not both agree")
    heard = sorted((witness(meeting) for witness in WITNESSES), key=lambda evidence: -evidence.weight)
    odds = BEFORE + math.fsum(evidence.weight for evidence in heard)
    return Verdict(min(most, 1 / (1 + math.exp(-odds))), "; ".join(filter(None, (said.detail for said in heard))))


def most_sure(meeting: Meeting) -> float:
    """How sure a pair may become at most.

    A happening in the background has to agree in more than its kind (``may_meet``), and two whole articles in more
    than their words, or be printed within a fortnight: a form is filled in anew every year.
    """
    if not may_meet(meeting):
        return 0.0
    if not (meeting.left.main and meeting.right.main):
        return 1.0
    agree = (days_agree, names_agree, ages_agree)
    placed = nearest(meeting.left, meeting.right) in PLACE_SLOPE
    return 1.0 if placed or _one_news(meeting) or any(each(meeting).weight > 0 for each in agree) else WORDS_ALONE


def _one_news(meeting: Meeting) -> bool:
    left, right = meeting.left.published, meeting.right.published
    together = left is not None and right is not None and abs(left - right) <= ONE_NEWS
    return together and meeting.words >= WORDS_TELLING


def explainer(scenes: Sequence[Scene], weights: Weights, custom: Custom, ties: Iterable[Tie]) -> Callable[[Tie], str]:
    """Tells of each of some ties why its scenes may be one happening, the strongest witness first."""
    import numpy as np

    listed = list(ties)
    left, right = (np.array([tie[side] for tie in listed], dtype=np.int64) for side in (0, 1))
    alike = dict(zip(listed, likeness(weights, left, right).tolist(), strict=True))

    def explain(tie: Tie) -> str:
        return judge(Meeting(scenes[tie.left], scenes[tie.right], alike[tie], custom)).reason

    return explain


def keeper(scenes: Sequence[Scene], open: Callable[[Iterable[int]], None]) -> Callable[[int, int], bool]:
    """``kept_apart`` for scenes by their places in the list: most pairs need no closer look.

    ``open`` is called with the places of those whose text does.
    """
    articles = [scene.article.article_id for scene in scenes]
    days = [(scene.window.first, scene.window.last) if scene.window else None for scene in scenes]
    countries = [scene.place.country if scene.place else "" for scene in scenes]

    def apart(left: int, right: int) -> bool:
        if articles[left] == articles[right]:
            return True
        here, there = days[left], days[right]
        days_differ = here is not None and there is not None and (here[0] > there[1] or there[0] > here[1])
        countries_differ = countries[left] != countries[right] and countries[left] and countries[right]
        if not days_differ and not countries_differ:
            return False
        open((left, right))
        return kept_apart(scenes[left], scenes[right])

    return apart


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
