"""Inputs made to hold the tracker up, each through the whole command beside a good article: time, memory, and the end.

    python -m tests.bench.hostile [CASE...]

Every case must end in text found or in a line with the reason and the cure, the good article must be read, and nothing
may be written but the report and its store. A CASE is any part of a name; without one all are run, which takes an hour.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.alone import alone
from tests.bench.answers import Answer
from tests.bench.hostile_cases import Maker, cases
from tracker.store import Store

GOOD = (
    "The harbour pilot said the ferry Anneke struck two barges off Port Selwyn on Wednesday, and that four men drowned."
)

# Seconds by the clock until a case is given up (those of very many articles are allowed as many times that), and bytes
# any of its processes may ask for, so that the machine stands.
PATIENCE = 900.0
LONG = {"100,000 tiny files": 4}
MEMORY = 16 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a case took, and how it ended. ``trouble`` says what was not as it must be, and is empty where all was."""

    clock: float
    work: float
    megabytes: float
    code: int
    told: str
    trouble: str = ""


def ask(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """The seconds and the memory of each case; its line says how it ended."""
    for name, make in cases():
        ended = tried(name, make)
        yield Answer(name=f"hostile: {name}", value=ended.megabytes, unit="MB")


def tried(name: str, make: Maker) -> Ended:
    """One case in a folder of its own, which is gone afterwards; its line is printed."""
    with TemporaryDirectory() as place:
        home = Path(place)
        (home / "in").mkdir()
        (home / "out").mkdir()
        make(home / "in")
        (home / "in" / "zz-good.txt").write_text(GOOD, encoding="utf-8")
        before = everything(home)
        clock, work, megabytes, code, said = alone(cost, home, PATIENCE * LONG.get(name, 1))
        written = sorted(str(path) for path in everything(home) - before)
        ended = Ended(
            clock=clock,
            work=work,
            megabytes=megabytes,
            code=code,
            told=told(home),
            trouble=trouble(home, code, said, written),
        )
    print(line(name, ended), flush=True)
    return ended


def everything(home: Path) -> set[Path]:
    """What lies around the articles, but for what the command is to write."""
    around = [*home.iterdir(), *(home.parent.glob("escaped*")), *(path for path in home.glob("in/**/*"))]
    return {path for path in around if "out" not in path.relative_to(home.parent).parts}


def cost(home: Path, patience: float) -> tuple[float, float, float, int, str]:
    """Seconds by the clock and of the processor, megabytes of the largest process, exit code, what was complained."""
    command = [sys.executable, "-m", "tracker", "run", str(home / "in"), "-o", str(home / "out/report.html"), "--quiet"]
    began = time.perf_counter()
    with (home / "out/said.txt").open("w+", encoding="utf-8") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            code = process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            code = process.wait()
        clock = time.perf_counter() - began
        said.seek(0)
        lines = said.read()[-4_000:].strip().splitlines()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code, lines[-1] if lines else ""


def told(home: Path) -> str:
    """How it ended for the hostile file: articles found of it, and the reasons of what was not read."""
    paths, reasons = kept(home)
    others = sum(not path.endswith("zz-good.txt") for path in paths)
    found = [f"text found: {others:,} articles"] if others else []
    listed = [f"listed {len(reasons):,}: {reasons[0][:110]}"] if reasons else []
    return "; ".join([*found, *listed]) or "lost"


def trouble(home: Path, code: int, said: str, written: list[str]) -> str:
    """What was not as it must be."""
    paths, _ = kept(home)
    wrong = [f"exit code {code}: {said}"] if code else []
    wrong += ["the good article was not read"] if not any(path.endswith("zz-good.txt") for path in paths) else []
    wrong += ["the hostile file is lost without a line"] if told(home) == "lost" else []
    wrong += [f"it wrote {', '.join(written)}"] if written else []
    wrong += ["no report"] if not (home / "out/report.html").exists() else []
    return "; ".join(wrong)


def kept(home: Path) -> tuple[list[str], list[str]]:
    """The paths of the articles that were stored, and the reasons of what was not read."""
    with Store(home / "out/report.db") as store:
        articles = [path for (path,) in store.pick("articles", "path")]
        return articles, [reason for _, reason in store.pick("unread", "path", "reason")]


def line(name: str, ended: Ended) -> str:
    """A line of the table."""
    numbers = f"{ended.clock:7.1f} s {ended.work:7.1f} s {ended.megabytes:6,.0f} MB {ended.code:4}"
    return f"{name:40} {numbers}  {ended.told}" + (f"  <- {ended.trouble}" if ended.trouble else "")


def main(asked: list[str]) -> None:
    """Run the cases asked for; fail where one did not end as it must."""
    chosen = [(name, make) for name, make in cases() if not asked or any(word in name for word in asked)]
    if not chosen:
        sys.exit(f"no such case: {', '.join(asked)}\n\n" + "\n".join(name for name, _ in cases()))
    print(f"{'':40} {'clock':>9} {'work':>9} {'memory':>9} {'code':>4}")
    ended = [tried(name, make) for name, make in chosen]
    sys.exit(int(any(each.trouble for each in ended)))


if __name__ == "__main__":
    main(sys.argv[1:])
