"""Whole runs of the command: what a user waits for, by engine, and the memory it takes.

The articles are an invented newsroom's (short, and full of figures, which is harder on the rules than real news), or
those at the paths given.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.alone import alone
from tests.bench.answers import Answer, speed
from tests.bench.newsroom import invented_tables
from tracker import pipeline
from tracker.model import Article

# An invented article has so many claims.
CLAIMS_AN_ARTICLE = 5.6

ROUNDS = 3
ENGINES = {"one core": ("local", 1), "two cores": ("pool", 2), "dask": ("dask", 2)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds by the clock and of the processor, and the memory of its largest process."""

    clock: float
    work: float
    megabytes: float


def ask_start(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """How long until the command answers; processor seconds, and what the bare parser reads meanwhile."""
    for name, command in {"start: tracker --help": ("-m", "tracker", "--help"), "start: import": ("-c", VERBS)}.items():
        seconds = min(cost(command).work for _ in range(ROUNDS))
        yield Answer(name=name, value=1 / seconds, unit="starts/s", parser=parser)


VERBS = "import tracker; tracker.read, tracker.extract, tracker.group, tracker.compare, tracker.report"


def ask_memory(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """The memory of a run in one process at two sizes, and what each article more adds: its rows, in the tables."""
    found = []
    for size in (1_000, 10_000) if full else (100, 1_000):
        with written(size, paths) as (file, n_articles, _), TemporaryDirectory() as out:
            found.append((n_articles, cost(run(file, out, "local")).megabytes))
        yield Answer(name=f"memory: {size} articles", value=found[-1][1], unit="MB")
    (few, less), (many, more) = found
    if many > few:
        yield Answer(name=f"memory: an article more, to {size}", value=(more - less) * 1024 / (many - few), unit="KB")


def ask_engines(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """Whole runs by the clock: so much a second, and how much more than in one process."""
    with written(5_000 if full else 1_000, paths) as (file, n_articles, n_words):
        one = 0.0
        for name, (engine, cores) in ENGINES.items():
            with TemporaryDirectory() as out:
                taken = cost(run(file, out, engine), cores=cores)
            one = one or taken.clock
            yield speed(f"engines: {name}", n_words, "words", taken.clock, parser)
            yield Answer(name=f"engines: {name}, articles", value=n_articles / taken.clock, unit="articles/s")
            yield Answer(name=f"engines: {name}, to one core", value=one / taken.clock, unit="times")
            yield speed(f"engines: {name}, work alone", n_words, "words", taken.work, parser)


def ask_pays(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """How much quicker all cores are, by the length of the text: below 1 they do not pay."""
    for characters in (25_000, 50_000, 100_000, 200_000, 400_000):
        clock: dict[str, list[float]] = {"local": [], "pool": []}
        for _ in range(ROUNDS):
            for engine in clock:
                clock[engine].append(cost(("-c", EXTRACT, engine, str(characters), *paths)).clock)
        ratio = min(clock["local"]) / min(clock["pool"])
        yield Answer(name=f"pays: {characters} characters", value=ratio, unit="times")


EXTRACT = """
import sys
from tests.bench.endtoend import extract_so_much
if __name__ == "__main__":
    extract_so_much(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
"""


def extract_so_much(engine: str, characters: int, paths: list[str]) -> None:
    """Find the claims of articles that have so many characters together."""
    from tracker.tables import Tables

    chosen: list[Article] = []
    for article in of_paths(paths) or invented_tables(characters // 20).articles:
        if sum(len(each.text) for each in chosen) < characters:
            chosen.append(article)
    pipeline.extract(Tables(articles=tuple(chosen)), engine=engine)


def of_paths(paths: list[str]) -> tuple[Article, ...]:
    """The articles at the paths."""
    return pipeline.read([Path(path) for path in paths]).articles if paths else ()


@contextmanager
def written(size: int, paths: list[str]) -> Iterator[tuple[Path, int, int]]:
    """A file of so many articles, how many they are and how many words."""
    fields = ("title", "publisher", "published", "text")
    chosen = of_paths(paths)[:size] or invented_tables(round(size * CLAIMS_AN_ARTICLE)).articles[:size]
    rows = ({name: getattr(article, name) for name in fields} for article in chosen)
    with TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        yield file, len(chosen), sum(len(article.text.split()) for article in chosen)


def run(file: Path, out: str, engine: str) -> tuple[str, ...]:
    """The command that reads a file and writes its report."""
    return ("-m", "tracker", "run", str(file), "-o", f"{out}/report.html", "--engine", engine, "--quiet")


def cost(command: tuple[str, ...], *, cores: int = 0) -> Cost:
    """What a command of this Python takes, on so many cores; in a process that has had no other children."""
    return alone(_cost, command, cores)


def _cost(command: tuple[str, ...], cores: int) -> Cost:
    if cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    started = time.perf_counter()
    told = subprocess.run([sys.executable, *command], capture_output=True, text=True)
    clock = time.perf_counter() - started
    if told.returncode:
        raise RuntimeError(f"{' '.join(command)}: {told.stderr[-2000:]}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(clock=clock, work=used.ru_utime + used.ru_stime, megabytes=used.ru_maxrss / 1024)
