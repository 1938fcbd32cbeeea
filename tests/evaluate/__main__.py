"""Write the predictions for a corpus: ``python -m tests.evaluate TASK CORPUS OUT``.

CORPUS is the file of documents, sentences or pairs; the formats are those of the scorers. Everything goes through the
tracker's front door, as a user's work does; nothing knows which corpus it reads.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from tests.evaluate import attribution, clusters, counts, pairs

Task = Callable[[Path, Path], None]


def quantities(corpus: Path, out: Path) -> None:
    """Imported when asked for: it needs the extractor's insides."""
    from tests.evaluate.quantities import predict

    predict(corpus, out)


TASKS: dict[str, Task] = {
    "attribution": attribution.predict,
    "quantities": quantities,
    "clusters": clusters.predict,
    "counts": counts.predict,
    "pairs": pairs.predict,
}


def main(arguments: list[str] | None = None) -> None:
    """Run one task."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate", description=__doc__)
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    told = parser.parse_args(arguments)
    TASKS[told.task](told.corpus, told.out)


if __name__ == "__main__":
    main()
