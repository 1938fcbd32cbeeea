"""How far a long verb has come, shown on the terminal and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

# Told what is being done, how much of it is done, and of how many (0 where nobody knows).
Watch = Callable[[str, int, int], None]


def unwatched(verb: str, done: int, total: int) -> None:
    """Nobody looks on."""


# Seconds of work before progress is shown.
PATIENCE = 2.0


# What stands on the terminal now.
_shown: "list[Progress]" = []


@contextmanager
def aside() -> Iterator[None]:
    """Progress leaves the terminal while something else is printed there."""
    live = [each for each in _shown if each.live.is_started]
    for each in live:
        each.stop()
    yield
    for each in live:
        each.start()


@contextmanager
def watching(*, quiet: bool = False) -> Iterator[Watch]:
    """Progress on the terminal, for work that takes its time; nothing where nobody looks on."""
    if quiet or not sys.stderr.isatty():
        yield unwatched
        return
    from rich.console import Console
    from rich.progress import Progress

    shown = Progress(console=Console(stderr=True), transient=True)
    tasks = {}

    def watch(verb: str, done: int, total: int) -> None:
        if verb not in tasks:
            tasks[verb] = shown.add_task(verb, total=total or None)
        shown.update(tasks[verb], completed=done, total=total or None)

    timer = Timer(PATIENCE, shown.start)
    timer.start()
    _shown.append(shown)
    try:
        yield watch
    finally:
        timer.cancel()
        timer.join()
        _shown.remove(shown)
        shown.stop()
