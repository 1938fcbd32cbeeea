"""Stages with many results for one record, in worker processes that may crash, hang or grow without ending the run.

A file of a year of articles is one record with a hundred thousand results, and a page made to break its reader is one
with none. Results come while their record is still being worked on, so no worker holds a file's articles, and a record
that is lost halfway keeps what it gave before.
"""

import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from pickle import loads
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar

from tracker.engine.lost import Lost, died, too_large, too_slow
from tracker.engine.worker import MEMORY, begin, deaf

In = TypeVar("In")
Out = TypeVar("Out")


class _End(Enum):
    END = "end"


# What comes behind the last result of a record.
END: Final = _End.END
End: TypeAlias = Literal[_End.END]

# Records in the hands of each worker: one that it works on, and some small ones that follow.
AHEAD = 4

# Bytes of results that wait for those of a record before them.
WAITING = 32 << 20

# Seconds of work for each worker that is there before another begins, as beginning takes one half a second itself.
ANOTHER = 0.5


def run_streams(
    stage: Callable[[In], Iterator[Out]],
    records: Iterable[In],
    *,
    workers: int,
    patience: float,
    memory: int = MEMORY,
    ahead: int = AHEAD,
    another: float = ANOTHER,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[tuple[In, Out | Lost | End]]:
    """Each record with each of its results, in order, and at last with ``END``.

    ``Lost`` is the last result of a record whose worker died, wanted more than ``memory`` bytes, or gave nothing for
    ``patience`` seconds. What a stage raises comes out here. Records are handed over whole, so they are best small:
    where something lies. The first worker begins at once, others when work has lasted for ``another`` seconds for each
    that is there. ``meanwhile`` is done once, here, while the first worker begins.
    """
    crew = _Crew[In](
        stage=stage,
        left=iter(records),
        most=workers,
        patience=patience,
        memory=memory,
        ahead=ahead,
        another=another,
    )
    try:
        while crew.hand_out():
            head = crew.order[0]
            while head.told:
                yield head.record, head.told.popleft()
            head.size = 0
            if head.ended:
                yield head.record, END
                crew.order.popleft()
            elif meanwhile:
                meanwhile()
                meanwhile, crew.begun = None, time.monotonic()
            else:
                crew.listen()
    finally:
        crew.go_home()


@dataclass(slots=True, kw_only=True, eq=False)
class _Handed(Generic[In]):
    """A record in the hands of a worker, and what came of it that nobody has taken yet, with its size in bytes."""

    record: In
    told: deque[Any] = field(default_factory=deque)
    size: int = 0
    ended: bool = False

    def lose(self, lost: Lost) -> None:
        self.told.append(lost)
        self.ended = True


@dataclass(slots=True, kw_only=True, eq=False)
class _Worker(Generic[In]):
    """A process, the records in its hands, and for how many seconds it has said nothing while it was listened to."""

    process: Any
    line: Connection
    handed: deque[_Handed[In]] = field(default_factory=deque)
    silent: float = 0.0

    def hand(self, handed: _Handed[In]) -> None:
        self.handed.append(handed)
        with suppress(OSError):  # it has died, which is noticed when it is listened to
            self.line.send(handed.record)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.line.close()


@dataclass(slots=True, kw_only=True)
class _Crew(Generic[In]):
    """The workers of a run; the records handed out, in their ``order``; those that a worker gave ``back`` by dying."""

    stage: Callable[[In], Iterator[Any]]
    left: Iterator[In]
    most: int
    patience: float
    memory: int
    ahead: int
    another: float
    workers: list[_Worker[In]] = field(default_factory=list)
    order: deque[_Handed[In]] = field(default_factory=deque)
    back: deque[_Handed[In]] = field(default_factory=deque)
    begun: float = field(default_factory=time.monotonic)

    def hand_out(self) -> bool:
        """Give every worker as much as it may have in its hands; is there anything to wait for?"""
        while self._has_room() and (handed := self._next()) is not None:
            self._least_busy().hand(handed)
        return bool(self.order)

    def _has_room(self) -> bool:
        return self._may_grow() or any(len(worker.handed) < self.ahead for worker in self.workers)

    def _next(self) -> _Handed[In] | None:
        if self.back:
            return self.back.popleft()
        for record in self.left:
            self.order.append(_Handed(record=record))
            return self.order[-1]
        return None

    def _least_busy(self) -> _Worker[In]:
        """Whoever has nothing to do, else somebody new, else whoever has the fewest records in hand."""
        found = min(self.workers, key=lambda worker: len(worker.handed), default=None)
        if found is None or (found.handed and self._may_grow()):
            return self._begin()
        return found

    def _may_grow(self) -> bool:
        worked = time.monotonic() - self.begun
        return len(self.workers) < self.most and worked >= self.another * len(self.workers)

    def _begin(self) -> _Worker[In]:
        # Workers begin as new processes: a copy of this one would inherit locks that other threads hold.
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.stage, self.memory), daemon=True)
        with deaf():
            process.start()
        theirs.close()
        self.workers.append(_Worker(process=process, line=ours))
        return self.workers[-1]

    def listen(self) -> None:
        """Wait until a worker says something, dies, or has been silent for too long."""
        at_work = [worker for worker in self.workers if worker.handed]
        if sum(each.size for each in self.order) > WAITING:
            # Enough waits for what comes before it: only that is listened to, and the others wait to be.
            at_work = [worker for worker in at_work if self.order[0] in worker.handed] or at_work
        started = time.monotonic()
        ready = wait([worker.line for worker in at_work], self.patience - max(worker.silent for worker in at_work))
        waited = time.monotonic() - started
        for worker in at_work:
            worker.silent = 0.0 if worker.line in ready else worker.silent + waited
            if worker.line in ready:
                self._hear(worker)
            elif worker.silent >= self.patience:
                self._lose(worker, too_slow(self.patience))

    def _hear(self, worker: _Worker[In]) -> None:
        try:
            packed = worker.line.recv_bytes()
        except (EOFError, OSError):
            worker.process.join(1.0)
            self._lose(worker, died(worker.process.exitcode))
            return
        result, error = loads(packed)
        if error is not None:
            raise error
        head = worker.handed[0]
        head.size += len(packed)
        if result is not END:
            head.told.append(result)
        if result is END or isinstance(result, Lost):
            head.ended = True
            worker.handed.popleft()

    def _lose(self, worker: _Worker[In], lost: Lost) -> None:
        """Give up the record that a worker is at, and the worker; the records behind it go to others."""
        self.workers.remove(worker)
        worker.handed.popleft().lose(lost)
        self.back.extendleft(reversed(worker.handed))
        worker.end()

    def go_home(self) -> None:
        for worker in self.workers:
            worker.end()


# --- In the worker ---


def _work(line: Connection, stage: Callable[[Any], Iterator[Any]], memory: int) -> None:
    """Take records and tell what comes of them, until the other side is gone."""
    begin(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            _tell(line, stage, line.recv(), memory)


def _tell(line: Connection, stage: Callable[[Any], Iterator[Any]], record: Any, memory: int) -> None:
    """Each result is handed over at once: the next may end this process."""
    try:
        for result in stage(record):
            _send(line, result)
    except MemoryError:
        _send(line, too_large(memory))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:
        error.add_note(f"In a worker process:\n{traceback.format_exc()}")
        _send(line, error=error)
    else:
        _send(line, END)


def _send(line: Connection, result: Any = END, error: Exception | None = None) -> None:
    line.send_bytes(ForkingPickler.dumps((result, error)))
