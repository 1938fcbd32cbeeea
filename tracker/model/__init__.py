"""The nouns. Each is one row of one table of the public contract, frozen.

nouns.py      what is read and made, and the ids that follow from content
decision.py   what people say of it
"""

from collections.abc import Iterator
from dataclasses import fields

from tracker.model.decision import Decision
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

__all__ = [
    "INF",
    "KEPT",
    "LASTING",
    "NOUNS",
    "Account",
    "Article",
    "Claim",
    "Decision",
    "Discrepancy",
    "Figure",
    "Forward",
    "Incident",
    "Link",
    "Noun",
    "Position",
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
