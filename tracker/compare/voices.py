"""Voices: sources that hold the same figure of the same thing speak with one voice; voices are held against each other.

Ten articles with Moscow's figure and three with Kyiv's are two voices, so one conflict with two well-documented sides.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from tracker.compare.case import Holding, Side, Statement, speaker
from tracker.compare.measures import limit
from tracker.compare.times import earliest
from tracker.model import INF, Claim, Figure


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Holdings of equal interval, scope, noun, place and time."""

    holdings: tuple[Holding, ...]

    @property
    def first(self) -> Holding:
        """The holding that stands for the rest; they are alike in what the rules ask."""
        return self.holdings[0]

    @property
    def low(self) -> float:
        """The least number the words allow."""
        return self.first.position.low

    @property
    def high(self) -> float:
        """The greatest number the words allow, ``inf`` where they are open above."""
        return self.first.position.high

    @property
    def best(self) -> float:
        """The number as printed."""
        return self.first.position.best

    @property
    def bound(self) -> str:
        """How the words bound the number: exact, at_least, about and so on."""
        return self.first.last.figure.bound

    @cached_property
    def said(self) -> str:
        """When the figure was first said by anyone who holds it."""
        return earliest(holding.first_said for holding in self.holdings)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of the figure, attributed and latest first."""
        return tuple(sorted((told for held in self.holdings for told in held.standing), key=weight))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that say the figure."""
        return tuple(told.claim for told in self.statements)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The sources that hold it."""
        return frozenset(speaker(held.last.claim) for held in self.holdings)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The sides its sources speak for."""
        return frozenset(held.position.party for held in self.holdings if held.position.party)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles it is printed in."""
        return frozenset(claim.article_id for claim in self.claims)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its sources."""
        return frozenset(held.last.claim.source_kind for held in self.holdings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How two voices relate, and the second half of the reason. No relation: the two are no news to each other."""

    relation: str
    why: str = ""


Question = Callable[[Voice, Voice], Verdict | None]


def raise_voices(holdings: Iterable[Holding]) -> tuple[Voice, ...]:
    """The voices of some holdings of one measure, the lesser figure first, in a fixed order."""
    alike: dict[tuple[object, ...], list[Holding]] = defaultdict(list)
    for held in holdings:
        alike[_likeness(held)].append(held)
    voices = (
        Voice(holdings=tuple(sorted(group, key=lambda held: held.position.position_id))) for group in alike.values()
    )
    return tuple(sorted(voices, key=_rank))


def meetings(voices: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Every two voices, the lesser figure first; a source is not held against itself."""
    for lesser, greater in combinations(voices, 2):
        if len(lesser.speakers | greater.speakers) > 1:
            yield lesser, greater


def loudest(voices: Sequence[Voice]) -> Sequence[Voice]:
    """The best-backed voices, in the order given, where there are more than anyone would read."""
    most = int(limit("most_voices"))
    if len(voices) <= most:
        return voices
    kept = {id(voice) for voice in sorted(voices, key=lambda voice: -len(voice.articles))[:most]}
    return [voice for voice in voices if id(voice) in kept]


def side_of(voices: Sequence[Voice]) -> Side:
    """One side of a finding, made of the voices that share it."""
    told = sorted((told for voice in voices for told in voice.statements), key=weight)
    return side_of_statements(told)


def side_of_statements(told: Sequence[Statement]) -> Side:
    """One side made of statements, the first of which represents it."""
    claims, figures = _once(told)
    first = figures[0]
    names = sorted({speaker(claim) for claim in claims})
    return Side(
        claims=claims, figures=figures, value=first.text, key="|".join([*names, f"{first.low:g}", f"{first.high:g}"])
    )


def _once(told: Sequence[Statement]) -> tuple[tuple[Claim, ...], tuple[Figure, ...]]:
    claims = {said.claim.claim_id: said.claim for said in told}
    figures = {said.figure.figure_id: said.figure for said in told}
    return tuple(claims.values()), tuple(figures.values())


def _likeness(held: Holding) -> tuple[object, ...]:
    place = tuple(name.casefold() for name in held.place.names)
    position = held.position
    return position.low, position.best, position.high, position.scope, held.counted, place, held.window


def _rank(voice: Voice) -> tuple[float, float, float, str]:
    return voice.best, voice.low, voice.high, voice.first.position.position_id


def weight(told: Statement) -> tuple[bool, bool, int, str, str]:
    """The order in which statements represent a side: not the outlet itself, an exact figure, the latest."""
    narrated = told.claim.source_kind == "narrator"
    return narrated, told.figure.high == INF, -_stamp(told.said), told.claim.claim_id, told.figure.figure_id


def _stamp(when: str) -> int:
    digits = "".join(filter(str.isdigit, when[:16]))
    return int(digits.ljust(12, "0")) if digits else 0
