"""Every pattern the tracker compiles, tried on texts made to slow it down: prints those whose time outgrows the text.

    python -m tests.patterns

A party to a war may write a page that keeps the reader busy. A pattern is safe when its time grows with the text, not
with its square, wherever in the text it is tried. Patterns are caught as they are compiled: by importing every module,
and by reading, grouping and comparing the examples, as many are made from the lexicon when they are first needed.
"""

import importlib
import json
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples"

# What a slow text repeats: letters, numbers and marks that begin what many patterns look for and never end it.
REPEATED = (
    *("a", "A", "Aa ", "1", "1,", "1.", "1 ", "a1", " ", "\n", "\t", "a'", "A.", "a-", "1-", "é", "\u200b", "\u0301"),
    *('"', "“", "”", "'", "’", "-", "–", "(", ")", "[", "<", ">", "&", "=", "%", "$", ".", "…", ",", ":", "/"),
    *("of ", "and ", "of the ", "No ", "Mr. ", "http://", "www."),
)
# Before the repeated part, so that a pattern gets past its first letters; after it, so that none ends well.
BEFORE = ("", "A")
AFTER = "~"

SHORT, LONG = 400, 3_200
# Seconds that no pattern needs for ``LONG`` characters if its time grows with them.
SLOW = 0.005
# Seconds that are too many for the longest text a bounded pattern is tried on.
SLOW_BOUNDED = 0.05
# Of a time in step with the text, this many times is noise of the machine; in step with its square it is eight.
NOISE = 3.0

# Modules that look at a text's length before they try a pattern on it, and the longest they try.
BOUNDED = {"tracker.read.furniture": 500, "tracker.read.bylines": 160, "tracker.read.captions": 1_200}


def main() -> None:
    """Print the slow patterns as a list of JSON: module, pattern, repeated text, seconds."""
    patterns = caught(import_and_run)
    slow = [found for (pattern, flags), module in patterns.items() for found in slow_texts(pattern, flags, module)]
    print(json.dumps({"tried": len(patterns), "slow": slow}))  # noqa: T201


def import_and_run() -> None:
    """Make the tracker compile all it has."""
    tracker = importlib.import_module("tracker")
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    pipeline = importlib.import_module("tracker.pipeline")
    tables = pipeline.extract(pipeline.read([EXAMPLES]), engine="local")
    pipeline.report(pipeline.compare(pipeline.group(tables)))


def caught(work: Callable[[], None]) -> dict[tuple[str, int], str]:
    """The patterns that modules of the tracker compile during some work, with their flags, and who compiled them."""
    found: dict[tuple[str, int], str] = {}
    compiler: Any = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        frame: Any = sys._getframe(1)
        while frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        module = frame.f_globals.get("__name__", "")
        if module.startswith("tracker") and isinstance(pattern, str):
            found.setdefault((pattern, int(flags)), module)
        return compiler(pattern, flags)

    re._compile = noted  # type: ignore[attr-defined]
    try:
        work()
    finally:
        re._compile = compiler  # type: ignore[attr-defined]
    return found


def slow_texts(pattern: str, flags: int, module: str) -> Iterator[tuple[str, str, str, float]]:
    """The repeated texts on which a pattern takes time out of step."""
    compiled = re.compile(pattern, flags)
    long = min(LONG, BOUNDED.get(module, LONG))
    slow = SLOW if long == LONG else SLOW_BOUNDED
    own = [f"{word} " for word in re.findall(r"[A-Za-z]{2,}", pattern)[:4]]
    for repeated in (*REPEATED, *own):
        for before in BEFORE:
            text = before + repeated * (LONG // len(repeated))
            if seconds(compiled, text[:long] + AFTER) <= slow:
                continue
            taken = seconds(compiled, text[:long] + AFTER, times=3)
            if taken > slow and (
                long < LONG or taken > NOISE * LONG / SHORT * seconds(compiled, text[:SHORT] + AFTER, times=3)
            ):
                yield module, pattern, before + repeated, taken


def seconds(pattern: re.Pattern[str], text: str, *, times: int = 1) -> float:
    """Processor seconds to try a pattern everywhere in a text, and from its start; the best of some times."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        taken.append(time.process_time() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
