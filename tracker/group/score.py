"""How sure are we that two scenes are one happening? The odds of all witnesses together, and the reason in words.

Millions of pairs are worth a look and few are links, so the odds of a batch of pairs are added up in columns; why two
scenes were joined is told afterwards, by the witnesses themselves.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.group.block import SAME_NEWS
from tracker.group.columns import UNKNOWN, Columns, read_columns
from tracker.group.place import Nearness
from tracker.group.scene import Scene
from tracker.group.witness import (
    DAY_SLOPE,
    DAYS_APART,
    NAMES_COUNTED,
    NEAR_AGE,
    NIGHT_APART,
    OTHER_AGE,
    PLACE_SLOPE,
    PRINTED_SLOPE,
    SAME_AGE,
    SHARED_NAME,
    TOLD_APART,
    WITNESSES,
    WORDS_EVEN,
    WORDS_SLOPE,
    Meeting,
    ages_agree,
    certain_days,
    days_agree,
    names_agree,
    nearest,
    places_agree,
    read_custom,
    told_as_another,
    two_countries,
)
from tracker.group.words import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Batch = tuple[NDArray[Any], NDArray[Any]]


class Tie(NamedTuple):
    """How sure we are that two scenes, by their places in the list, are one happening."""

    left: int
    right: int
    sureness: float


# Before any witness: where an average over a group is even. Between 1.0 and 1.8 the pairwise F1 moved by .02 on the
# local reports.
BEFORE = 1.4
# Two whole articles on one happening are nearly always more alike than this: below it lie 7 in 1,000 of the true pairs
# of local reports, and more than half of all pairs looked at.
HOPELESS = 0.05
# Links less sure than this never tip an average; leaving them out keeps the graph small.
FAINT = 0.1
# Of 20 pairs of local reports that only words made sure, printed more than a fortnight apart, 5 were one happening; of
# 104 printed within a fortnight, 96.
WORDS_ALONE = 0.4
ONE_NEWS = timedelta(days=14)
PAIRS_AT_ONCE = 100_000


def score_pairs(scenes: Sequence[Scene], weights: Weights, pairs: "Iterable[Batch]") -> Iterator[Tie]:
    """The links among pairs of scenes, the hopeless ones left out."""
    columns = read_columns(scenes)
    for left, right in pairs:
        for start in range(0, len(left), PAIRS_AT_ONCE):
            step = slice(start, start + PAIRS_AT_ONCE)
            yield from _links(columns, weights, left[step], right[step])


def _links(columns: Columns, weights: Weights, left: "NDArray[Any]", right: "NDArray[Any]") -> Iterator[Tie]:
    import numpy as np

    words = likeness(weights, left, right)
    named = shared_names(columns, left, right)
    whole = columns.main[left] & columns.main[right]
    hopeful = ~whole | (words >= HOPELESS) | (named > 0)
    left, right, words, named = left[hopeful], right[hopeful], words[hopeful], named[hopeful]
    odds, most = add_up(columns, left, right, words, named)
    sureness = np.minimum(1 / (1 + np.exp(-odds)), most)
    kept = np.flatnonzero(sureness >= FAINT)
    for one, other, sure in zip(left[kept].tolist(), right[kept].tolist(), sureness[kept].tolist(), strict=True):
        yield Tie(one, other, sure)


def add_up(
    columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]", words: "NDArray[Any]", named: "NDArray[Any]"
) -> "Batch":
    """The odds that each pair is one happening, and how sure it may become at most (``most_sure``)."""
    import numpy as np

    whole = columns.main[left] & columns.main[right]
    days = _days(columns, left, right)
    odds = np.where(whole, WORDS_SLOPE * np.log((words + 0.01) / WORDS_EVEN), 0.0) + BEFORE + days
    odds += SHARED_NAME * np.minimum(named, NAMES_COUNTED) + columns.kinds[columns.kind[left], columns.kind[right]]
    odds += np.where(whole, _ages(columns, left, right), 0.0) + np.where(
        whole | (days <= 0), _printed(columns, left, right), 0.0
    )
    # Places cost more to look at, so only where they can still make a link of a pair; what only the words of both
    # articles can tell comes last of all.
    most, faint = max(PLACE_SLOPE.values()) * columns.custom.rarity(0), math.log(FAINT / (1 - FAINT))
    near = np.flatnonzero(odds + most >= faint)
    weight, same_place, may_differ = columns.placed(left[near], right[near])
    odds[near] += weight
    same = np.zeros(len(left), dtype=bool)
    same[near] = same_place
    for at in near[may_differ & (odds[near] >= faint)].tolist():
        odds[at] += places_agree(
            Meeting(columns.scenes[left[at]], columns.scenes[right[at]], 0.0, columns.custom)
        ).weight
    recalled = (days == DAYS_APART) & (columns.recalling[left] | columns.recalling[right]) & (odds >= faint)
    for at in np.flatnonzero(recalled).tolist():
        if told_as_another(columns.scenes[left[at]], columns.scenes[right[at]]):
            odds[at] += TOLD_APART - DAYS_APART
    placed = np.zeros(len(left), dtype=bool)
    placed[near] = same_place | (weight > 0)
    background = (same & ((days > 0) | _same_news_of(columns, left, right))) | ((days > 0) & (named > 0))
    more = (
        (days > 0) | placed | (named > 0) | (_ages(columns, left, right) > 0) | _printed_together(columns, left, right)
    )
    return odds, np.where(whole, np.where(more, 1.0, WORDS_ALONE), np.where(background, 1.0, 0.0))


def _days(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    known = (columns.first[left] != UNKNOWN) & (columns.first[right] != UNKNOWN)
    gap = np.maximum(columns.first[left] - columns.last[right], columns.first[right] - columns.last[left])
    count = np.maximum(columns.crowd[left], columns.crowd[right])
    same = DAY_SLOPE * (math.log(columns.custom.rarity_base) - np.log1p(count))
    return np.where(known, np.where(gap <= 0, same, np.where(gap == 1, NIGHT_APART, DAYS_APART)), 0.0)


def _printed(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    known = (columns.published[left] != UNKNOWN) & (columns.published[right] != UNKNOWN)
    gap = np.abs(columns.published[left] - columns.published[right])
    return np.where(known, -PRINTED_SLOPE * np.log1p(np.maximum(gap - 1, 0)), 0.0)


def _printed_together(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    known = (columns.published[left] != UNKNOWN) & (columns.published[right] != UNKNOWN)
    return np.asarray(known & (np.abs(columns.published[left] - columns.published[right]) <= ONE_NEWS.days))


def _ages(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    import numpy as np

    (low, high), (other_low, other_high) = columns.ages[left].T, columns.ages[right].T
    known = ((low | high) != 0) & ((other_low | other_high) != 0)
    shared = ((low & other_low) | (high & other_high)) != 0
    near = _a_year_more(low, high, other_low, other_high) | _a_year_more(other_low, other_high, low, high)
    return np.where(known, np.where(shared, SAME_AGE, np.where(near, NEAR_AGE, OTHER_AGE)), 0.0)


def _a_year_more(
    low: "NDArray[Any]", high: "NDArray[Any]", other_low: "NDArray[Any]", other_high: "NDArray[Any]"
) -> Any:
    """Is someone of the one a year older than someone of the other? Bit 62 carries over into the second number."""
    carried = (low >> 62) & 1
    older_low, older_high = (low & ((1 << 62) - 1)) << 1, ((high & ((1 << 62) - 1)) << 1) | carried
    return ((older_low & other_low) | (older_high & other_high)) != 0


def _same_news_of(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    """``_same_news`` in columns."""
    import numpy as np

    undated = ~(columns.windowed[left] & columns.windowed[right])
    of_kind = (columns.kind[left] == columns.kind[right]) & columns.told[left]
    printed = (columns.published[left] != UNKNOWN) & (columns.published[right] != UNKNOWN)
    close = np.abs(columns.published[left] - columns.published[right]) <= SAME_NEWS.days
    both = columns.exact[left] & columns.exact[right]
    return np.asarray(undated & of_kind & printed & close & both)


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
    return left is not None and right is not None and abs(left - right) <= ONE_NEWS


def explainer(scenes: Sequence[Scene], weights: Weights, ties: Iterable[Tie]) -> Callable[[Tie], str]:
    """Tells of each of some ties why its scenes may be one happening, the strongest witness first."""
    import numpy as np

    custom, listed = read_custom(scenes), list(ties)
    left, right = (np.array([tie[side] for tie in listed], dtype=np.int64) for side in (0, 1))
    alike = dict(zip(listed, likeness(weights, left, right).tolist(), strict=True))

    def explain(tie: Tie) -> str:
        return judge(Meeting(scenes[tie.left], scenes[tie.right], alike[tie], custom)).reason

    return explain


def keeper(scenes: Sequence[Scene]) -> Callable[[int, int], bool]:
    """``kept_apart`` for scenes by their places in the list: most pairs need no closer look."""
    articles = [scene.article.article_id for scene in scenes]
    days = [(scene.window.first, scene.window.last) if scene.window else None for scene in scenes]
    countries = [scene.place.country if scene.place else "" for scene in scenes]

    def apart(left: int, right: int) -> bool:
        if articles[left] == articles[right]:
            return True
        here, there = days[left], days[right]
        days_differ = here is not None and there is not None and (here[0] > there[1] or there[0] > here[1])
        countries_differ = countries[left] != countries[right] and countries[left] and countries[right]
        return bool(days_differ or countries_differ) and kept_apart(scenes[left], scenes[right])

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


def likeness(weights: Weights, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    """How alike the words of each pair are: the product of their rows."""
    import numpy as np

    return np.asarray(weights.rows[left].multiply(weights.rows[right]).sum(axis=1)).ravel()


def shared_names(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    """How many names the scenes of each pair share."""
    import numpy as np

    shared = np.zeros(len(left), dtype=np.int64)
    both = np.flatnonzero(columns.named[left] & columns.named[right])
    if len(both):
        product = columns.names[left[both]].multiply(columns.names[right[both]])
        shared[both] = np.asarray(product.sum(axis=1)).ravel()
    return shared
