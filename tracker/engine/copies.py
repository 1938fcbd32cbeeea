"""Work shared with copies of this process, which know all that it knows: nothing has to be handed over.

What is reckoned from a whole run (incidents compared, pages made) hangs on tables that take longer to hand to a worker
than to read. A copy has them. It takes pieces off the same list as this process does, hands over what came of them, and
is gone. One that dies costs nothing but time: what it had in hand is done here.
"""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from struct import Struct
from typing import Any, NoReturn, TypeVar

from tracker.sharing import alone, pieces

In = TypeVar("In")
Out = TypeVar("Out")

# The number of a piece, as it stands on the list: so short that it is taken whole, or not at all.
NUMBER = Struct("=I")
# What a pipe surely holds (POSIX asks for 512 bytes, Linux gives 65,536): more numbers than these are not on the list.
MOST = 4096 // NUMBER.size


def run_copies(work: Callable[[In], Out], records: Sequence[In], *, hands: int) -> Iterator[Out]:
    """The result of ``work`` on each record, in order, by this process and as many copies as make ``hands`` of them.

    Everything is done here where there is one record, or one hand, or a process cannot be copied. What ``work`` raises
    comes out here.
    """
    if hands < 2 or len(records) < 2 or not can_copy():
        yield from alone(work, records)
        return
    shares = pieces(records, -(-len(records) // MOST))
    numbers = _list_of(len(shares))
    copies: list[_Copy] = []
    try:
        with suppress(OSError):  # there is no room for another process
            for _ in range(min(hands, len(shares)) - 1):
                copies.append(_copy(work, shares, numbers))
        found = {number: [work(record) for record in shares[number]] for number in _taken(numbers)}
        for each in copies:
            found.update(each.told())
    finally:
        os.close(numbers)
        for each in copies:
            each.end()
    for number, share in enumerate(shares):
        yield from found[number] if number in found else alone(work, share)


def can_copy() -> bool:
    """Whether a process can be copied here without harm; on macOS the system's own libraries do not outlive it."""
    return sys.platform == "linux"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """A copy of this process, and the end of the pipe it tells its results through."""

    pid: int
    pipe: int

    def told(self) -> dict[int, list[Any]]:
        """What came of the pieces that it took, by their numbers; nothing where it died."""
        with os.fdopen(os.dup(self.pipe), "rb") as pipe:
            packed = pipe.read()
        with suppress(EOFError, pickle.UnpicklingError):
            found: dict[int, list[Any]] = pickle.loads(packed)
            return found
        return {}

    def end(self) -> None:
        """End it, whatever it is at."""
        os.close(self.pipe)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _list_of(number: int) -> int:
    """A pipe that holds the numbers below ``number``, for whoever reads it next."""
    ours, theirs = os.pipe()
    os.write(theirs, b"".join(map(NUMBER.pack, range(number))))
    os.close(theirs)
    return ours


def _taken(numbers: int) -> Iterator[int]:
    """The numbers that nobody else takes off the list."""
    while taken := os.read(numbers, NUMBER.size):
        yield NUMBER.unpack(taken)[0]


def _copy(work: Callable[[In], Out], shares: Sequence[Sequence[In]], numbers: int) -> _Copy:
    ours, theirs = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns of other threads, as a lock that one holds is never let go in the copy. Of ours only
        # the one that shows progress lives now, which a copy does not; those of numpy see to it themselves.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            pid = os.fork()
        except OSError:
            os.close(ours)
            os.close(theirs)
            raise
    if pid == 0:
        _work(work, shares, numbers, theirs)
    os.close(theirs)
    return _Copy(pid=pid, pipe=ours)


# --- In the copy ---


def _work(work: Callable[[In], Out], shares: Sequence[Sequence[In]], numbers: int, pipe: int) -> NoReturn:
    """Take pieces while there are any, tell what came of them, and end without a word: nothing else here is ours."""
    import gc

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        gc.disable()  # looking at an object would make this process a copy of the memory it lies in
        found = {number: [work(record) for record in shares[number]] for number in _taken(numbers)}
        packed = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        with os.fdopen(pipe, "wb") as told:
            told.write(packed)
    finally:
        os._exit(0)
