"""The nouns. Each is one row of one table of the public contract, frozen.

nouns.py      what is read and made, and the ids that follow from content
decision.py   what people say of it
record.py     what the store writes down of the work
inner.py      what the store keeps to be quick
"""

from collections.abc import Iterator
from dataclasses import fields

from tracker.model.decision import Decision
from tracker.model.inner import InputFile, Memory, Sketch
from tracker.model.nouns import (
    INF,
    Account,
    Article,
    Claim,
    Discrepancy,
    Figure,
    Forward,
    Incident,
    Link,
    Position,
    Span,
    Unread,
    Zone,
    content_id,
)
from tracker.model.record import Alteration, Edit, Run

__all__ = [
    "INF",
    "INNER",
    "KEPT",
    "LASTING",
    "NOUNS",
    "ORDER",
    "RECORDS",
    "Account",
    "Alteration",
    "Article",
    "Claim",
    "Decision",
    "Discrepancy",
    "Edit",
    "Figure",
    "Forward",
    "Incident",
    "InputFile",
    "Link",
    "Memory",
    "Noun",
    "Position",
    "Run",
    "Sketch",
    "Span",
    "Unread",
    "Zone",
    "columns",
    "content_id",
    "paragraphs",
]

Noun = Article | Unread | Claim | Figure | Account | Incident | Link | Forward | Position | Discrepancy | Decision

# The tables in the order they are made; the key is the table's name everywhere: store, export, front door.
NOUNS: dict[str, type] = {
    "articles": Article,
    "unread": Unread,
    "claims": Claim,
    "figures": Figure,
    "accounts": Account,
    "incidents": Incident,
    "links": Link,
    "forwards": Forward,
    "positions": Position,
    "discrepancies": Discrepancy,
    "decisions": Decision,
}

# Tables that the store keeps of the work itself: no verb needs them, and they are no part of a report or an export.
RECORDS: dict[str, type] = {"runs": Run, "alterations": Alteration, "edits": Edit}

# Tables that the store keeps to be quick: all of them can be made anew.
INNER: dict[str, type] = {"inputs": InputFile, "sketches": Sketch, "memories": Memory}

# The columns by which the rows of a table stand in order. It follows from content alone, whoever came first: articles
# as a folder lists them, what was said in the order of the words.
_PLACE = ("article_id", "start", "end")
ORDER: dict[str, tuple[str, ...]] = {
    "articles": ("path", "article_id"),
    "unread": ("path", "reason", "cure"),
    "claims": (*_PLACE, "claim_id"),
    "figures": (*_PLACE, "figure_id"),
    "accounts": (*_PLACE, "account_id"),
    "incidents": ("date_from", "incident_id"),
    "links": ("incident_id", "link_id"),
    "forwards": ("former_id",),
    "positions": ("incident_id", "measure", "scope", "source_name", "position_id"),
    "discrepancies": ("incident_id", "kind", "measure", "discrepancy_id"),
    "decisions": ("decided_at", "decision_id"),
    "runs": ("started", "run_id"),
    "alterations": ("run_id", "table", "row_id"),
    "edits": ("noticed", "before_article", "after_article", "measure", "edit_id"),
    "inputs": ("path", "input_id"),
    "sketches": ("article_id",),
    "memories": ("memory_id",),
}

# Tables that people fill: rows are added and never dropped, whatever the verbs make anew.
KEPT = ("decisions",)
# Tables that outlive what they were made from: made anew from what they held before.
LASTING = ("forwards",)


def columns(noun: type) -> tuple[str, ...]:
    """The columns of a noun's table, in contract order."""
    return tuple(field.name for field in fields(noun))


def paragraphs(article: Article) -> Iterator[Zone]:
    """The zones of an article that carry its reporting: everything but what was dropped."""
    return (zone for zone in article.zones if zone.kind != "dropped")
