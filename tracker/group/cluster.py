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

# Two groups are joined where the average over all pairs across them is at least this.
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


# Every tie between two groups in the making: their sureness summed up, and the surest of them.
_Ties = tuple[float, Tie]


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
    scenes: int | Iterable[int],
    links: Iterable[Tie],
    *,
    then: Iterable[Tie] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Apart = lambda left, right: False,
    even: float = EVEN,
) -> tuple[Group, ...]:
    """The groups of so many scenes, or of some by their places.

    ``together`` joins whatever the links say; ``apart`` forbids a pair for good.

    The links of ``then`` are looked at when those of ``links`` join nothing more.
    """
    parts = {index: _Part([index]) for index in (range(scenes) if isinstance(scenes, int) else scenes)}
    home = {index: index for index in parts}
    for left, right in _pairs_of_one(together):
        home[left] = _join(parts, home[left], home[right])
    for more in (links, then):
        _tie(parts, more)
        _settle(parts, apart, even)
    return tuple(
        Group(tuple(sorted(part.members)), part.sureness, part.weakest, tuple(part.joins)) for part in parts.values()
    )


def _tie(parts: Parts, ties: Iterable[Tie]) -> None:
    """Tie the groups so far by the ties between their members."""
    home = {member: name for name, part in parts.items() for member in part.members}
    for tie in ties:
        left, right = home[tie.left], home[tie.right]
        if left != right:
            known = parts[left].ties.get(right)
            parts[left].ties[right] = parts[right].ties[left] = _both(known, (tie.sureness, tie))


def _both(known: _Ties | None, more: _Ties) -> _Ties:
    """The ties of two groups in one."""
    if known is None:
        return more
    one, other = known[1], more[1]
    if one.sureness == other.sureness:
        surest = min(one, other, key=lambda tie: (tie.left, tie.right))
    else:
        surest = one if one.sureness > other.sureness else other
    return known[0] + more[0], surest


def _settle(parts: Parts, apart: Apart, even: float) -> None:
    """Join, the surest first, until no two groups are even any more."""
    queue = [entry for left in parts for entry in _entries(parts, left, even) if entry[1] == left]
    heapq.heapify(queue)
    while queue:
        average, left, right = heapq.heappop(queue)
        if _stale(parts, average, left, right):
            continue
        if _forbidden(parts[left], parts[right], apart):
            _untie(parts, left, right)
            continue
        joined = _join(parts, left, right, sureness=-average)
        for entry in _entries(parts, joined, even):
            heapq.heappush(queue, entry)


def _entries(parts: Parts, name: int, even: float) -> Iterator[tuple[float, int, int]]:
    """What the queue holds of a group: the average sureness across it and each other it may be joined to."""
    size = len(parts[name].members)
    for other, (total, _) in parts[name].ties.items():
        average = total / (size * len(parts[other].members))
        if average >= even:
            yield (-average, name, other) if name < other else (-average, other, name)


def _join(parts: Parts, left: int, right: int, *, sureness: float = 1.0) -> int:
    """Puts one of two groups, that of fewer ties, into the other, whose name is given back."""
    if len(parts[left].ties) < len(parts[right].ties):
        left, right = right, left
    kept, gone = parts[left], parts.pop(right)
    tie = kept.ties.pop(right, None)
    gone.ties.pop(left, None)
    for other, more in gone.ties.items():
        theirs = parts[other].ties
        del theirs[right]
        kept.ties[other] = theirs[left] = _both(kept.ties.get(other), more)
    kept.members += gone.members
    surest = tie[1] if tie and sureness < 1 else None
    kept.joins += [*gone.joins, *([surest] if surest else [])]
    weaknesses = [(kept.sureness, kept.weakest), (gone.sureness, gone.weakest), (sureness, surest)]
    kept.sureness, kept.weakest = min(weaknesses, key=lambda weakness: weakness[0])
    return left


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


def _stale(parts: Parts, average: float, left: int, right: int) -> bool:
    """Has either group been joined or has its average moved since the entry was queued?"""
    if left not in parts or right not in parts or right not in parts[left].ties:
        return True
    here, there = parts[left], parts[right]
    return -here.ties[right][0] / (len(here.members) * len(there.members)) != average


def _forbidden(left: _Part, right: _Part, apart: Apart) -> bool:
    return any(apart(one, other) for one in left.members for other in right.members)


def _untie(parts: Parts, left: int, right: int) -> None:
    """What must stay apart stays apart however the groups grow, so the tie is never looked at again."""
    del parts[left].ties[right]
    del parts[right].ties[left]
