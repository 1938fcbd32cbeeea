"""How fast: words a second from text to discrepancies, beside the bare parser on the same words in the same run.

    python -m tests.bench.throughput PATH...

One process, one core's work. The parser alone is spaCy's whole small English pipeline over the same paragraphs, which
no run can be faster than; the ratio says what our own rules cost. Prints a line a stage.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tracker.compare import compare_incidents
from tracker.extract import extract_article
from tracker.extract.parse import parse
from tracker.group import group_claims
from tracker.model import Article
from tracker.read import read_articles
from tracker.report import render_report
from tracker.tables import Tables


def main(paths: list[str]) -> None:
    """Time every stage on the articles at ``paths``."""
    parse(Article(article_id="warm", path="", text="One."))
    clock = Clock()
    with clock("read"):
        articles = [found for found in read_articles([Path(path) for path in paths]) if isinstance(found, Article)]
    words = sum(len(article.text.split()) for article in articles)
    with clock("parser alone"):
        for article in articles:
            parse(article)
    with clock("extract"):
        told = [extract_article(article) for article in articles]
    claims, figures, accounts = ([row for one in told for row in getattr(one, name)] for name in ROWS)
    with clock("group"):
        grouped = group_claims(articles, claims, figures, accounts)
    rows = [placed(each, grouped.members) for each in (claims, figures, accounts)]
    with clock("compare"):
        found = compare_incidents(articles, *rows, grouped.incidents)
    with clock("report"):
        render_report(Tables(articles=tuple(articles), claims=tuple(claims), figures=tuple(figures)))
    bare, whole = clock.seconds["parser alone"], sum(clock.seconds.values()) - clock.seconds["parser alone"]
    for stage, seconds in clock.seconds.items():
        print(f"{stage:13} {seconds:8.2f} s  {words / max(seconds, 1e-9):10.0f} words/s")
    print(f"{len(articles)} articles, {words} words, {len(found.discrepancies)} discrepancies")
    print(f"end to end {words / whole:.0f} words/s, the parser alone {words / bare:.0f}: ratio {bare / whole:.2f}")


ROWS = ("claims", "figures", "accounts")


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - started


def placed(rows: list, members: dict[str, str]) -> list:  # type: ignore[type-arg]
    """Rows with the incident of their claim."""
    return [replace(row, incident_id=members.get(row.claim_id, "")) for row in rows]


if __name__ == "__main__":
    main(sys.argv[1:])
