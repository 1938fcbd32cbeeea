"""A corpus of documents, read and extracted through the front door; two tasks on one corpus share the work."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

import tracker


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of a corpus so far, and for each document of it the article it became."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    figures: pd.DataFrame
    accounts: pd.DataFrame
    article_of: dict[str, str]

    def only(self, article_ids: set[str]) -> "Reading":
        """The tables of some articles."""
        tables = (self.articles, self.claims, self.figures, self.accounts)
        kept = (table[table["article_id"].isin(article_ids)] for table in tables)
        return Reading(*kept, {doc: article for doc, article in self.article_of.items() if article in article_ids})

    def tables(self) -> dict[str, pd.DataFrame]:
        """As the verbs take them."""
        return {
            "articles": self.articles,
            "claims": self.claims,
            "figures": self.figures,
            "accounts": self.accounts,
        }


@cache
def read_corpus(corpus: Path) -> Reading:
    """The documents of a file of JSON lines, extracted."""
    articles = tracker.read([corpus]).articles
    extracted = tracker.extract(articles)
    article_of = {doc_id(path): article for path, article in zip(articles["path"], articles["article_id"], strict=True)}
    return Reading(articles, extracted.claims, extracted.figures, extracted.accounts, article_of)


def doc_id(path: str) -> str:
    """The document's own id, which the reader keeps at the end of the path."""
    return path.rpartition("#")[2]


def as_one(tables: dict[str, pd.DataFrame], about: set[str]) -> dict[str, pd.DataFrame]:
    """Grouped tables with some incidents made one, the first of them."""
    merged = {
        name: table.assign(incident_id=table["incident_id"].mask(table["incident_id"].isin(about), min(about)))
        for name, table in tables.items()
        if "incident_id" in table
    }
    merged["incidents"] = merged["incidents"].drop_duplicates("incident_id")
    return merged


def is_main(claims: pd.DataFrame) -> "pd.Series[Any]":
    """Which claims speak of what their article is about."""
    return claims["scene"].eq("") | claims["scene"].str.endswith("/0")
