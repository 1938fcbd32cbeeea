"""How work on many records may be shared: done here, one after the other, or by several processes at once.

A room whose work falls into pieces takes a ``Sharing`` and knows no more of it: ``alone`` does everything here, and
whoever has more hands (``tracker.assignments``) brings another. The results are the same.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Sharing(Protocol):
    """Does a work on each of some records."""

    def __call__(self, work: Callable[[In], Out], records: Sequence[In], /) -> Iterable[Out]:
        """The result of each record, in their order. ``work`` may know anything that this process knows."""


def alone(work: Callable[[In], Out], records: Sequence[In], /) -> Iterable[Out]:
    """Everything here, one record after the other."""
    return map(work, records)


def pieces(records: Sequence[In], size: int) -> list[Sequence[In]]:
    """The records in their order, so many to a piece."""
    return [records[start : start + size] for start in range(0, len(records), size)]
