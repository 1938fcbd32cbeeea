"""How fast: words a second by stage, beside the bare parser on the same words in the same run.

    python -m tests.bench.throughput PATH...

The bare parser is spaCy's whole small English pipeline as it is published, ``nlp.pipe`` over the same paragraphs with
its own batch size; a stage's ratio is its words a second over the parser's. ``extract`` parses as well, and ``rules``
is what it takes beyond its parsing. Seconds are the processor's, over all threads of the one process, so neither
other programs nor a second core count; of two rounds the better one, as the first one also fills what is kept.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.bench.answers import Answer, speed
from tests.bench.endtoend import of_paths
from tests.bench.newsroom import invented_tables
from tracker.compare import compare_incidents
from tracker.extract import Extraction, extract_article
from tracker.extract.parse import parse, texts_of
from tracker.extract.parse.pipeline import published
from tracker.group import group_claims
from tracker.model import Article
from tracker.read import read_articles
from tracker.report import render_report
from tracker.tables import Tables

ROUNDS = 2
WHOLE = ("read", "extract", "group", "compare", "report")


def main(paths: list[str]) -> None:
    """Time every stage on the articles at ``paths``."""
    clock = Clock()
    with clock("read"):
        articles = [found for found in read_articles([Path(path) for path in paths]) if isinstance(found, Article)]
    words = sum(len(article.text.split()) for article in articles)
    told = time_parser(clock, articles)
    found = time_the_rest(clock, articles, told)
    seconds = clock.seconds | {"rules": clock.seconds["extract"] - clock.seconds["parse"]}
    seconds["end to end"] = sum(seconds[stage] for stage in WHOLE)
    print(f"{len(articles)} articles, {words} words, {found} discrepancies; one process, seconds of the processor")
    for stage, taken in seconds.items():
        ratio = seconds["bare parser"] / max(taken, 1e-9)
        print(f"{stage:12} {taken:8.2f} s {words / max(taken, 1e-9):10.0f} words/s {ratio:8.2f} x the bare parser")


def ask(parser: float, full: bool, paths: list[str]) -> Iterator[Answer]:
    """Words a second of every stage."""
    articles = of_paths(paths) or invented_tables(20_000 if full else 2_000).articles
    clock = Clock()
    if paths:
        with clock("read"):
            articles = of_paths(paths)
    time_the_rest(clock, list(articles), time_parser(clock, list(articles)))
    words = sum(len(article.text.split()) for article in articles)
    stages = {"rules": clock.seconds["extract"] - clock.seconds["parse"]} | clock.seconds
    whole = sum(clock.seconds.get(stage, 0.0) for stage in WHOLE)
    for stage, seconds in (stages | {"end to end": whole}).items():
        if stage != "bare parser":
            yield speed(f"stages: {stage}", words, "words", seconds, words / clock.seconds["bare parser"])


def bare_parser(paths: list[str]) -> float:
    """Words a second of spaCy's small English pipeline as it is published."""
    articles = list(of_paths(paths) or invented_tables(2_000).articles)
    nlp = published()
    paragraphs = [text for article in articles for text in texts_of(article)]
    list(nlp.pipe(paragraphs[:50]))
    clock = Clock()
    for _ in range(ROUNDS):
        with clock("bare parser"):
            for _ in nlp.pipe(paragraphs):
                pass
    return sum(len(article.text.split()) for article in articles) / clock.seconds["bare parser"]


def time_parser(clock: "Clock", articles: list[Article]) -> list[Extraction]:
    """The bare parser, our parsing alone, and extraction, each in turn."""
    nlp = published()
    paragraphs = [text for article in articles for text in texts_of(article)]
    list(nlp.pipe(paragraphs[:50]))
    parse(articles[0])
    told: list[Extraction] = []
    for _ in range(ROUNDS):
        with clock("bare parser"):
            for _ in nlp.pipe(paragraphs):
                pass
        with clock("parse"):
            for article in articles:
                parse(article)
        with clock("extract"):
            told = [extract_article(article) for article in articles]
    return told


def time_the_rest(clock: "Clock", articles: list[Article], told: list[Extraction]) -> int:
    """Grouping, comparing and the report; how many discrepancies there are."""
    claims = [claim for one in told for claim in one.claims]
    figures = [figure for one in told for figure in one.figures]
    accounts = [account for one in told for account in one.accounts]
    with clock("group"):
        grouped = group_claims(articles, claims, figures, accounts)
    rows = [placed(each, grouped.members) for each in (claims, figures, accounts)]
    with clock("compare"):
        found = compare_incidents(articles, *rows, grouped.incidents)
    with clock("report"):
        render_report(Tables(articles=tuple(articles), claims=tuple(rows[0]), figures=tuple(rows[1])))
    return len(found.discrepancies)


class Clock:
    """Seconds of the processor by stage, the fewest where a stage ran more than once."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = time.process_time()
        yield
        taken = time.process_time() - started
        self.seconds[stage] = min(taken, self.seconds.get(stage, taken))


def placed(rows: list, members: dict[str, str]) -> list:  # type: ignore[type-arg]
    """Rows with the incident of their claim."""
    return [replace(row, incident_id=members.get(row.claim_id, "")) for row in rows]


if __name__ == "__main__":
    main(sys.argv[1:])
