"""Fuzz the readers and the figure grammar for some time: how many inputs each target saw, and what was found.

    python -m tests.fuzz [--seconds N] [--from NUMBER] [TARGET...]     N seconds, shared among the targets
    python -m tests.fuzz TARGET NUMBER                                 one input again; it is kept in out/fuzz/

Each target has a process of its own, so that a fault in a library that ends it, or a hang, is a find like any other.
Every run begins at another number unless told; what is found belongs into the reader's own test as a case of its own.
"""

import random
import subprocess
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.targets import TARGETS, Find, finds, made
from tracker.read import READERS

KEPT = Path("out/fuzz")

# Seconds until a process that looks at one input is taken to hang, its start among them.
PATIENCE = 60.0


def main(arguments: list[str]) -> int:
    """Fuzz, or try one input again; 1 where anything was found."""
    asked = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--from", type=int, default=random.SystemRandom().randrange(10**12), dest="first")
    asked.add_argument("--alone", type=Path, help="where to note the number that is looked at (its own use)")
    asked.add_argument("targets", nargs="*")
    told = asked.parse_args(arguments)
    if told.targets and told.targets[-1].isdecimal():
        return again(told.targets[0], int(told.targets[-1]))
    if told.alone:
        return look(told.targets[0], told.first, told.seconds, told.alone)
    names = told.targets or list(TARGETS)
    return max([fuzz(name, told.first, told.seconds / len(names)) for name in names])


def again(name: str, number: int) -> int:
    """One input, kept as a file and tried; the whole trouble is shown."""
    print(keep(name, number, made(name, number)))
    found = list(finds(name, [number]))
    print("\n".join(f"{each.told}\n{each.place}" for each in found) or "nothing found")
    return int(bool(found))


def fuzz(name: str, first: int, seconds: float) -> int:
    """One target for so long, in processes of its own; 1 where anything was found."""
    began, number, found = time.monotonic(), first, 0
    while (left := seconds - (time.monotonic() - began)) > 0:
        number, code = watched(name, number, left)
        if code not in (0, 1):
            trouble = "it hangs" if code is None else f"its process ended ({code})"
            print(f"{name:12} input {number}: {trouble} ({keep(name, number, made(name, number))})", flush=True)
        found += code != 0
        number += 1
    print(f"{name:12} {number - first:8,} inputs in {time.monotonic() - began:5.0f} s", flush=True)
    return int(bool(found))


def watched(name: str, first: int, seconds: float) -> tuple[int, int | None]:
    """The last number that a process looked at, and its exit code; none where it hung and had to be ended."""
    with TemporaryDirectory() as place:
        note = Path(place, "number")
        note.write_text(str(first))
        command = [sys.executable, "-m", "tests.fuzz", name, "--from", str(first), "--seconds", str(seconds)]
        process = subprocess.Popen([*command, "--alone", str(note)])
        while process.poll() is None and time.time() - note.stat().st_mtime < PATIENCE:
            time.sleep(0.2)
        code = process.poll()
        process.kill()
        process.wait()
        return int(note.read_text() or first), code


def look(name: str, first: int, seconds: float, note: Path) -> int:
    """Look at inputs one by one until the time is over, and print what is found, each place in the code once."""
    until, places = time.monotonic() + seconds, set[str]()

    def numbers() -> Iterator[int]:
        for number in count(first):
            if time.monotonic() > until:
                return
            note.write_text(str(number))
            yield number

    for found in finds(name, numbers()):
        if found.place not in places:
            places.add(found.place)
            print(shown(name, found), flush=True)
    return int(bool(places))


def shown(name: str, found: Find) -> str:
    """A find on a line, with where its input is kept."""
    return f"{name:12} input {found.number}: {found.told} at {found.place} ({keep(name, found.number, found.data)})"


def keep(name: str, number: int, data: bytes | str) -> Path:
    """Where an input is kept, so that it can be looked at."""
    suffix = READERS[name].suffixes[0] if name in READERS else ".txt"
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{name}-{number}{suffix}"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
