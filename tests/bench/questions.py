"""The bench: how fast, how large, by question, beside the bare parser and the stored baseline.

    python -m tests.bench [--full] [--accept] [QUESTION...] [-- PATH...]

    stages     words a second of each stage
    grouping   claims grouped a second at three sizes, and how the time grows with them (seconds ~ claims ^ exponent)
    report     claims rendered a second at two sizes
    start      tracker --help, and the verbs imported
    memory     the most memory a run takes, at two sizes
    engines    articles and words a second end to end, by engine, by the clock
    pays       from how much text on all cores are quicker, by the clock (not asked unless named)
    hostile    time, memory and end of inputs made to hold the tracker up (not asked unless named; hostile.py)

Articles are those at PATH, else an invented newsroom's. ``--full`` asks at the sizes of the README, which takes an
hour; ``--accept`` keeps the answers as the baseline. Each question has a process of its own.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import endtoend, grouping, hostile, report, throughput
from tests.bench.alone import alone
from tests.bench.answers import Answer, read_baseline, told, write_baseline

# A question is asked with the bare parser's words a second, at full size or not, on the articles at some paths.
Question = Callable[[float, bool, list[str]], Iterator[Answer]]

QUESTIONS: dict[str, Question] = {
    "stages": throughput.ask,
    "grouping": grouping.ask,
    "report": report.ask,
    "start": endtoend.ask_start,
    "memory": endtoend.ask_memory,
    "engines": endtoend.ask_engines,
    "pays": endtoend.ask_pays,
    "hostile": hostile.ask,
}
UNASKED = ("pays", "hostile")


def main(arguments: list[str]) -> None:
    """Ask, print, and keep if told to."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    words, paths = arguments[:cut], arguments[cut + 1 :]
    options = {word for word in words if word.startswith("--")}
    asked = [word for word in words if word not in options] or [name for name in QUESTIONS if name not in UNASKED]
    if unknown := (options - {"--full", "--accept"}) | (set(asked) - set(QUESTIONS)):
        sys.exit(f"no question or option: {', '.join(sorted(unknown))}\n\n{__doc__}")
    print(machine())
    parser = alone(throughput.bare_parser, paths)
    print(f"{'the bare parser':34} {parser:12,.5g} words/s")
    answers: list[Answer] = []
    for name in asked:
        for answer in alone(answered, name, parser, "--full" in options, paths):
            print(told(answer, read_baseline()), flush=True)
            answers.append(answer)
    if "--accept" in options:
        write_baseline(answers, machine())


def answered(name: str, parser: float, full: bool, paths: list[str]) -> list[Answer]:
    """The answers to one question."""
    return list(QUESTIONS[name](parser, full, paths))


def machine() -> str:
    """What the numbers were measured on, and how busy it was."""
    names = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{names[0] if names else platform.machine()}, {cores} cores, Python {platform.python_version()}{load}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []
