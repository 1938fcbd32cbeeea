"""All cores: records shared out among worker processes, which may crash or hang without ending the run.

A worker that dies (out of memory, a fault in a library) or works on one record longer than ``PATIENCE`` costs that
record and is replaced; the others go on.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.engine.cycles import look_rarely
from tracker.engine.lost import Lost

if TYPE_CHECKING:
    from pebble import ProcessFuture

In = TypeVar("In")
Out = TypeVar("Out")

# Seconds for one record. An article of 1.25 million characters, twenty times the longest of real news, takes 35 on a
# core of its own, one of 5 million 125; a machine shared by many may need several times as long.
PATIENCE = 600.0

# Bytes a worker may take; one that wants more fails on the record that asked for it. An article of 1.25 million
# characters makes it hold 0.4 GB, one of 5 million 0.9 (1.1 asked for), the parser included.
MEMORY = 4 << 30

# Records handed out ahead for each worker: enough that none waits, few enough that results do not pile up.
AHEAD = 4


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_pool(
    stage: Callable[[In], Out], records: Iterable[In], *, workers: int = 0, patience: float = PATIENCE
) -> Iterator[Out | Lost]:
    """The results of ``stage`` in the order of the records; ``Lost`` where the worker died or took too long."""
    # Loaded here, as most runs are small and need no workers.
    from pebble import ProcessPool

    left = iter(records)
    # Workers begin as new processes: a copy of this one would inherit locks that other threads hold.
    pool = ProcessPool(max_workers=workers or cores(), initializer=_begin, context=get_context("spawn"))
    handed: deque[ProcessFuture[Any]] = deque()
    try:
        while True:
            for record in islice(left, AHEAD * (workers or cores()) - len(handed)):
                handed.append(pool.schedule(stage, args=(record,), timeout=patience))
            if not handed:
                break
            yield _result(handed.popleft(), patience)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _result(future: "ProcessFuture[Any]", patience: float) -> Any:
    from pebble import ProcessExpired

    try:
        return future.result()
    except ProcessExpired as died:
        return Lost(reason=f"its worker process ended by itself (exit code {died.exitcode})")
    except TookTooLong:
        return Lost(reason=f"it took longer than {patience:g} seconds")
    except MemoryError:
        return Lost(reason=f"it needs more than {MEMORY >> 30} GB of memory")


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the process that made it, and keep to its share of the machine."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_rarely()
    _keep_to(MEMORY)


def _keep_to(most: int) -> None:
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    limits: Any = resource.getrlimit(resource.RLIMIT_AS)
    if limits[1] == resource.RLIM_INFINITY or limits[1] > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, limits[1]))
