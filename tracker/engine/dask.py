"""A cluster: records shared out by a Dask scheduler among worker processes, on this machine or on many.

    dask scheduler                                    # on one machine, and then on each of many:
    dask worker tcp://ADDRESS:8786 --nthreads 1 --nworkers -1

The address is given in ``TRACKER_SCHEDULER`` (``tracker run --scheduler``); without one a cluster is made of this
machine's cores. Every record goes through the scheduler, so records are best small: where text lies, not the text.

A worker that dies is replaced by its nanny, and its record is tried again, as it may have been ended from outside; a
record whose workers have died ``TRIES`` times, or that takes longer than the engine's patience, is lost. What runs on
a worker while it is being ended for somebody else's record starts anew elsewhere.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from threading import Lock
from time import monotonic, sleep
from typing import Any, TypeVar

from tracker.engine.lost import Lost, too_slow
from tracker.engine.pool import PATIENCE, cores
from tracker.engine.streams import AHEAD
from tracker.engine.worker import MEMORY
from tracker.errors import EngineError, SettingsError

In = TypeVar("In")
Out = TypeVar("Out")

SETTING = "TRACKER_SCHEDULER"

# How often a record is given to a worker, where the one before died on it.
TRIES = 3

# Seconds between two looks for workers that hang, to wait for a scheduler to answer, and for workers to come.
LOOK, ANSWER, COME = 1.0, 10.0, 60.0

START = "Start one with: dask scheduler, and its workers with: dask worker ADDRESS --nthreads 1"


def run_dask(
    stage: Callable[[In], Out], records: Iterable[In], *, patience: float = PATIENCE, come: float = COME
) -> Iterator[Out | Lost]:
    """The results of ``stage`` in the order of the records; ``Lost`` where there is none.

    Raises SettingsError where Dask is not installed, EngineError where no scheduler answers or no worker comes within
    ``come`` seconds.
    """
    left = iter(records)
    handed: deque[_Handed] = deque()
    with _client(os.environ.get(SETTING, "")) as client:
        worked = monotonic()
        while True:
            threads = client.nthreads()
            worked = monotonic() if threads else worked
            if monotonic() - worked > come:
                raise EngineError("the Dask scheduler has no worker", START)
            # No worker has a second record waiting for it: where one dies, only the record in its hands is blamed.
            room = sum(threads.values()) - sum(not each.ended for each in handed)
            for record in islice(left, max(0, min(room, AHEAD * len(threads) - len(handed)))):
                handed.append(_Handed(stage=stage, record=record))
                handed[-1].hand_to(client)
            if threads and not handed:
                return
            _wait(client, handed)
            _end_hanging(client, handed, patience)
            for each in handed:
                each.look(client)
            while handed and handed[0].ended:
                yield handed.popleft().result()


@dataclass(slots=True, kw_only=True)
class _Handed:
    """A record in the hands of the cluster: what came of it, and how often its worker died."""

    stage: Callable[[Any], Any]
    record: Any
    future: Any = None
    tries: int = 0
    told: Any = None
    raised: Exception | None = None
    lost: Lost | None = None
    ended: bool = False

    def hand_to(self, client: Any) -> None:
        self.tries += 1
        self.future = client.submit(_alone, self.stage, self.record, pure=False)

    def look(self, client: Any) -> None:
        """Has it ended? Where its worker died it is handed out again."""
        from distributed import KilledWorker

        if self.ended or self.future.status not in ("finished", "error", "cancelled", "lost"):
            return
        try:
            # Fetched at once: it lies with a worker that may die, and is then made again on one that may die, too.
            self.told, self.ended = self.future.result(), True
        except (KilledWorker, CancelledError):
            if self.tries < TRIES:
                self.hand_to(client)
            else:
                self.give_up(Lost(reason="its worker processes ended by themselves"))
        except Exception as error:
            self.raised, self.ended = error, True

    def give_up(self, lost: Lost) -> None:
        self.lost, self.ended = lost, True

    def result(self) -> Any:
        """What the stage gave; what it raised is raised here."""
        if self.raised is not None:
            raise self.raised
        return self.lost or self.told


# The parser is not made for two threads at once: a worker with several has its records wait for each other.
_ONE_AT_A_TIME = Lock()


def _alone(stage: Callable[[In], Out], record: In) -> Out:
    with _ONE_AT_A_TIME:
        return stage(record)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    """The scheduler at an address; without one a cluster of this machine's cores, which ends with the run."""
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        install = "Install it: pip install 'discrepancy-tracker[dask]'"
        raise SettingsError("the engine dask needs distributed", install) from error
    with ExitStack() as stack:
        if not address:
            address = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=cores(),
                    threads_per_worker=1,
                    memory_limit=MEMORY,
                    dashboard_address=None,
                    silence_logs="CRITICAL",
                    scheduler_kwargs={"allowed_failures": 0},
                )
            )
        try:
            client = distributed.Client(address, timeout=ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            raise EngineError(f"no Dask scheduler answers at {address}", START) from error
        yield stack.enter_context(client)


def _wait(client: Any, handed: Iterable[_Handed]) -> None:
    """Until a record has ended, or it is time for a look."""
    from distributed import wait

    waited = [each.future for each in handed if not each.ended]
    if not waited:
        sleep(LOOK)
        return
    with client.as_current(), suppress(TimeoutError):
        wait(waited, timeout=LOOK, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]


def _end_hanging(client: Any, handed: Iterable[_Handed], patience: float) -> None:
    """Give up the records that take too long, and end the workers that work on them."""
    ours = {each.future.key: each for each in handed if not each.ended}
    workers = []
    for key, worker, seconds in client.run_on_scheduler(_at_work):
        if key in ours and seconds > patience:
            ours[key].give_up(too_slow(patience))
            ours[key].future.cancel(force=True)
            workers.append(worker)
    if workers:
        client.restart_workers(workers, timeout=COME, raise_for_error=False)


def _at_work(dask_scheduler: Any) -> list[tuple[str, str, float]]:
    """What each worker works on, and for how many seconds; told by the scheduler itself."""
    return [
        (task.key, address, seconds)
        for address, worker in dask_scheduler.workers.items()
        for task, seconds in worker.executing.items()
    ]
