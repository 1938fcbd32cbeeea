"""How many were killed and injured in each incident: the low and high that the sources give.

The incidents are given by ``clusters.json`` beside the documents; where there is none, each document is one.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import tracker
from tests.evaluate.reading import Reading, as_one, is_main, read_corpus
from tracker.compare import tally
from tracker.model import Figure, Position
from tracker.tables import from_frame

MEASURES = ("killed", "injured")


def predict(corpus: Path, out: Path) -> None:
    """``{incident: {"killed": {"answer", "values"}, "injured": ...}}``."""
    reading = read_corpus(corpus)
    given = given_incidents(corpus, reading)
    found = {incident: count(reading.only(articles)) for incident, articles in given.items()}
    out.write_text(json.dumps(found, indent=0), encoding="utf-8")


def given_incidents(corpus: Path, reading: Reading) -> dict[str, set[str]]:
    """The articles of each incident."""
    beside = corpus.with_name("clusters.json")
    clusters = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    articles = defaultdict(set)
    for doc, article in reading.article_of.items():
        articles[clusters.get(doc, doc)].add(article)
    return dict(articles)


def count(reading: Reading) -> dict[str, dict[str, object]]:
    """The tally of one incident, whose articles are given."""
    grouped = tracker.group(**reading.tables())
    about = set(grouped.claims[is_main(grouped.claims)]["incident_id"])
    incident = min(about, default="")
    tables = {"articles": reading.articles, **(as_one(grouped._asdict(), about) if about else grouped._asdict())}
    positions = tracker.compare(**tables).positions
    positions = positions[positions["incident_id"].eq(incident) & positions["measure"].isin(MEASURES)]
    return {measure: answer(positions[positions["measure"].eq(measure)], tables["figures"]) for measure in MEASURES}


def answer(positions: pd.DataFrame, figures: pd.DataFrame) -> dict[str, object]:
    """One number where all agree, else low and high; ``values`` is every total that some source gave."""
    nouns = list(from_frame(positions, Position))
    values = {number for position in nouns if position.scope == "total" for number in given(position, figures)}
    tallies = tally(nouns)
    if not tallies:
        return {"answer": None, "values": sorted(values)}
    low, high = tallies[0].low, tallies[0].high
    return {"answer": low if low == high else [low, high], "values": sorted({*values, low, high})}


def given(position: Position, figures: pd.DataFrame) -> Iterator[float]:
    """The totals a source gave, the ends of its ranges among them, those it has since left behind included."""
    own = figures["claim_id"].isin(position.claims) & figures["measure"].eq(position.measure)
    for figure in from_frame(figures[own & figures["scope"].eq("total")], Figure):
        yield from (figure.low, figure.best, figure.high) if figure.bound == "range" else (figure.best,)
    yield position.best
