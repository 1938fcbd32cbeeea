"""How two sentences of two pages relate: each is an article of its own; the strongest finding between them counts.

Somebody laid the two side by side, so they are compared as one happening, as a reviewer's "same" would have it, unless
each names a place of its own. Single sentences share too few words for grouping to tell.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

import tracker
from tests.evaluate.reading import Reading, as_one, is_main, read_corpus
from tracker.compare.places import placing, read_place

# What the pairs are labelled for, in our measures; what is not a count stands for findings that are no figures.
MEASURES = {
    "deaths": "killed",
    "arrests": "detained",
    "missing": "missing",
    "evacuated": "evacuated",
    "injured": "injured",
}

# A reader is told the worst first.
STRONGEST_FIRST = ("conflict", "update", "scope", "compatible", "agree")


def predict(corpus: Path, out: Path) -> None:
    """``{pair: {"label": ...}}``."""
    pairs = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents.jsonl"
        documents.write_text("".join(f"{json.dumps(row)}\n" for row in sides(pairs)), encoding="utf-8")
        reading = read_corpus(documents)
    labels = {pair["id"]: {"label": label(reading, number, pair)} for number, pair in enumerate(pairs)}
    out.write_text(json.dumps(labels, indent=0), encoding="utf-8")


def sides(pairs: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Each side of each pair as a document."""
    for number, pair in enumerate(pairs):
        for side in ("a", "b"):
            page = pair[side]
            yield {
                "id": f"{number}{side}",
                "text": page["text"],
                "title": page.get("title") or page.get("event") or "",
                "published": page.get("event_time") or "",
                "publisher": page.get("domain") or "",
                "url": f"{number}{side} {page.get('url') or ''}",
            }


def label(reading: Reading, number: int, pair: dict[str, Any]) -> str:
    """The strongest relation between the two, of the measure that is asked for."""
    ids = {reading.article_of[f"{number}{side}"] for side in ("a", "b") if f"{number}{side}" in reading.article_of}
    tables = side_by_side(tracker.group(**reading.only(ids).tables())._asdict())
    found = tracker.compare(articles=reading.only(ids).articles, **tables).discrepancies
    across = found[between_articles(found, tables["claims"])]
    asked = across[across["measure"].eq(MEASURES.get(pair["what"], across["measure"]))]
    return next((relation for relation in STRONGEST_FIRST if relation in set(asked["relation"])), "unrelated")


def side_by_side(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables with what the two pages are about made one incident, unless they are of two places."""
    about = set(tables["claims"][is_main(tables["claims"])]["incident_id"])
    incidents = tables["incidents"][tables["incidents"]["incident_id"].isin(about)]
    places = [read_place(*row) for row in incidents[["place", "country"]].itertuples(index=False)]
    if len(about) != 2 or placing(*places) == "apart":
        return tables
    return as_one(tables, about)


def between_articles(found: pd.DataFrame, claims: pd.DataFrame) -> "pd.Series[Any]":
    """Which findings hold one page against the other, not a page against itself."""
    article = dict(zip(claims["claim_id"], claims["article_id"], strict=True))
    return found["left_claim_id"].map(article).ne(found["right_claim_id"].map(article))
