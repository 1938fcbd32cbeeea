"""Alarms read by hand: which of them are still raised, and what share of those is true.

    python -m tests.evaluate.alarms DOCUMENTS

DOCUMENTS is a corpus as for the other tasks. An alarm is a conflict on the killed or injured of an incident told by
several articles. ``alarms.csv`` lists those somebody has read beside the articles, by the corpus's document ids, the
two numbers, the verdict and, where it is false, why; none of the corpus's words. An alarm raised now is one of them
where measure and numbers are equal and they share a document. What is raised and not listed has yet to be read.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import tracker
from tests.evaluate.reading import Reading, read_corpus

LISTED = Path(__file__).with_name("alarms.csv")
MEASURES = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A conflict by the documents behind it and its two numbers, with a reader's verdict where there is one."""

    documents: frozenset[str]
    measure: str
    numbers: frozenset[float]
    verdict: str = ""
    cause: str = ""

    def is_same(self, other: "Alarm") -> bool:
        """Are the two one alarm?"""
        counts = (self.measure, self.numbers) == (other.measure, other.numbers)
        return counts and bool(self.documents & other.documents)


def read_alarms(path: Path = LISTED) -> list[Alarm]:
    """The alarms that were read."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_alarm(row) for row in csv.DictReader(file)]


def _alarm(row: Mapping[str, str]) -> Alarm:
    return Alarm(
        documents=frozenset(row["documents"].split("; ")),
        measure=row["measure"],
        numbers=frozenset(map(float, row["numbers"].split("; "))),
        verdict=row["verdict"],
        cause=row["cause"],
    )


def raised(reading: Reading) -> Iterator[Alarm]:
    """The alarms a corpus raises now."""
    grouped = tracker.group(**reading.tables())
    found = tracker.compare(articles=reading.articles, **grouped._asdict()).discrepancies
    several = set(grouped.incidents[grouped.incidents["n_articles"].gt(1)]["incident_id"])
    alarms = found[
        found["relation"].eq("conflict") & found["measure"].isin(MEASURES) & found["incident_id"].isin(several)
    ]
    document = {article: doc for doc, article in reading.article_of.items()}
    figures = grouped.figures.set_index("figure_id")
    for row in alarms.itertuples():
        yield _raised(row, figures, document)


def _raised(row: object, figures: pd.DataFrame, document: Mapping[str, str]) -> Alarm:
    sides = list(filter(None, (row.left_figure_id, row.right_figure_id)))  # type: ignore[attr-defined]
    both = f"{row.left_figures}; {row.right_figures}"  # type: ignore[attr-defined]
    behind = list(filter(None, both.split("; ")))
    return Alarm(
        documents=frozenset(document[article] for article in figures.loc[behind]["article_id"]),
        measure=row.measure,  # type: ignore[attr-defined]
        numbers=frozenset(figures.loc[sides]["best"].astype(float)),
    )


def judge(now: Iterable[Alarm], listed: Iterable[Alarm]) -> list[Alarm]:
    """Each alarm raised now with the verdict of the listed one that it is; none where nobody has read it."""
    known = list(listed)
    return [next((other for other in known if other.is_same(alarm)), alarm) for alarm in now]


def summary(judged: Iterable[Alarm]) -> str:
    """How many are raised, read and true, and why the false ones are."""
    alarms = list(judged)
    read = [alarm for alarm in alarms if alarm.verdict]
    true = [alarm for alarm in read if alarm.verdict == "true"]
    share = f"{len(true) / len(read):.3f}" if read else "-"
    causes = Counter(alarm.cause for alarm in read if alarm.verdict == "false")
    lines = [f"{len(alarms)} raised, {len(read)} read, {len(true)} true: {share}"]
    return "\n".join([*lines, *(f"  false, {cause}: {count}" for cause, count in causes.most_common())])


def main(arguments: list[str] | None = None) -> None:
    """Read a corpus and print the summary."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate.alarms", description=__doc__)
    parser.add_argument("documents", type=Path)
    told = parser.parse_args(arguments)
    sys.stdout.write(summary(judge(raised(read_corpus(told.documents)), read_alarms())) + "\n")


if __name__ == "__main__":
    main()
