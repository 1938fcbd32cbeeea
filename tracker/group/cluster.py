"""Which scenes are one happening: average linkage over the links, under what must and what must not be together.

Two groups are joined while the *average* sureness over all pairs across them, those never looked at counting as
none, is at least even; the best first. One chance link therefore never chains two happenings together, as it does in
bare connected components. What articles are about is settled first, what they mention in passing joins it after: a
mention is shorter, and what it was wrongly joined to would bar its own article.

The links form a sparse graph and only neighbours are ever held against each other, so that the work grows with the
links (scipy's linkage wants every pair, and knows no pair that must not meet).
"""

import heapq
from array import array
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


# Two scenes by their places in the list, and how sure it is that they are one (``Tie``, or a plain tuple of its kind).
Link = tuple[int, int, float]
# What the queue holds: the average sureness across two groups, the surest first, and their names.
_Entry = tuple[float, int, int]


@dataclass(slots=True)
class _Part:
    """A group in the making, the bonds to its neighbours by their numbers, and the join that was least sure."""

    members: list[int]
    ties: dict[int, int] = field(default_factory=dict)
    sureness: float = 1.0
    weakest: Tie | None = None
    joins: list[Tie] = field(default_factory=list)


Parts = dict[int, _Part]
Apart = Callable[[int, int], bool]


class _Bonds:
    """All links between two groups in the making as one bond: their sureness summed up, and the surest of them.

    Columns, as there are millions: with an object each, a million claims took more than eleven gigabytes.
    """

    def __init__(self) -> None:
        self.total, self.sureness = array("d"), array("d")
        self.left, self.right = array("q"), array("q")

    def new(self, left: int, right: int, sureness: float) -> int:
        """The number of the bond that one link makes."""
        self.total.append(sureness)
        self.sureness.append(sureness)
        self.left.append(left)
        self.right.append(right)
        return len(self.total) - 1

    def take(self, bond: int, other: int) -> None:
        """Make two bonds one."""
        self.total[bond] += self.total[other]
        if self._rank(other) < self._rank(bond):
            self.left[bond], self.right[bond], self.sureness[bond] = self.surest(other)

    def surest(self, bond: int) -> Tie:
        """The surest link of a bond."""
        return Tie(self.left[bond], self.right[bond], self.sureness[bond])

    def _rank(self, bond: int) -> tuple[float, int, int]:
        return -self.sureness[bond], self.left[bond], self.right[bond]


def cluster(
    scenes: int | Iterable[int],
    links: Iterable[Link],
    *,
    then: Iterable[Link] = (),
    together: Iterable[tuple[int, int]] = (),
    apart: Apart = lambda left, right: False,
    even: float = EVEN,
) -> tuple[Group, ...]:
    """The groups of so many scenes, or of some by their places.

    ``together`` joins whatever the links say; ``apart`` forbids a pair for good.

    The links of ``then`` are looked at when those of ``links`` join nothing more.
    """
    parts = {index: _Part([index]) for index in (range(scenes) if isinstance(scenes, int) else scenes)}
    bonds = _Bonds()
    home = {index: index for index in parts}
    for left, right in _pairs_of_one(together):
        home[left] = _join(parts, bonds, home[left], home[right])[0]
    for more in (links, then):
        _tie(parts, bonds, more)
        _settle(parts, bonds, apart, even)
    return tuple(
        Group(tuple(sorted(part.members)), part.sureness, part.weakest, tuple(part.joins)) for part in parts.values()
    )


def _tie(parts: Parts, bonds: _Bonds, links: Iterable[Link]) -> None:
    """Tie the groups so far by the links between their members."""
    home = {member: name for name, part in parts.items() for member in part.members}
    for one, other, sureness in links:
        left, right = home[one], home[other]
        if left != right:
            bond, ties = bonds.new(one, other, sureness), parts[left].ties
            if right in ties:
                bonds.take(ties[right], bond)
            else:
                ties[right] = parts[right].ties[left] = bond


def _settle(parts: Parts, bonds: _Bonds, apart: Apart, even: float) -> None:
    """Join, the surest first, until no two groups are even any more.

    Where a group has grown and its bond to another has not, the queue still holds their average of before, which is
    too high: it comes up too early and is put back where it belongs. So only the bonds that a join adds to are looked
    at anew, not every bond of a group at every join.
    """
    queue = [
        entry
        for name, part in parts.items()
        for entry in _entries(parts, bonds, name, (other for other in part.ties if name < other), even)
    ]
    heapq.heapify(queue)
    while queue:
        average, left, right = heapq.heappop(queue)
        if left not in parts or right not in parts[left].ties:
            continue
        now = _average(parts, bonds, left, right)
        if now != -average:
            if even <= now < -average:
                heapq.heappush(queue, (-now, left, right))
            continue
        if _forbidden(parts[left], parts[right], apart):
            _untie(parts, left, right)
            continue
        joined, others = _join(parts, bonds, left, right, sureness=now)
        for entry in _entries(parts, bonds, joined, others, even):
            heapq.heappush(queue, entry)


def _entries(parts: Parts, bonds: _Bonds, name: int, others: Iterable[int], even: float) -> Iterator[_Entry]:
    """What the queue holds of a group and some it is tied to."""
    for other in others:
        average = _average(parts, bonds, name, other)
        if average >= even:
            yield (-average, name, other) if name < other else (-average, other, name)


def _average(parts: Parts, bonds: _Bonds, left: int, right: int) -> float:
    """The average sureness over all pairs across two groups."""
    here, there = parts[left], parts[right]
    return bonds.total[here.ties[right]] / (len(here.members) * len(there.members))


def _join(parts: Parts, bonds: _Bonds, left: int, right: int, *, sureness: float = 1.0) -> tuple[int, Iterable[int]]:
    """Puts one of two groups, that of fewer ties, into the other: its name, and the neighbours of the one put in."""
    if len(parts[left].ties) < len(parts[right].ties):
        left, right = right, left
    kept, gone = parts[left], parts.pop(right)
    bond = kept.ties.pop(right, None)
    gone.ties.pop(left, None)
    for other, more in gone.ties.items():
        theirs = parts[other].ties
        del theirs[right]
        if other in kept.ties:
            bonds.take(kept.ties[other], more)
        else:
            kept.ties[other] = theirs[left] = more
    kept.members += gone.members
    surest = bonds.surest(bond) if bond is not None and sureness < 1 else None
    kept.joins += [*gone.joins, *([surest] if surest else [])]
    weaknesses = [(kept.sureness, kept.weakest), (gone.sureness, gone.weakest), (sureness, surest)]
    kept.sureness, kept.weakest = min(weaknesses, key=lambda weakness: weakness[0])
    return left, gone.ties


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


def _forbidden(left: _Part, right: _Part, apart: Apart) -> bool:
    return any(apart(one, other) for one in left.members for other in right.members)


def _untie(parts: Parts, left: int, right: int) -> None:
    """What must stay apart stays apart however the groups grow, so the tie is never looked at again."""
    del parts[left].ties[right]
    del parts[right].ties[left]
