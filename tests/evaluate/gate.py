"""The ratchet: no change may make the tracker worse on real text than it was.

    python -m tests.evaluate.gate YARDSTICKS [--full] [--only NAME] [--update]

YARDSTICKS is a folder with ``bench/`` (corpora and scorers) and ``seed/`` (one article, its gold, its scorer). Each
corpus is predicted, scored by the scorers as they are, and held against ``floors.json``; the exit code is 1 where a
number lies below its floor. ``--update`` raises floors to what was measured, and never lowers one: whoever means to
edits the file by hand, where the change can be seen. A quick run reads fixed samples (samples.py) and is done in
minutes; ``--full`` reads everything and has floors of its own. The digest of each corpus file is kept with the
floors, as a number means nothing on other data.
"""

import argparse
import hashlib
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

import tracker
from tests.evaluate.__main__ import TASKS
from tests.evaluate.samples import QUICK, sample
from tests.evaluate.scoring import Scores, pick, pick_share, score, shares

FLOORS = Path(__file__).with_name("floors.json")

# Numbers are kept to four digits, as the scorers print them.
SLACK = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One corpus measured: the files it stands on and how it is scored."""

    name: str
    files: tuple[str, ...]
    measure: Callable[["Place"], Scores]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the yardsticks lie and where predictions go; ``full`` reads every document."""

    yardsticks: Path
    work: Path
    full: bool = False

    def corpus(self, name: str) -> Path:
        """The documents of a corpus, or of its sample, written once a run."""
        folder = self.work / name
        if not folder.exists():
            most = None if self.full else QUICK.get(name)
            return sample(self.yardsticks / "bench" / name, folder, most)
        return folder / "documents.jsonl"

    def predict(self, task: str, corpus: Path) -> Path:
        """The prediction file of a task."""
        out = self.work / f"{corpus.parent.name}-{corpus.stem}-{task}.json{'l' if task in LINES else ''}"
        TASKS[task](corpus, out)
        return out

    @property
    def scorer(self) -> Path:
        """The scorer of incidents, counts, pairs and quantities."""
        return self.yardsticks / "bench" / "score_incidents.py"


LINES = ("attribution", "quantities")
# Corpora by the time they take, the longest first.
SLOWEST = ("gva", "gvc", "polnear", "airwars")


# --- How each corpus is measured ---

ATTRIBUTION = (
    *("metrics/attr.full/f1", "metrics/attr.full/p", "metrics/attr.content/f1"),
    *("metrics/source.head/f1", "metrics/cue.overlap/f1"),
)


def attribution(place: Place) -> Scores:
    """Who says what, on whole articles."""
    gold = place.yardsticks / "bench" / "polnear" / "dev.jsonl"
    found = place.predict("attribution", gold)
    scorer = place.yardsticks / "bench" / "score_attribution.py"
    printed = score(scorer, gold, found, "--only", "statement=true", "--by-type", "--json")
    return pick(printed, *ATTRIBUTION) | pick_share(printed, "by_type/indirect/content.iou50")


def quantities(place: Place) -> Scores:
    """Numbers in single sentences."""
    folder = place.yardsticks / "bench" / "newsquant"
    found = place.predict("quantities", folder / "sentences.jsonl")
    printed = score(place.scorer, "quantities", folder / "gold.jsonl", found)
    return pick(printed, "value/f1", "value+bound/f1", "value+unit/f1")


def clusters(name: str) -> Callable[[Place], Scores]:
    """Which articles are about one incident."""

    def measure(place: Place) -> Scores:
        corpus = place.corpus(name)
        found = place.predict("clusters", corpus)
        return pick(score(place.scorer, "clusters", corpus.with_name("clusters.json"), found), "pairwise/f1", "b3/f1")

    return measure


def counts(name: str, *paths: str) -> Callable[[Place], Scores]:
    """How many were killed and injured."""

    def measure(place: Place) -> Scores:
        corpus = place.corpus(name)
        found = place.predict("counts", corpus)
        return pick(score(place.scorer, "counts", corpus.with_name("counts.json"), found), *paths)

    return measure


def pairs(place: Place) -> Scores:
    """How two sentences relate."""
    folder = place.yardsticks / "bench" / "pairs"
    found = place.predict("pairs", folder / "pairs.jsonl")
    return pick(score(place.scorer, "pairs", folder / "gold.json", found), "discrepant/f1", "macro_f1")


def seed(place: Place) -> Scores:
    """One article, from its text to the exported tables."""
    folder, out = place.yardsticks / "seed", place.work / "seed"
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    export(folder / "article.txt", out, published=str(gold["published"]), publisher=gold["publisher"])
    return shares(score(folder / "score.py", folder / "gold.yaml", out))


def export(path: Path, out: Path, **given: str) -> None:
    """The tables of one article, as ``tracker export`` writes them."""
    read = tracker.read([path], **given)
    extracted = tracker.extract(read.articles)
    grouped = tracker.group(read.articles, *extracted)
    compared = tracker.compare(read.articles, *grouped)
    out.mkdir()
    for name, table in {"articles": read.articles, **grouped._asdict(), **compared._asdict()}.items():
        table.to_csv(out / f"{name}.csv", index=False)


