"""What one more article costs a store that holds many, on a made-up press: seconds, memory, bytes.

    python -m tests.bench.one_more [ARTICLES ...]

Prints a line a size: seconds to make the store from nothing and bytes an article; then the middle of nine articles
that come one by one after it (seconds of the clock, and of work where the machine is shared), those of the slowest, and
the peak memory of the process. Reading and extracting an article take as long in any store and are left out: claims
come as the press has them, each with one number.
"""

import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.bench.synthetic import make_press
from tests.factory import killed
from tracker import assignments, runs
from tracker.extract import Extraction
from tracker.model import Article
from tracker.runs import Reading
from tracker.store import Store

SIZES = (100, 1_000, 10_000)
MORE = 9
# Claims an article of the press has.
CLAIMS = 3.6


def main(sizes: Sequence[int]) -> None:
    """Measure stores of so many articles."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder) / "tracker.db")


def measure(size: int, place: Path) -> None:
    """Make a store of so many articles, add a few one by one, and print what it cost."""
    articles, said = invent(size + MORE)
    before = assignments.sketch_each
    assignments.sketch_each = lambda given, **more: (
        (told, assignments.sketch(each, told)) for each, told in zip(given, map(said, given), strict=True)
    )
    try:
        whole = timed(partial(run, place, articles[:size]))
        each = sorted(timed(partial(run, place, [more])) for more in articles[size:])
    finally:
        assignments.sketch_each = before
    middle, slowest = each[MORE // 2], each[-1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size} articles: {whole[0]:.1f} s ({whole[1]:.1f} of work) from nothing, "
        f"{place.stat().st_size // size} bytes an article; one more {middle[0]:.2f} s ({middle[1]:.2f} of work), "
        f"at most {slowest[0]:.2f} s; {peak:.0f} MB",
        flush=True,
    )


def invent(number: int) -> tuple[list[Article], Callable[[Article], Extraction]]:
    """So many articles of a press, in no order, and what is said in each."""
    press = make_press(int(number * CLAIMS) + 200, seed=5)
    listed = list(press.articles)
    random.Random(1).shuffle(listed)
    claims = defaultdict(list)
    for claim in press.claims:
        claims[claim.article_id].append(replace(claim, source=claim.source_name, source_kind="official"))

    def said(article: Article) -> Extraction:
        told = tuple(claims[article.article_id])
        return Extraction(claims=told, figures=tuple(killed(len(claim.text) % 9 + 3, of=claim) for claim in told))

    return listed[:number], said


def run(place: Path, articles: Sequence[Article]) -> None:
    """One run that has read some articles."""
    with Store(place) as store:
        runs.run(store, [Reading(articles=tuple(articles), since=store.saves())])


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of work."""
    clock, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - worked


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
