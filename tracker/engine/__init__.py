"""The engine: where the loops run. In this process, on all cores, or on a cluster; another engine is one more file.

A stage is a plain function at the top of a module, one record in, one result out, that keeps nothing between calls
(what is heavy loads through ``functools.cache``, once a process). That is what lets the same stage run anywhere.

To add an engine (a cluster): write ``engine/<name>.py`` with a function like ``run_local``, which takes a stage and
records and gives the results **in the order of the records**, as they become ready, and ``Lost`` where one is gone for
good; add one line to ``ENGINES``; and ``tests/engine/test_contract.py`` tells whether it is one.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, tee
from typing import Any, Protocol, TypeVar

from tracker import plugins
from tracker.engine.copies import run_copies
from tracker.engine.crew import END, Crew, End
from tracker.engine.dask import SETTING as SCHEDULER
from tracker.engine.dask import run_dask
from tracker.engine.local import run_local
from tracker.engine.lost import Lost
from tracker.engine.pool import cores, run_pool
from tracker.engine.shared import shared_folder, use_cluster
from tracker.engine.streams import run_streams
from tracker.errors import EngineError, SettingsError

__all__ = [
    "END",
    "ENGINES",
    "Crew",
    "End",
    "Engine",
    "Lost",
    "Progress",
    "choose",
    "cores",
    "run",
    "run_copies",
    "shared_folder",
    "stream",
    "use_cluster",
]

In = TypeVar("In")
Out = TypeVar("Out")

# Told after every record how many are done.
Progress = Callable[[int], None]


class Engine(Protocol):
    """What an engine is: a stage mapped over records, results in their order."""

    def __call__(self, stage: Callable[[Any], Any], records: Iterable[Any], /) -> Iterator[Any]:
        """The results of ``stage`` on each of ``records``; ``Lost`` where there is none."""


ENGINES: dict[str, Engine] = {"local": run_local, "pool": run_pool, "dask": run_dask}

# Characters of text, about fifty articles, from which two cores are quicker by a quarter: a worker needs a second and a
# half until it has loaded the parser, and 50,000 characters of news take as long (``python -m tests.bench pays``).
PAYS = 100_000


def all_engines() -> dict[str, Engine]:
    """Our engines, and those that installed packages bring."""
    return {**ENGINES, **plugins.find_plugins(plugins.ENGINES)}


# Characters of one text, eight times the longest of real news, from which it is not trusted to end: made to hold the
# run up, each may take a millisecond of work and kilobytes of memory.
LONG = 500_000


def choose(name: str, *, characters: int, longest: int = 0) -> str:
    """The engine of a name; of "auto", where the text is long enough to pay, the cluster that is set, or all cores.

    Where the ``longest`` of the texts is ``LONG``, it is given to a worker process that can be ended, even on one core.
    """
    check(name)
    if name != "auto":
        return name
    if characters >= PAYS and os.environ.get(SCHEDULER):
        return "dask"
    return "pool" if (characters >= PAYS and cores() > 1) or longest >= LONG else "local"


def check(name: str) -> None:
    """Raise SettingsError, with the engines that there are, where there is none of this name."""
    if name != "auto" and name not in all_engines():
        raise SettingsError(f"there is no engine {name!r}", f"Choose one of auto, {', '.join(all_engines())}")


def run(
    stage: Callable[[In], Out],
    records: Iterable[In],
    *,
    engine: str = "local",
    progress: Progress | None = None,
    instead: Callable[[In, str], Out] | None = None,
    crew: Crew | None = None,
) -> Iterator[Out]:
    """The result of ``stage`` on each record, in the order of the records. What a stage raises comes out here.

    ``instead`` makes what stands for the result of a record that was lost, from the record and the reason; without it
    the first loss ends the run with EngineError. The pool takes the workers of a ``crew``, if there is one.
    """
    chosen: Engine = partial(run_pool, crew=crew) if engine == "pool" else all_engines()[engine]
    handed, kept = tee(records)
    for done, (result, record) in enumerate(zip(chosen(stage, handed), kept, strict=False), start=1):
        if progress:
            progress(done)
        yield _replaced(record, result, instead) if isinstance(result, Lost) else result


def stream(
    stage: Callable[[In], Iterator[Out]],
    records: Iterable[In],
    *,
    engine: str,
    patience: float,
    several: bool = True,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[tuple[In, Out | Lost | End]]:
    """Each record with each result of a ``stage`` that has many, in order, and at last with ``END``.

    With the engine "local" the work is done here, and nothing can be lost. With any other it is done in worker
    processes of this machine (``several``, or one after the other), and ``Lost`` is the last result of a record that
    gave nothing for ``patience`` seconds, wanted too much memory or ended its worker. What a stage raises comes out.
    ``meanwhile`` is done in this process while the first worker begins.
    """
    check(engine)
    if engine == "local":
        return chain.from_iterable(
            chain(((record, each) for each in stage(record)), [(record, END)]) for record in records
        )
    workers = cores() if several else 1
    return run_streams(stage, records, workers=workers, patience=patience, meanwhile=meanwhile)


def _replaced(record: In, lost: Lost, instead: Callable[[In, str], Out] | None) -> Out:
    if instead is None:
        raise EngineError(f"a record was lost: {lost.reason}", "Run it with --engine local")
    return instead(record, lost.reason)
