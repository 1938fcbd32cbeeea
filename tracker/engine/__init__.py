"""The engine: where the loops run. Here, in this process; another engine is one more file.

A stage is a plain function at the top of a module, one record in, one result out, that keeps nothing between calls
(what is heavy loads through ``functools.cache``, once a process). That is what lets the same stage run anywhere.

To add an engine (all cores, a cluster): write ``engine/<name>.py`` with a function like ``run_local``, which takes a
stage and records and gives the results **in the order of the records**, as they become ready; add one line to
``ENGINES``; and ``tests/engine/test_contract.py`` tells whether it is one.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from tracker.engine.local import run_local

__all__ = ["ENGINES", "Engine", "Progress", "run"]

In = TypeVar("In")
Out = TypeVar("Out")

# Told after every record how many are done.
Progress = Callable[[int], None]


class Engine(Protocol):
    """What an engine is: a stage mapped over records, results in their order."""

    def __call__(self, stage: Callable[[Any], Any], records: Iterable[Any], /) -> Iterator[Any]:
        """The results of ``stage`` on each of ``records``."""


ENGINES: dict[str, Engine] = {"local": run_local}


def run(
    stage: Callable[[In], Out], records: Iterable[In], *, engine: str = "local", progress: Progress | None = None
) -> Iterator[Out]:
    """The result of ``stage`` on each record, in the order of the records. What a stage raises comes out here."""
    for done, result in enumerate(ENGINES[engine](stage, records), start=1):
        if progress:
            progress(done)
        yield result
