"""How sure are we that two scenes are one happening? Each piece of evidence adds to the odds, and says why.

The odds are added up as Fellegi and Sunter do ("A Theory for Record Linkage", 1969): every witness turns what it saw
into a weight, the logarithm of how much more often it is seen between true pairs than between others. The weights
were fitted by logistic regression on true and false pairs of local reports and then rounded: they are a
judgement, not a law. A witness that saw nothing says nothing: an unknown date is no sign of difference.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.group.block import VAGUE, Pair
from tracker.group.place import Nearness, nearness
from tracker.group.scene import OVERNIGHT, Scene
from tracker.group.words import Weights


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two scenes held against each other; ``words`` is how alike their words are (cosine, 0 to 1)."""

    left: Scene
    right: Scene
    words: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one witness adds to the odds (natural logarithm), and the sentence for it."""

    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """How sure we are that two scenes, by their places in the list, are one happening, and why."""

    left: int
    right: int
    sureness: float
    reason: str


NOTHING = Evidence(0.0)


def score_pairs(scenes: Sequence[Scene], weights: Weights, pairs: Sequence[Pair]) -> Iterator[Link]:
    """The links among pairs of scenes, the hopeless ones left out."""
    for (left, right), words in zip(pairs, likeness(weights, pairs), strict=True):
        if words < HOPELESS and scenes[left].main and scenes[right].main:
            continue
        link = score_pair(left, right, Meeting(scenes[left], scenes[right], words))
        if link.sureness >= FAINT:
            yield link


def score_pair(left: int, right: int, meeting: Meeting) -> Link:
    """How sure we are that the two scenes of a meeting are one happening."""
    heard = [witness(meeting) for witness in WITNESSES]
    odds = BEFORE + sum(evidence.weight for evidence in heard)
    if not _may_meet(meeting):
        odds = -math.inf
    told = [evidence.detail for evidence in sorted(heard, key=lambda evidence: -evidence.weight) if evidence.detail]
    return Link(left, right, _sureness(odds), "; ".join(told))


def kept_apart(left: Scene, right: Scene) -> bool:
    """Must the two never be one? An article that tells of two happenings knows that they are two; so do two days,
    a night's tolerance given, and two countries.
    """
    if left.article.article_id == right.article.article_id:
        return True
    if left.window and right.window and left.window.apart(right.window) > OVERNIGHT:
        return True
    return bool(left.place and right.place and nearness(left.place, right.place) is Nearness.ABROAD)


def likeness(weights: Weights, pairs: Sequence[Pair]) -> list[float]:
    """How alike the words of each pair are: the cosine of their weights, in steps that bound the memory."""
    import numpy as np

    found: list[float] = []
    for start in range(0, len(pairs), PAIRS_AT_ONCE):
        left, right = np.asarray(pairs[start : start + PAIRS_AT_ONCE]).T
        product = weights.rows[left].multiply(weights.rows[right])
        found.extend(np.asarray(product.sum(axis=1)).ravel().tolist())
    return found


# ---------------------------------------------------------------- witnesses


def words_agree(meeting: Meeting) -> Evidence:
    """Two reports of one happening share its rare words. Only whole articles have words enough to tell."""
    if not (meeting.left.main and meeting.right.main):
        return NOTHING
    return Evidence(WORDS_SLOPE * math.log((meeting.words + 0.01) / WORDS_EVEN), f"words alike {meeting.words:.2f}")


def printed_close(meeting: Meeting) -> Evidence:
    """Most reports of a happening are printed within days; trials and anniversaries follow for years."""
    left, right = meeting.left.published, meeting.right.published
    if left is None or right is None:
        return NOTHING
    gap = abs((left - right).days)
    return Evidence(-PRINTED_SLOPE * math.log1p(max(gap - 1, 0)), f"published {gap} days apart" if gap > 1 else "")


def days_agree(meeting: Meeting) -> Evidence:
    """The days on which it happened, as the articles tell them."""
    left, right = meeting.left.window, meeting.right.window
    if left is None or right is None or max(left.days, right.days) > VAGUE.days:
        return NOTHING
    if left.apart(right):
        return Evidence(NIGHT_APART, "a night apart")
    return Evidence(SAME_DAY, f"both on {max(left.first, right.first).isoformat()}")


def places_agree(meeting: Meeting) -> Evidence:
    """Where it happened; a place inside the other agrees, another place in the same country speaks against it."""
    near = _nearest(meeting)
    return Evidence(PLACE_WEIGHTS[near], near.value if near is not Nearness.UNKNOWN else "")


def names_agree(meeting: Meeting) -> Evidence:
    """Proper names that only this happening has: a ship, a school, a victim."""
    shared = sorted(meeting.left.names & meeting.right.names)[:NAMES_COUNTED]
    return Evidence(SHARED_NAME * len(shared), f"both name {', '.join(shared)}" if shared else "")


def events_agree(meeting: Meeting) -> Evidence:
    """The kind of happening. A shelled depot is an attack, an explosion and a fire, so a difference weighs little."""
    left, right = meeting.left.event, meeting.right.event
    if not left or not right or "other" in (left, right):
        return NOTHING
    if left == right:
        return Evidence(SAME_EVENT, f"both tell of {left}")
    return NOTHING if any(left in kin and right in kin for kin in KIN) else Evidence(OTHER_EVENT, f"{left} and {right}")


WITNESSES: tuple[Callable[[Meeting], Evidence], ...] = (
    words_agree,
    days_agree,
    places_agree,
    names_agree,
    events_agree,
    printed_close,
)

# Before any witness, words and dates aside: where an average over a group is even. Between 0.5 and 1.5 the pairwise
# F1 moved by .01 on the local reports.
BEFORE = 1.0
WORDS_SLOPE = 3.6
WORDS_EVEN = 0.13
PRINTED_SLOPE = 0.6
SAME_DAY = 1.5
NIGHT_APART = -0.5
SHARED_NAME = 1.0
NAMES_COUNTED = 3
SAME_EVENT = 0.3
OTHER_EVENT = -1.0
PLACE_WEIGHTS = {
    Nearness.SAME: 1.5,
    Nearness.INSIDE: 0.7,
    Nearness.UNKNOWN: 0.0,
    Nearness.ELSEWHERE: -1.5,
    Nearness.ABROAD: -6.0,
}
# Kinds of happening that reports of one and the same happening use side by side.
KIN = (
    frozenset({"attack", "explosion", "fire", "shooting", "sinking"}),
    frozenset({"accident", "crash", "fire", "explosion", "sinking", "shooting", "spill"}),
    frozenset({"storm", "flood"}),
    frozenset({"fire", "wildfire"}),
    frozenset({"protest", "detention"}),
)
# Two whole articles on one happening are nearly always more alike than this: below it lie 7 in 1,000 of the true pairs
# of local reports, and more than half of all pairs looked at.
HOPELESS = 0.05
# Links less sure than this never tip an average; leaving them out keeps the graph small.
FAINT = 0.02
PAIRS_AT_ONCE = 100_000


def _may_meet(meeting: Meeting) -> bool:
    """A happening in the background of an article joins only where day and place, or day and names, agree."""
    if meeting.left.main and meeting.right.main:
        return True
    named = bool(meeting.left.names & meeting.right.names)
    return days_agree(meeting).weight > 0 and (named or _nearest(meeting) is Nearness.SAME)


def _nearest(meeting: Meeting) -> Nearness:
    """The nearest that any two of their places lie; what is known only by its country says little."""
    found = {nearness(left, right) for left in meeting.left.places for right in meeting.right.places}
    return next((near for near in Nearness if near in found and near is not Nearness.UNKNOWN), Nearness.UNKNOWN)


def _sureness(odds: float) -> float:
    """Odds (natural logarithm) as a probability."""
    return 1 / (1 + math.exp(-odds)) if odds > -500 else 0.0
