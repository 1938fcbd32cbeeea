"""What speaks for two scenes being one happening, and what against: each witness looks at one thing and says why.

The weights add up as Fellegi and Sunter have it ("A Theory for Record Linkage", 1969): the logarithm of how much more
often a thing is seen between true pairs than between others. To agree on what is rare in the corpus tells more than
to agree on what all of it shares, so the day's news of one city is not one happening. The numbers were fitted by
logistic regression on pairs of local reports and then rounded: they are a judgement, not a law. A witness that saw
nothing says nothing: an unknown date is no sign of difference.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from tracker.group.block import VAGUE
from tracker.group.marks import step
from tracker.group.place import Nearness, nearness
from tracker.group.scene import OVERNIGHT, Scene
from tracker.lexicon import read_lexicon


@dataclass(frozen=True, slots=True)
class Custom:
    """How common each day and each place is in a corpus of so many scenes."""

    scenes: int
    days: Counter[date]
    places: Counter[str]

    def rarity(self, count: int) -> float:
        """How much it tells to share what so many scenes have; a small corpus proves little rare."""
        return math.log(self.rarity_base / (1 + count))

    @property
    def rarity_base(self) -> int:
        """The scenes seen here, and those seen elsewhere."""
        return self.scenes + FEW_SCENES


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two scenes of a corpus held against each other; ``words`` is how alike their words are (cosine, 0 to 1)."""

    left: Scene
    right: Scene
    words: float
    custom: Custom


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one witness adds to the odds (natural logarithm), and the words for it."""

    weight: float
    detail: str = ""


NOTHING = Evidence(0.0)


def read_custom(scenes: Iterable[Scene]) -> Custom:
    """What is common in a corpus, in steps: one scene more leaves nearly all of it as it is."""
    listed = list(scenes)
    days = Counter(scene.window.first for scene in listed if scene.window)
    places = Counter(name for scene in listed for name in {place.finest for place in scene.places})
    return Custom(step(len(listed)), _in_steps(days), _in_steps(places))


K = TypeVar("K")


def _in_steps(counts: Counter[K]) -> Counter[K]:
    return Counter({key: step(count) for key, count in counts.items()})


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
    if not (meeting.left.main and meeting.right.main) and days_agree(meeting).weight > 0:
        # Who looks back to a day names it: an anniversary is a year after what it tells.
        return NOTHING
    gap = abs((left - right).days)
    return Evidence(-PRINTED_SLOPE * math.log1p(max(gap - 1, 0)), f"published {gap} days apart" if gap > 1 else "")


def days_agree(meeting: Meeting) -> Evidence:
    """The days on which it happened, as the articles tell them; what is far apart is not for evidence to join."""
    left, right = meeting.left.window, meeting.right.window
    if left is None or right is None or max(left.days, right.days) > VAGUE.days:
        return NOTHING
    apart = left.apart(right).days
    if apart > 1 and told_as_another(meeting.left, meeting.right):
        return Evidence(TOLD_APART, f"{apart} days apart, and one tells of both")
    if apart:
        return Evidence(NIGHT_APART, "a night apart") if apart == 1 else Evidence(DAYS_APART, f"{apart} days apart")
    count = max(meeting.custom.days[left.first], meeting.custom.days[right.first])
    return Evidence(DAY_SLOPE * meeting.custom.rarity(count), f"both on {max(left.first, right.first).isoformat()}")


def places_agree(meeting: Meeting) -> Evidence:
    """Where it happened; a place inside the other agrees, another place speaks against it where both are certain."""
    if certain_places(meeting.left, meeting.right):
        headlined = headlined_places(meeting.left, meeting.right)
        return Evidence(HEADLINED_APART if headlined else PLACE_APART, Nearness.ELSEWHERE.value)
    near = nearest(meeting.left, meeting.right)
    if near not in PLACE_SLOPE:
        return NOTHING
    named = (place.finest for scene in (meeting.left, meeting.right) for place in scene.places)
    commonest = max(meeting.custom.places[name] for name in named)
    return Evidence(PLACE_SLOPE[near] * meeting.custom.rarity(commonest), near.value)


def names_agree(meeting: Meeting) -> Evidence:
    """Proper names that only this happening has: a ship, a school, a victim."""
    shared = sorted(meeting.left.names & meeting.right.names)[:NAMES_COUNTED]
    return Evidence(SHARED_NAME * len(shared), f"both name {', '.join(shared)}" if shared else "")


def ages_agree(meeting: Meeting) -> Evidence:
    """How old the people are whom a report tells of first; a year more or less may be a birthday or a slip."""
    left, right = meeting.left.ages, meeting.right.ages
    if not left or not right or not (meeting.left.main and meeting.right.main):
        return NOTHING
    if left & right:
        return Evidence(SAME_AGE, f"both tell of someone aged {min(left & right)}")
    if any(abs(one - other) == 1 for one in left for other in right):
        return Evidence(NEAR_AGE, "ages a year apart")
    return Evidence(OTHER_AGE, "people of other ages")


def events_agree(meeting: Meeting) -> Evidence:
    """The kind of happening. A shelled depot is an attack, an explosion and a fire, so a difference weighs little."""
    left, right = meeting.left.event, meeting.right.event
    weight = kinds_agree(left, right)
    return Evidence(weight, f"both tell of {left}" if weight > 0 else f"{left} and {right}") if weight else NOTHING


def kinds_agree(left: str, right: str) -> float:
    """What two kinds of happening add to the odds; an unknown one nothing."""
    if not left or not right or "other" in (left, right):
        return 0.0
    if left == right:
        return SAME_EVENT
    return 0.0 if any(left in kin and right in kin for kin in read_lexicon("events")["kin"].values()) else OTHER_EVENT


WITNESSES: tuple[Callable[[Meeting], Evidence], ...] = (
    words_agree,
    days_agree,
    places_agree,
    names_agree,
    ages_agree,
    events_agree,
    printed_close,
)

# The likeness of words at which they speak neither way, and how much a doubling of it adds (times 0.69).
WORDS_EVEN = 0.13
WORDS_SLOPE = 3.6
# A month between two publications costs as much as a third of the likeness of words.
PRINTED_SLOPE = 0.6
# Of pairs whose words are alike, 51 of 68 true ones and none of 67 others gave the same day: a strong witness, and
# stronger the fewer happenings that day saw.
DAY_SLOPE = 0.5
NIGHT_APART = -0.5
# An anniversary, a second march: its article knows of the first and tells it by itself.
TOLD_APART = -1.5
# Only where the later report looks back or one of them recalls, else two days are two happenings (certain_days).
DAYS_APART = -0.5
# Of 14 pairs of like articles whose days differ for certain, the 6 true ones were each printed within a week of each
# other and one of them gave a day five weeks back or more; of the 8 others none gave one more than three weeks back.
NEWS = timedelta(days=20)
SAME_WEEK = timedelta(days=7)
# The same place is named in 67 of 235 true pairs and in 23 of 200 others with like words; another one, for certain,
# in 24 and in 62.
PLACE_SLOPE = {Nearness.SAME: 0.3, Nearness.INSIDE: 0.15}
PLACE_APART = -1.5
HEADLINED_APART = -3.0
# Few local reports gave names, so these are a guess: three names outweigh a night and another kind of event.
SHARED_NAME = 2.0
NAMES_COUNTED = 3
# Where both gave ages, 413 of 454 true pairs with like words shared one and 24 had none within a year; of 600 others,
# 114 and 388. In a disaster each report finds its own survivors, so other ages weigh less than that.
SAME_AGE = 1.5
NEAR_AGE = -0.7
OTHER_AGE = -1.0
# The kind told true pairs from others hardly at all: 202 of 235 against 177 of 200 were of one kind.
SAME_EVENT = 0.2
OTHER_EVENT = -0.5
# As if so many scenes had been seen elsewhere that share nothing.
FEW_SCENES = 100


# ---------------------------------------------------------------- places and days that are certain


def certain_days(left: Scene, right: Scene) -> bool:
    """Did they happen on different days for certain?

    The later of the two may mean the day of the trial; and of two articles on like things of one week's papers, one
    whose day lies weeks before may have read it off a case it recalls.
    """
    if left.window is None or right.window is None or left.window.apart(right.window) <= OVERNIGHT:
        return False
    if left.main and right.main and _recalls(left) != _recalls(right) and _printed_apart(left, right) <= SAME_WEEK:
        return False
    return not max(left, right, key=lambda scene: scene.window.first if scene.window else date.min).looks_back


def told_as_another(left: Scene, right: Scene) -> bool:
    """Does the article of one tell of the other's day, but as that of another happening?"""
    return any(
        one.window and other.window and any(other.window.apart(told) <= OVERNIGHT for told in one.other_days)
        for one, other in ((left, right), (right, left))
    )


