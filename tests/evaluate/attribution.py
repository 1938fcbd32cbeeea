"""Who says what: every claim that is somebody's, as the spans of its source, cue and content.

The gold has one cue an attribution, so a sentence that only goes on with what was said before it (the rules "goes on"
and "quotation goes on"), which has neither cue nor mention, is left out.
"""

import json
from pathlib import Path

import pandas as pd

from tests.evaluate.reading import Reading, read_corpus

Spans = list[list[int]] | None


def predict(corpus: Path, out: Path) -> None:
    """One line a document, those without a claim included."""
    out.write_text("".join(f"{json.dumps(row)}\n" for row in rows(read_corpus(corpus))), encoding="utf-8")


def rows(reading: Reading) -> list[dict[str, object]]:
    """The attributions of each document; the article's own voice attributes nothing."""
    told = dict(list(reading.claims.groupby("article_id")))
    none = reading.claims.iloc[:0]
    return [
        {"doc_id": doc, "attributions": [attribution(claim) for claim in attributed(told.get(article, none))]}
        for doc, article in reading.article_of.items()
    ]


def attributed(claims: pd.DataFrame) -> list[dict[str, object]]:
    """The claims of a document that carry a source or a cue, but an outlet's own doubt, which attributes nothing."""
    marked = (claims["source_start"] >= 0) | (claims["cue_start"] >= 0)
    return claims[marked & (claims["source_kind"] != "narrator")].to_dict("records")


def attribution(claim: dict[str, object]) -> dict[str, Spans]:
    """The three spans of a claim."""
    return {
        "source": _span(claim["source_start"], claim["source_end"]),
        "cue": _span(claim["cue_start"], claim["cue_end"]),
        "content": _fragments(str(claim["fragments"])) or _span(claim["start"], claim["end"]),
    }


def _span(start: object, end: object) -> Spans:
    return [[int(start), int(end)]] if int(start) >= 0 else None  # type: ignore[call-overload]


def _fragments(cell: str) -> Spans:
    """The pieces of a content that is not of one piece, "12-40; 55-80" in the table."""
    return [[int(end) for end in piece.split("-")] for piece in cell.split("; ")] if "-" in cell else None
