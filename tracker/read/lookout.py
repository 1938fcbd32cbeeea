"""The lookout: what has changed on the disk, and whether it is whole yet.

Files are looked at by size and time of change, which works on every system and on shared drives. A file that is still
being written has grown or is another by the next look: reading waits until two looks find the same.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Of each file its size in bytes and when it was last changed, in nanoseconds.
Sight = dict[str, tuple[int, int]]

# Seconds after which what never comes to rest is read as it is.
PATIENCE = 60.0


def look(paths: Sequence[Path], *, leave_out: Iterable[Path] = ()) -> Sight:
    """The files named and those inside the folders named, as they are now; hidden ones and ``leave_out`` left out."""
    ours = {str(path.absolute()) for path in leave_out}
    seen: Sight = {}
    for path in paths:
        for name in _files(path):
            if os.path.abspath(name) not in ours:
                _see(name, seen)
    return seen


def _files(path: Path) -> Iterable[str]:
    if not path.is_dir():
        yield str(path)
        return
    for place, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(place, name) for name in names if not name.startswith("."))


def _see(name: str, seen: Sight) -> None:
    try:
        told = os.stat(name)
    except OSError:  # gone since the folder was listed
        return
    seen[name] = told.st_size, told.st_mtime_ns


@dataclass(slots=True, kw_only=True)
class Lookout:
    """Compares one look with the next. ``read`` is what was seen when it was last read, None before the first time."""

    read: Sight | None = None
    last: Sight = field(default_factory=dict)
    waiting: float | None = None

    def is_due(self, seen: Sight, now: float) -> bool:
        """Has something changed since it was last read, and come to rest, or kept us waiting too long?

        ``now`` are seconds of any clock that only goes forward.
        """
        at_rest, self.last = seen == self.last, seen
        if seen == self.read:
            self.waiting = None
            return False
        self.waiting = now if self.waiting is None else self.waiting
        return at_rest or now - self.waiting > PATIENCE

    def has_read(self, seen: Sight) -> int:
        """What was seen has been read; how many files are new or changed since the time before."""
        before, self.read, self.waiting = self.read or {}, seen, None
        return sum(before.get(name) != sight for name, sight in seen.items())
