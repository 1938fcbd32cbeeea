"""A nursery: a process that gets ready once, and of which workers are copies that are ready from their first moment.

What takes a worker two seconds to load is loaded once, lies in memory once, and a worker that died is replaced at once.
The nursery itself never works on anything, so nothing a record does can hurt it.
"""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from tracker.engine.worker import begin, begin_process

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# What a worker does with its line and the bytes that it may take.
Work = Callable[["Connection", int], None]

# Seconds in which a worker that has closed its line is gone, and how often that is asked.
GOING, STEP = 1.0, 0.01


class Nursery:
    """The process, and the line to it; ``memory`` is the most that it and each of its workers may take, in bytes."""

    def __init__(self, work: Work, get_ready: Callable[[], object], *, memory: int) -> None:
        """Begin it, and wait for nothing; ``work`` and ``get_ready`` stand at the top of a module."""
        self.process, self.line = begin_process(_serve, work, get_ready, memory)

    def copy(self) -> "tuple[Copied, Connection]":
        """A worker, and the line to it; waits until the nursery is ready. Raises EOFError or OSError if it has died."""
        from multiprocessing import Pipe
        from multiprocessing.reduction import send_handle

        ours, theirs = Pipe()
        with theirs:
            try:
                self.line.send(("copy", 0))
                send_handle(self.line, theirs.fileno(), self.process.pid)
                return Copied(self, self.line.recv()), ours
            except (EOFError, OSError):
                ours.close()
                raise

    def wait(self, pid: int) -> int | None:
        """The exit code of a worker that has ended or is about to; None where nobody knows."""
        with suppress(EOFError, OSError):
            self.line.send(("wait", pid))
            code: int | None = self.line.recv()
            return code
        return None

    def end(self) -> None:
        """End it; its workers are ended by whoever has them."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Copied:
    """The process of a worker from a nursery: what a worker asks of its process."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self.nursery, self.pid = nursery, pid
        self.exitcode: int | None = None

    def kill(self) -> None:
        """End it, whatever it is at."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def join(self, timeout: float | None = None) -> None:
        """Wait until it is gone."""
        if self.exitcode is None:
            self.exitcode = self.nursery.wait(self.pid)


# --- In the nursery ---


def _serve(line: "Connection", work: Work, get_ready: Callable[[], object], memory: int) -> None:
    """Get ready, then make workers and bury them, until the other side is gone."""
    import gc

    begin(memory)
    with suppress(Exception):  # what is wrong is told by the first record
        get_ready()
    gc.freeze()  # what is there now is shared by all workers as long as nobody looks at it
    with suppress(EOFError, OSError):
        while True:
            asked: tuple[Literal["copy", "wait"], int] = line.recv()
            kind, pid = asked
            line.send(_copy(line, work, memory) if kind == "copy" else _exit_code(pid))


def _copy(line: "Connection", work: Work, memory: int) -> int:
    from multiprocessing.connection import Connection
    from multiprocessing.reduction import recv_handle

    handle: Any = recv_handle(line)
    pid = os.fork()
    if pid:
        os.close(handle)
        return pid
    try:
        line.close()
        work(Connection(handle), memory)
    finally:
        os._exit(0)


def _exit_code(pid: int) -> int | None:
    until = time.monotonic() + GOING
    while time.monotonic() < until:
        gone, status = os.waitpid(pid, os.WNOHANG)
        if gone:
            return os.waitstatus_to_exitcode(status)
        time.sleep(STEP)
    return None
