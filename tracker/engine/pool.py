"""All cores: records shared out among worker processes, which may crash or hang without ending the run.

A worker that dies (out of memory, a fault in a library) or works on one record longer than ``PATIENCE`` costs that
record and is replaced; the others go on.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from tracker.engine.crew import END, Crew
from tracker.engine.lost import Lost
from tracker.engine.streams import run_streams

In = TypeVar("In")
Out = TypeVar("Out")

# Seconds for one record. An article of 1.25 million characters, twenty times the longest of real news, takes 35 on a
# core of its own, one of 5 million 125; a machine shared by many may need several times as long.
PATIENCE = 600.0

# Records in the hands of each worker: enough that none waits while what was found in others is saved, few enough that
# at the end no worker has many left while another has none.
AHEAD = 8


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_pool(
    stage: Callable[[In], Out],
    records: Iterable[In],
    *,
    workers: int = 0,
    patience: float = PATIENCE,
    crew: Crew | None = None,
) -> Iterator[Out | Lost]:
    """The results of ``stage`` in the order of the records; ``Lost`` where the worker died or took too long."""
    most = workers or cores()
    told = run_streams(
        partial(_one, stage),
        records,
        workers=most,
        patience=patience,
        crew=crew,
        ahead=AHEAD,
        another=0.0,
    )
    return (result for _, result in told if result is not END)


def _one(stage: Callable[[In], Out], record: In) -> Iterator[Out]:
    yield stage(record)
