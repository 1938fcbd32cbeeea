"""Seconds of the processor's own time, so that a machine busy with something else fails no test."""

import time
from collections.abc import Callable


def seconds(work: Callable[[], object], *, times: int = 2) -> float:
    """What a piece of work takes this process, the best of some times: a pause to clean up memory is not its own."""
    return min(_once(work) for _ in range(times))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
