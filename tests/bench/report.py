"""How long a report takes, and how large it is.

    python -m tests.bench.report [CLAIMS...]

Prints a line for each number of claims (1,000, 10,000 and 100,000 unless told): seconds of processor time from tables
to pages, seconds for a thousand claims, how many pages, and their sizes.
"""

import sys
import time
from collections.abc import Iterator

from tests.bench.answers import Answer, speed
from tests.bench.newsroom import invented_tables
from tracker.report import render_files

SIZES = (1_000, 10_000, 100_000)


def ask(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """Claims a second from tables to pages."""
    for size in SIZES if full else SIZES[:2]:
        tables = invented_tables(size)
        started = time.process_time()
        for page in render_files(tables):
            del page  # a run writes each as it comes and keeps none
        yield speed(f"report: {size} claims", size, "claims", time.process_time() - started, parser)


def main(sizes: list[int]) -> None:
    """Time the report of an invented newsroom of each size."""
    for size in sizes or SIZES:
        tables = invented_tables(size)
        started = time.process_time()
        bytes_of = [len(each.html.encode()) for each in render_files(tables)]
        seconds = time.process_time() - started
        conflicts = sum(each.relation == "conflict" for each in tables.discrepancies)
        print(
            f"{size:>7} claims  {len(tables.incidents):>6} incidents  {conflicts:>6} conflicts  {seconds:7.2f} s  "
            f"{seconds / size * 1000:.2f} s a thousand  {len(bytes_of):>3} pages  {sum(bytes_of) / 1e6:7.2f} MB  "
            f"first {bytes_of[0] / 1e6:.2f} MB  largest {max(bytes_of) / 1e6:.2f} MB"
        )


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
