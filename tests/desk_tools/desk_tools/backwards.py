"""An engine of the desk's own."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def run_backwards(stage: Callable[[Any], Any], records: Iterable[Any]) -> Iterator[Any]:
    """Runs a stage on the last record first, and gives the results in the records' order."""
    done = [stage(record) for record in reversed(list(records))]
    yield from reversed(done)
