"""The odds that pairs of scenes are one happening, for a batch of pairs at once.

It is what ``witness.py`` says of each pair and ``score.py`` of how sure it may become, added up in columns; a test
holds the two to each other.
"""

import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tracker.group.block import SAME_NEWS
from tracker.group.columns import UNKNOWN, Columns
from tracker.group.witness import (
    DAY_SLOPE,
    DAYS_APART,
    NAMES_COUNTED,
    NEAR_AGE,
    NIGHT_APART,
    OTHER_AGE,
    PRINTED_SLOPE,
    SAME_AGE,
    SHARED_NAME,
    TOLD_APART,
    WORDS_EVEN,
    WORDS_SLOPE,
    told_as_another,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Batch = tuple[NDArray[Any], NDArray[Any]]

# Before any witness: where an average over a group is even. Between 1.0 and 1.8 the pairwise F1 moved by .02 on the
# local reports.
BEFORE = 1.4
# Links less sure than this never tip an average; leaving them out keeps the graph small.
FAINT = 0.1
# Of 17 pairs of local reports that only words made sure, printed more than a fortnight apart, 5 were one happening; of
# 104 printed within a fortnight, 83 of the 86 whose words were so much alike, and 13 of the 18 others.
WORDS_ALONE = 0.4
ONE_NEWS = timedelta(days=14)
WORDS_TELLING = 0.15


def add_up(
    columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]", words: "NDArray[Any]", named: "NDArray[Any]"
) -> "Batch":
    """The odds that each pair is one happening, and how sure it may become at most (``most_sure``)."""
    import numpy as np

    whole = columns.main[left] & columns.main[right]
    days = _days(columns, left, right)
    odds = np.where(whole, WORDS_SLOPE * np.log((words + 0.01) / WORDS_EVEN), 0.0) + BEFORE + days
    odds += SHARED_NAME * np.minimum(named, NAMES_COUNTED) + columns.kinds[columns.kind[left], columns.kind[right]]
    ages = _ages(columns, left, right)
    odds += np.where(whole, ages, 0.0) + np.where(whole | (days <= 0), _printed(columns, left, right), 0.0)
    # Places cost more to look at, so only where they can still make a link of a pair; what only the words of both
    # articles can tell comes last of all.
    faint = math.log(FAINT / (1 - FAINT))
    near = np.flatnonzero(odds + columns.at_most_placed(left, right) >= faint)
    weight, same_place, apart = columns.placed(left[near], right[near])
    odds[near] += np.where(apart, 0.0, weight)
    same = np.zeros(len(left), dtype=bool)
    same[near] = same_place
    doubtful = np.flatnonzero(apart & (odds[near] >= faint))
    odds[near[doubtful]] += _apart(columns, left[near[doubtful]], right[near[doubtful]], weight[doubtful])
    recalled = (days == DAYS_APART) & (columns.recalling[left] | columns.recalling[right]) & (odds >= faint)
    for at in np.flatnonzero(recalled).tolist():
        if told_as_another(columns.scenes[left[at]], columns.scenes[right[at]]):
            odds[at] += TOLD_APART - DAYS_APART
    placed = np.zeros(len(left), dtype=bool)
    placed[near] = same_place | ((weight > 0) & ~apart)
    background = (same & ((days > 0) | _same_news_of(columns, left, right))) | ((days > 0) & (named > 0))
    one_news = _printed_together(columns, left, right) & (words >= WORDS_TELLING)
    more = (days > 0) | placed | (named > 0) | (ages > 0) | one_news
    return odds, np.where(whole, np.where(more, 1.0, WORDS_ALONE), np.where(background, 1.0, 0.0))


def _apart(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]", near: "NDArray[Any]") -> "NDArray[Any]":
    """What places add whose first are apart: what speaks against them where they are certain, else ``near``."""
    import numpy as np

    weight = np.zeros(len(left))
    known = np.flatnonzero(columns.atlas.countries_known(left) & columns.atlas.countries_known(right))
    weight[known] = columns.datelines.apart(left[known], right[known])
    return np.where(weight < 0, weight, near)


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


def shared_names(columns: Columns, left: "NDArray[Any]", right: "NDArray[Any]") -> "NDArray[Any]":
    """How many names the scenes of each pair share."""
    import numpy as np

    shared = np.zeros(len(left), dtype=np.int64)
    both = np.flatnonzero(columns.named[left] & columns.named[right])
    if len(both):
        product = columns.names[left[both]].multiply(columns.names[right[both]])
        shared[both] = np.asarray(product.sum(axis=1)).ravel()
    return shared
