"""How fast claims are grouped, in how much memory, and how well, on a made-up press whose incidents are known.

    python -m tests.bench.grouping [CLAIMS ...]

Prints a line a size: seconds of grouping alone (and of work, where the machine is shared), peak memory of the process,
and how well main and mentioned scenes were grouped (pairwise precision and recall over claims).
"""

import math
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator

from tests.bench.answers import Answer, speed
from tests.bench.synthetic import Press, make_press
from tracker.group import group_claims


def ask(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """Claims grouped a second at three sizes, and the exponent of the time between the last two."""
    spent = []
    for size in (10_000, 100_000, 1_000_000) if full else (1_000, 5_000, 20_000):
        press = make_press(size)
        worked = time.process_time()
        group_claims(press.articles, press.claims)
        spent.append((len(press.claims), time.process_time() - worked))
        yield speed(f"grouping: {size} claims", spent[-1][0], "claims", spent[-1][1], parser)
        if len(spent) > 1:
            (few, less), (many, more) = spent[-2:]
            exponent = math.log(more / less) / math.log(many / few)
            yield Answer(name=f"grouping: exponent, to {size}", value=exponent, unit="")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Answer(name=f"grouping: memory, {size} claims", value=peak, unit="MB")


def main(sizes: list[int]) -> None:
    """Group made-up presses of so many claims."""
    for size in sizes:
        press = make_press(size)
        started, worked = time.perf_counter(), time.process_time()
        grouping = group_claims(press.articles, press.claims)
        seconds, work = time.perf_counter() - started, time.process_time() - worked
        precision, recall = pairwise(press, grouping.members)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(press.claims)} claims, {len(press.articles)} articles, {len(set(press.truth.values()))} incidents: "
            f"{seconds:.1f} s ({work:.1f} s of work), {peak:.0f} MB, {len(grouping.incidents)} found, "
            f"pairs precision {precision:.3f} recall {recall:.3f}",
            flush=True,
        )


def pairwise(press: Press, members: dict[str, str]) -> tuple[float, float]:
    """The shares of pairs put together that belong together, and of those that belong together that were."""
    both = Counter((press.truth[claim], incident) for claim, incident in members.items())
    found, true = Counter(members.values()), Counter(press.truth.values())
    right = _pairs(both)
    return right / max(1, _pairs(found)), right / max(1, _pairs(true))


def _pairs(sizes: Counter) -> int:  # type: ignore[type-arg]
    return sum(size * (size - 1) // 2 for size in sizes.values())


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000])
