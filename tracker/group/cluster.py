"""Which scenes are one happening: average linkage over the links, under what must and what must not be together.

Two groups are joined while the *average* sureness over all pairs across them, those never looked at counting as
none, is at least even; the best first. One chance link therefore never chains two happenings together, as it does in
bare connected components. What articles are about is settled first, what they mention in passing joins it after: a
mention is shorter, and what it was wrongly joined to would bar its own article.

The links form a sparse graph and only neighbours are ever held against each other, so that the work grows with the
links (scipy's linkage wants every pair, and knows no pair that must not meet).
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tracker.group.score import Tie

EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Scenes, by their places in the list, that are one happening.

    ``joins`` are the links it was made by, the surest of each two groups that became one; ``weakest`` is that of the
    least sure of them, ``sureness`` how sure that one was: the average over all pairs across.
    """

    members: tuple[int, ...]
    sureness: float = 1.0
    weakest: Tie | None = None
    joins: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ties:
    """Every link between two groups in the making: their sureness summed up, and the surest of them."""

    total: float
    surest: Tie

    def __add__(self, other: "_Ties") -> "_Ties":
        return _Ties(self.total + other.total, max(self.surest, other.surest, key=_by_sureness))


@dataclass(slots=True)
class _Part:
    """A group in the making, its ties to its neighbours, and the join that was least sure."""

    members: list[int]
    ties: dict[int, _Ties] = field(default_factory=dict)
    sureness: float = 1.0
    weakest: Tie | None = None
    joins: list[Tie] = field(default_factory=list)


Parts = dict[int, _Part]
Apart = Callable[[int, int], bool]


def cluster(
    size: int,
    links: Iterable[Tie],
    *,
    then: Iterable[Tie] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Apart = lambda left, right: False,
    even: float = EVEN,
) -> tuple[Group, ...]:
    """The groups of ``size`` scenes. ``together`` joins whatever the links say; ``apart`` forbids a pair for good.

    The links of ``then`` are looked at when those of ``links`` join nothing more.
    """
    parts = {index: _Part([index]) for index in range(size)}
    for left, right in _pairs_of_one(together):
        _join(parts, left, right)
    for more in (links, then):
        _tie(parts, more)
        _settle(parts, apart, even)
    return tuple(
        Group(tuple(sorted(part.members)), part.sureness, part.weakest, tuple(part.joins)) for part in parts.values()
    )


def _tie(parts: Parts, links: Iterable[Tie]) -> None:
    """Tie the groups so far by the links between their members."""
    home = {member: name for name, part in parts.items() for member in part.members}
    for link in links:
        left, right = home[link.left], home[link.right]
        if left != right:
            tie, known = _Ties(link.sureness, link), parts[left].ties.get(right)
            parts[left].ties[right] = parts[right].ties[left] = tie if known is None else known + tie


def _settle(parts: Parts, apart: Apart, even: float) -> None:
    """Join, the surest first, until no two groups are even any more."""
    queue = [_entry(parts, left, right) for left in parts for right in parts[left].ties if left < right]
    queue = [entry for entry in queue if -entry[0] >= even]
    heapq.heapify(queue)
    while queue:
        average, left, right = heapq.heappop(queue)
        if _stale(parts, average, left, right):
            continue
        if _forbidden(parts[left], parts[right], apart):
            _untie(parts, left, right)
            continue
        _join(parts, left, right, sureness=-average)
        size = len(parts[left].members)
        for other, tie in parts[left].ties.items():
            average = tie.total / (size * len(parts[other].members))
            if average >= even:
                heapq.heappush(queue, (-average, min(left, other), max(left, other)))


def _join(parts: Parts, left: int, right: int, *, sureness: float = 1.0) -> None:
    """Puts the group ``right`` into ``left``; the ties of both to a third group become one."""
    kept, gone = parts[left], parts.pop(right)
    tie = kept.ties.pop(right, None)
    gone.ties.pop(left, None)
    for other, more in gone.ties.items():
        del parts[other].ties[right]
        both = kept.ties[other] + more if other in kept.ties else more
        kept.ties[other] = parts[other].ties[left] = both
    kept.members += gone.members
    link = tie.surest if tie and sureness < 1 else None
    kept.joins += [*gone.joins, *([link] if link else [])]
    weaknesses = [(kept.sureness, kept.weakest), (gone.sureness, gone.weakest), (sureness, link)]
    kept.sureness, kept.weakest = min(weaknesses, key=lambda weakness: weakness[0])


def _pairs_of_one(together: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is together through others is together: each scene with the first of those it belongs to."""
    first: dict[int, int] = {}
    for pair in together:
        left, right = sorted(_follow(first, member) for member in pair)
        if left != right:
            first[right] = left
            yield left, right


def _follow(first: dict[int, int], member: int) -> int:
    while member in first:
        member = first[member]
    return member


def _entry(parts: Parts, left: int, right: int) -> tuple[float, int, int]:
    """A queue's entry: the average sureness across two groups, the highest first."""
    here, there = parts[left], parts[right]
    return -here.ties[right].total / (len(here.members) * len(there.members)), left, right


def _stale(parts: Parts, average: float, left: int, right: int) -> bool:
    """Has either group been joined or has its average moved since the entry was queued?"""
    if left not in parts or right not in parts or right not in parts[left].ties:
        return True
    return _entry(parts, left, right)[0] != average


def _forbidden(left: _Part, right: _Part, apart: Apart) -> bool:
    return any(apart(one, other) for one in left.members for other in right.members)


def _untie(parts: Parts, left: int, right: int) -> None:
    """What must stay apart stays apart however the groups grow, so the tie is never looked at again."""
    del parts[left].ties[right]
    del parts[right].ties[left]


def _by_sureness(link: Tie) -> tuple[float, int, int]:
    return link.sureness, -link.left, -link.right
