"""What a worker process does first: leave Ctrl-C to the process that made it, and keep to its share of the machine."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tracker.engine.cycles import look_rarely

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Bytes a worker may take; one that wants more fails on the record that asked for it. An article of 1.25 million
# characters makes it hold 0.4 GB, one of 5 million 0.9 (1.1 asked for), the parser included.
MEMORY = 4 << 30


def begin(memory: int = MEMORY) -> None:
    """To be called before any record is taken; ``memory`` is the most it may take, in bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_rarely()
    _keep_to(memory)


# How many threads a library takes to multiply matrices, read as it loads. If it is not told it takes as many as there
# are cores, and so would that of each worker.
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@contextmanager
def single_minded() -> Iterator[None]:
    """Processes that begin within have one thread each for their arithmetic, unless the user said otherwise."""
    unsaid = [name for name in THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unsaid, "1"))
    try:
        yield
    finally:
        for name in unsaid:
            del os.environ[name]


def begin_process(work: Callable[..., None], *given: object) -> "tuple[Any, Connection]":
    """A process that does a work (a function at the top of a module), told its line to us first, and our end of it.

    It begins as a new one: a copy of this would inherit locks that other threads hold.
    """
    from multiprocessing import get_context  # loaded here, as help and most commands begin no process

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *given), daemon=True)
    with deaf(), single_minded():
        process.start()
    theirs.close()
    return process, ours


@contextmanager
def deaf() -> Iterator[None]:
    """Processes that begin within do not hear Ctrl-C, even before their first line has run."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)


def _keep_to(most: int) -> None:
    try:
        import resource
    except ImportError:  # there is none on Windows
        return
    limits: Any = resource.getrlimit(resource.RLIMIT_AS)
    if limits[1] == resource.RLIM_INFINITY or limits[1] > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, limits[1]))
