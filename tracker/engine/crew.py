"""A crew: worker processes that are begun once, and wait for the next work when one is done.

A worker needs half a second to begin, and two to load the parser, so a crew may be begun while there is other work;
where a process can be copied, they all come from one nursery that has loaded it.
"""

import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pickle import loads
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from tracker.engine.copies import can_copy
from tracker.engine.lost import too_large
from tracker.engine.nursery import Nursery
from tracker.engine.worker import MEMORY, begin, begin_process

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class _End(Enum):
    END = "end"


# What comes behind the last result of a record.
END: Final = _End.END
End: TypeAlias = Literal[_End.END]

# What a worker is told: to do something before anything else, how to work from now on, what to work on.
_Told = Literal["do", "stage", "record"]


@dataclass(slots=True, kw_only=True, eq=False)
class Worker:
    """A process and the line to it."""

    process: Any
    line: "Connection"

    def tell(self, kind: _Told, what: object) -> None:
        """Send it something. That it has died is noticed when it is listened to."""
        with suppress(OSError):
            self.line.send((kind, what))

    def hear(self) -> tuple[Any, Exception | None, int]:
        """A result or ``END``, or what was raised, and its size in bytes; waits. Raises EOFError where it has died."""
        try:
            packed = self.line.recv_bytes()
        except OSError as error:
            raise EOFError from error
        result, raised = loads(packed)
        return result, raised, len(packed)

    def waits(self) -> bool:
        """Is it there, with nothing to say? The line of a worker that has died has come to its end."""
        return not self.line.poll()

    def exit_code(self) -> int | None:
        """With which exit code it ended by itself, minus the signal's number where one ended it."""
        self.process.join(1.0)
        code: int | None = self.process.exitcode
        return code

    def end(self) -> None:
        """End it, whatever it is at."""
        self.process.kill()
        self.process.join()
        self.line.close()


@dataclass(slots=True, kw_only=True)
class Crew:
    """Worker processes that may take ``memory`` bytes each, those of them that are ``idle``; closed by who made it."""

    memory: int = MEMORY
    idle: list[Worker] = field(default_factory=list)
    nursery: Nursery | None = None

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self.idle:
            worker.end()
        self.idle.clear()
        self._close_nursery()

    @property
    def has_begun(self) -> bool:
        """Is there anybody who is ready, or getting ready?"""
        return bool(self.idle or self.nursery)

    def begin(self, number: int, get_ready: Callable[[], object]) -> None:
        """Begin so many workers, and let each get ready (a function at the top of a module); nobody waits for them."""
        if can_copy() and not self.idle:
            self.nursery = self.nursery or Nursery(_work, get_ready, memory=self.memory)
            return
        for _ in range(number):
            worker = self._new()
            worker.tell("do", get_ready)
            self.idle.append(worker)

    def call(self, stage: Callable[[Any], Iterator[Any]]) -> Worker:
        """A worker for a stage: one that waits, else a new one."""
        while self.idle:
            worker = self.idle.pop()
            if worker.waits():
                break
            worker.end()
        else:
            worker = self._new()
        worker.tell("stage", stage)
        return worker

    def _new(self) -> Worker:
        if self.nursery is not None:
            try:
                process, line = self.nursery.copy()
            except (EOFError, OSError):  # it has died, and workers begin as others do
                self._close_nursery()
            else:
                return Worker(process=process, line=line)
        process, line = begin_process(_work, self.memory)
        return Worker(process=process, line=line)

    def _close_nursery(self) -> None:
        if self.nursery is not None:
            self.nursery.end()
            self.nursery = None


# --- In the worker ---


def _work(line: "Connection", memory: int) -> None:
    """Do as one is told, until the other side is gone."""
    begin(memory)
    stage: Callable[[Any], Iterator[Any]] = iter
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            kind, what = line.recv()
            if kind == "stage":
                stage = what
            elif kind == "record":
                _tell(line, stage, what, memory)
            else:
                with suppress(Exception):  # what is wrong is told by the first record
                    what()


def _tell(line: "Connection", stage: Callable[[Any], Iterator[Any]], record: Any, memory: int) -> None:
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


def _send(line: "Connection", result: Any = END, error: Exception | None = None) -> None:
    from multiprocessing.reduction import ForkingPickler

    line.send_bytes(ForkingPickler.dumps((result, error)))