TRIALS = (
    Trial(name="seed", files=("seed/article.txt", "seed/gold.yaml"), measure=seed),
    Trial(name="pairs", files=("bench/pairs/pairs.jsonl", "bench/pairs/gold.json"), measure=pairs),
    Trial(
        name="newsquant", files=("bench/newsquant/sentences.jsonl", "bench/newsquant/gold.jsonl"), measure=quantities
    ),
    Trial(name="polnear", files=("bench/polnear/dev.jsonl",), measure=attribution),
    Trial(name="gvc.clusters", files=("bench/gvc/documents.jsonl", "bench/gvc/clusters.json"), measure=clusters("gvc")),
    Trial(
        name="gvc.counts",
        files=("bench/gvc/documents.jsonl", "bench/gvc/counts.json"),
        measure=counts("gvc", "killed/exact", "injured/exact"),
    ),
    Trial(name="gva.clusters", files=("bench/gva/documents.jsonl", "bench/gva/clusters.json"), measure=clusters("gva")),
    Trial(
        name="gva.counts",
        files=("bench/gva/documents.jsonl", "bench/gva/counts.json"),
        measure=counts("gva", "killed/exact", "injured/exact"),
    ),
    Trial(
        name="airwars.counts",
        files=("bench/airwars/documents.jsonl", "bench/airwars/counts.json"),
        measure=counts(
            "airwars", "killed/both_found", "injured/both_found", "killed/conflict/f1", "injured/conflict/f1"
        ),
    ),
)


# --- Floors ---


def digests(yardsticks: Path) -> dict[str, str]:
    """What each file of the yardsticks holds, in sixteen letters."""
    files = sorted({name for trial in TRIALS for name in trial.files})
    return {name: hashlib.sha256((yardsticks / name).read_bytes()).hexdigest()[:16] for name in files}


def fallen(floors: Scores, now: Scores) -> list[str]:
    """The names that lie below their floor; one that was not measured at all has fallen too."""
    return [name for name, floor in floors.items() if now.get(name, float("-inf")) < floor - SLACK]


def raised(floors: Scores, now: Scores) -> Scores:
    """The floors, each at the better of what it was and what was measured."""
    return {name: max(floors.get(name, float("-inf")), now.get(name, float("-inf"))) for name in {**floors, **now}}


def table(floors: Scores, now: Scores) -> Iterator[str]:
    """One line a number: its name, its floor and what was measured."""
    width = max(map(len, {**floors, **now}), default=4)
    yield f"{'name':{width}}  {'floor':>8}  {'now':>8}"
    for name in {**floors, **now}:
        mark = "  below its floor" if name in fallen(floors, now) else ""
        yield f"{name:{width}}  {_number(floors.get(name))}  {_number(now.get(name))}{mark}"


def _number(value: float | None) -> str:
    return f"{value:8.4f}" if value is not None else f"{'-':>8}"


# --- The command ---


def measure(place: Place, only: str) -> Scores:
    """Every trial's numbers, each under the name of its trial; two corpora at a time where the machine can fork."""
    corpora = list(dict.fromkeys(trial.name.split(".")[0] for trial in TRIALS if trial.name.startswith(only)))
    if len(corpora) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        found = [measure_corpus(place, only, corpus) for corpus in corpora]
    else:
        # The largest corpus first, so that neither process waits for the other at the end.
        corpora.sort(key=lambda corpus: SLOWEST.index(corpus) if corpus in SLOWEST else len(SLOWEST))
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
            found = list(pool.map(partial(measure_corpus, place, only), corpora))
    return {name: value for scores in found for name, value in scores.items()}


def measure_corpus(place: Place, only: str, corpus: str) -> Scores:
    """The numbers of the trials on one corpus, one after the other, as they share its sample."""
    found: Scores = {}
    for trial in TRIALS:
        if trial.name.split(".")[0] == corpus and trial.name.startswith(only):
            started = time.monotonic()
            scores = trial.measure(place)
            found |= {f"{trial.name}.{path.replace('/', '.')}": value for path, value in scores.items()}
            print(f"{trial.name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return found


def main(arguments: list[str] | None = None, *, kept: Path = FLOORS) -> int:
    """Measure, print, and say whether every floor holds."""
    told = _arguments(arguments)
    mode = "full" if told.full else "quick"
    book = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {"digests": {}}
    changed = [name for name, digest in digests(told.yardsticks).items() if book["digests"].get(name, digest) != digest]
    if changed:
        print(f"these are not the data the floors were measured on: {', '.join(changed)}")
        return 1
    with tempfile.TemporaryDirectory() as work:
        now = measure(Place(yardsticks=told.yardsticks, work=Path(work), full=told.full), told.only)
    floors = {name: floor for name, floor in book.get(mode, {}).items() if name.startswith(told.only)}
    print(*table(floors, now), sep="\n")
    if told.update:
        book |= {"digests": digests(told.yardsticks), mode: raised(book.get(mode, {}), now)}
        kept.write_text(json.dumps(book, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen(floors, now) else 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate.gate", description=__doc__)
    parser.add_argument("yardsticks", type=Path)
    parser.add_argument("--full", action="store_true", help="read every document")
    parser.add_argument("--only", default="", help="only trials whose name begins so")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
