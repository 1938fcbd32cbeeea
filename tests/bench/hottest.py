"""Where the time goes: the ten functions of each stage that work longest themselves.

    python -m tests.bench.hottest [STAGE...] [-- PATH...]

The stages are extract, group, compare and report; the articles those at PATH, else an invented newsroom's. Being
watched costs small functions most, so the shares say where to look and the bench says what it brought.
"""

import cProfile
import pstats
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.endtoend import of_paths
from tests.bench.newsroom import invented_tables
from tracker import pipeline
from tracker.tables import Tables

HOTTEST = 10
CLAIMS = 1_000
STAGES: dict[str, Callable[[Tables], object]] = {
    "extract": lambda tables: pipeline.extract(tables, engine="local"),
    "group": pipeline.group,
    "compare": pipeline.compare,
    "report": pipeline.report,
}


def main(arguments: list[str]) -> None:
    """Run the stages one after the other, those asked for watched."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    asked, paths = arguments[:cut] or list(STAGES), arguments[cut + 1 :]
    tables = Tables(articles=of_paths(paths) or invented_tables(CLAIMS).articles)
    pipeline.extract(Tables(articles=tables.articles[:3]), engine="local")
    for name, stage in STAGES.items():
        watched = cProfile.Profile()
        made = watched.runcall(stage, tables) if name in asked else stage(tables)
        if name in asked:
            print_hottest(name, watched)
        if isinstance(made, Tables):
            tables = made


def print_hottest(stage: str, watched: cProfile.Profile) -> None:
    """A line a function: its share of the stage's time, how often it was called, where it stands."""
    times = pstats.Stats(watched).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in times.values())
    print(f"{stage}: {whole:.1f} s of work, watched")
    for (file, line, name), (_, calls, own, _, _) in sorted(times.items(), key=lambda found: -found[1][2])[:HOTTEST]:
        print(f"  {own / whole:6.1%} {calls:>10} calls  {_where(file, line)} {name}")


def _where(file: str, line: int) -> str:
    """The end of a path, from its package on."""
    parts = Path(file).parts
    home = next((parts.index(name) for name in ("tracker", "site-packages") if name in parts), len(parts) - 1)
    return f"{'/'.join(parts[home:])}:{line}" if line else "builtin"


if __name__ == "__main__":
    main(sys.argv[1:])
