"""Stages with many results for one record, in worker processes that may crash, hang or grow without ending the run.

A file of a year of articles is one record with a hundred thousand results, and a page made to break its reader is one
with none. Results come while their record is still being worked on, so no worker holds a file's articles, and a record
that is lost halfway keeps what it gave before.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from tracker.engine.crew import END, Crew, End, Worker
from tracker.engine.lost import Lost, died, too_slow

In = TypeVar("In")
Out = TypeVar("Out")

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
    crew: Crew | None = None,
    ahead: int = AHEAD,
    another: float = ANOTHER,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[tuple[In, Out | Lost | End]]:
    """Each record with each of its results, in order, and at last with ``END``.

    ``Lost`` is the last result of a record whose worker died, wanted more memory than it may, or gave nothing for
    ``patience`` seconds. What a stage raises comes out here. Records are handed over whole, so they are best small:
    where something lies. The first worker begins at once, others when work has lasted for ``another`` seconds for each
    that is there; those of a ``crew`` are called first, and wait in it afterwards. ``meanwhile`` is done once, here,
    while the first worker begins.
    """
    shift = _Shift[In](
        crew=crew or Crew(),
        stage=stage,
        left=iter(records),
        most=workers,
        patience=patience,
        ahead=ahead,
        another=another,
    )
    try:
        while shift.hand_out():
            head = shift.order[0]
            while head.told:
                yield head.record, head.told.popleft()
            head.size = 0
            if head.ended:
                yield head.record, END
                shift.order.popleft()
            elif meanwhile:
                meanwhile()
                meanwhile, shift.begun = None, time.monotonic()
            else:
                shift.listen()
    finally:
        shift.end(keep=crew is not None)


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
class _AtWork(Generic[In]):
    """A worker, the records in its hands, and for how many seconds it has said nothing while it was listened to."""

    worker: Worker
    handed: deque[_Handed[In]] = field(default_factory=deque)
    silent: float = 0.0

    def hand(self, handed: _Handed[In]) -> None:
        self.handed.append(handed)
        self.worker.tell("record", handed.record)


@dataclass(slots=True, kw_only=True)
class _Shift(Generic[In]):
    """The workers on one work; the records handed out, in ``order``; those that a worker gave ``back`` by dying."""

    crew: Crew
    stage: Callable[[In], Iterator[Any]]
    left: Iterator[In]
    most: int
    patience: float
    ahead: int
    another: float
    workers: list[_AtWork[In]] = field(default_factory=list)
    order: deque[_Handed[In]] = field(default_factory=deque)
    back: deque[_Handed[In]] = field(default_factory=deque)
    begun: float = field(default_factory=time.monotonic)

    def hand_out(self) -> bool:
        """Give every worker as much as it may have in its hands; is there anything to wait for?"""
        while self._has_room() and (handed := self._next()) is not None:
            self._least_busy().hand(handed)
        return bool(self.order)

    def _has_room(self) -> bool:
        return self._may_grow() or any(len(each.handed) < self.ahead for each in self.workers)

    def _next(self) -> _Handed[In] | None:
        if self.back:
            return self.back.popleft()
        for record in self.left:
            self.order.append(_Handed(record=record))
            return self.order[-1]
        return None

    def _least_busy(self) -> _AtWork[In]:
        """Whoever has nothing to do, else somebody new, else whoever has the fewest records in hand."""
        found = min(self.workers, key=lambda each: len(each.handed), default=None)
        if found is None or (found.handed and self._may_grow()):
            self.workers.append(_AtWork(worker=self.crew.call(self.stage)))
            return self.workers[-1]
        return found

    def _may_grow(self) -> bool:
        worked = time.monotonic() - self.begun
        return len(self.workers) < self.most and worked >= self.another * len(self.workers)

    def listen(self) -> None:
        """Wait until a worker says something, dies, or has been silent for too long."""
        from multiprocessing.connection import wait

        at_work = [each for each in self.workers if each.handed]
        if sum(each.size for each in self.order) > WAITING:
            # Enough waits for what comes before it: only that is listened to, and the others wait to be.
            at_work = [each for each in at_work if self.order[0] in each.handed] or at_work
        started = time.monotonic()
        ready = wait([each.worker.line for each in at_work], self.patience - max(each.silent for each in at_work))
        waited = time.monotonic() - started
        for each in at_work:
            each.silent = 0.0 if each.worker.line in ready else each.silent + waited
            if each.worker.line in ready:
                self._hear(each)
            elif each.silent >= self.patience:
                self._lose(each, too_slow(self.patience))

    def _hear(self, at_work: _AtWork[In]) -> None:
        try:
            result, error, size = at_work.worker.hear()
        except EOFError:
            self._lose(at_work, died(at_work.worker.exit_code()))
            return
        if error is not None:
            raise error
        head = at_work.handed[0]
        head.size += size
        if result is not END:
            head.told.append(result)
        if result is END or isinstance(result, Lost):
            head.ended = True
            at_work.handed.popleft()

    def _lose(self, at_work: _AtWork[In], lost: Lost) -> None:
        """Give up the record that a worker is at, and the worker; the records behind it go to others."""
        self.workers.remove(at_work)
        at_work.handed.popleft().lose(lost)
        self.back.extendleft(reversed(at_work.handed))
        at_work.worker.end()

    def end(self, *, keep: bool) -> None:
        """Workers that have done their work go back to the crew where that is to ``keep`` them; others are ended."""
        for each in self.workers:
            if keep and not each.handed:
                self.crew.idle.append(each.worker)
            else:
                each.worker.end()
