"""The engine that is always there: one record after the other, in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


def run_local(stage: Callable[[In], Out], records: Iterable[In]) -> Iterator[Out]:
    """The results of ``stage``, each made when it is asked for."""
    return map(stage, records)
