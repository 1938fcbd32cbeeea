"""Two who write and one who reads a store, all at once: is anything lost, and how long does anybody wait?

    python -m tests.bench.writers [SECONDS] [--postgres]

Each writer saves articles with five claims and five figures each, an update an article, and puts in a decision after
each. The reader asks again and again for the articles that are there, and for the claims of the last of them: an
article is there with all its claims or not at all. Printed are what was written and found, and the longest waits.
"""

import argparse
import multiprocessing
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing.pool import AsyncResult
from pathlib import Path
from typing import Any

from tests.factory import article, claim, killed
from tests.store.postgres import programs, server
from tracker.decisions import decide
from tracker.store import Change, Store
from tracker.store.checkup import examine

CLAIMS = 5
# How many of the articles the reader asks the claims of.
LAST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one of them did, and the longest it had to wait for one thing."""

    done: int
    longest: float


def write(place: str, desk: int, seconds: float) -> Told:
    """Save articles until time is up."""
    longest, done, until = 0.0, 0, time.monotonic() + seconds
    with Store(place) as store:
        while time.monotonic() < until:
            began = time.monotonic()
            store.update(_article(desk, done))
            store.append("decisions", [decide("confirm", [f"dis-{desk}-{done}"])])
            longest = max(longest, time.monotonic() - began)
            done += 1
    return Told(done=done, longest=longest)


def _article(desk: int, number: int) -> dict[str, Change]:
    words = [f"{number + each} people died, said voice {each}." for each in range(CLAIMS)]
    told = article("\n".join(words), path=f"{desk}/{number:06}.txt", publisher=f"Desk {desk}")
    starts = [sum(len(word) + 1 for word in words[:each]) for each in range(CLAIMS)]
    said = [claim(word, start=start, article_id=told.article_id) for word, start in zip(words, starts, strict=True)]
    dead = [killed(number, of=each, end=each.start + len(str(number)), text=str(number)) for each in said[:1]]
    return {"articles": Change(come=[told]), "claims": Change(come=said), "figures": Change(come=dead)}


def read(place: str, seconds: float) -> Told:
    """Ask until time is up. Raises AssertionError where half an article is seen."""
    longest, done, until = 0.0, 0, time.monotonic() + seconds
    with Store(place) as store:
        while time.monotonic() < until:
            began = time.monotonic()
            ids = [name for name, _ in sorted(store.pick("articles", "article_id", "path"), key=lambda row: row[1])]
            seen = store.count("claims", where={"article_id": ids[-LAST:]})
            assert seen == CLAIMS * len(ids[-LAST:]), (seen, len(ids))
            longest = max(longest, time.monotonic() - began)
            done += 1
    return Told(done=done, longest=longest)


def work(place: str, seconds: float) -> dict[str, Any]:
    """Let two write and one read; what each did, and what the store holds in the end."""
    with multiprocessing.get_context("spawn").Pool(3) as crowd:
        tasks: list[AsyncResult[Told]] = [crowd.apply_async(write, (place, desk, seconds)) for desk in range(2)]
        tasks.append(crowd.apply_async(read, (place, seconds)))
        first, second, reader = (task.get(seconds + 120) for task in tasks)
    with Store(place) as store:
        held = {name: store.count(name) for name in ("articles", "claims", "decisions")}
    return {"first": first, "second": second, "reader": reader, "held": held, "is_well": examine(place).is_well}


def main() -> None:
    """Do it and print it; exit code 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seconds", type=float, nargs="?", default=300)
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL started for it, instead of SQLite")
    asked = parser.parse_args()
    found = programs() if asked.postgres else None
    with tempfile.TemporaryDirectory() as folder, server(found) if found else nullcontext() as url:
        told = work(url or str(Path(folder) / "tracker.db"), asked.seconds)
    written = told["first"].done + told["second"].done
    for name in ("first", "second", "reader"):
        print(f"{name:8} {told[name].done:7} times, longest {told[name].longest:.2f} s")
    lost = written - told["held"]["articles"], CLAIMS * written - told["held"]["claims"]
    print(f"written  {written} articles; held {told['held']}; lost {lost[0]} articles, {lost[1]} claims")
    sys.exit(0 if lost == (0, 0) and written == told["held"]["decisions"] and told["is_well"] else 1)


if __name__ == "__main__":
    main()