def _recalls(scene: Scene) -> bool:
    """Does its day lie weeks before it was printed?"""
    return bool(scene.window and scene.published and scene.published - scene.window.last > NEWS)


def _printed_apart(left: Scene, right: Scene) -> timedelta:
    known = left.published and right.published
    return abs(left.published - right.published) if known and left.published and right.published else timedelta.max


def nearest(left: Scene, right: Scene) -> Nearness:
    """The nearest that any two of their places lie; what is known only by its country says little."""
    found = {nearness(one, other) for one in left.places for other in right.places}
    return next((near for near in Nearness if near in found and near is not Nearness.UNKNOWN), Nearness.UNKNOWN)


def certain_places(left: Scene, right: Scene) -> bool:
    """Did they happen in different places for certain?

    Both must be places we can put in a country, or one might lie in the other; and each report must name its own
    place first: one that opens with the other's place may well be about that one.
    """
    here, there = left.place, right.place
    if here is None or there is None or not (here.country and there.country):
        return False
    if nearness(here, there) not in (Nearness.ELSEWHERE, Nearness.ABROAD):
        return False
    return left.names_first(here, there) and right.names_first(there, here)


def headlined_places(left: Scene, right: Scene) -> bool:
    """Does each headline name its own place and not the other's? Then two editors meant two places."""
    here, there = left.place, right.place
    return bool(here and there and left.headlines(here, there) and right.headlines(there, here))


def two_countries(left: Scene, right: Scene) -> bool:
    """Did they happen in two countries for certain?"""
    here, there = left.place, right.place
    return bool(here and there and nearness(here, there) is Nearness.ABROAD and certain_places(left, right))
