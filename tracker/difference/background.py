"""What is told beside an altered row: the name of its incident, who said its words, where, and what became of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tracker.difference.nouns import Difference
from tracker.model import Article, Claim, Figure, Forward, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Incidents, claims, articles and forwards by the ids that altered rows name."""

    incidents: dict[str, Incident] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    forwards: dict[str, str] = field(default_factory=dict)

    def label(self, incident_id: str) -> str:
        """What an incident is called, or was called last."""
        found = self.incidents.get(incident_id)
        return found.label if found else "an incident that is gone"

    def speaker(self, figure: Figure) -> str:
        """Who says a figure, and in which outlet; what is gone from the store has no speaker any more."""
        claim, article = self.claims.get(figure.claim_id), self.articles.get(figure.article_id)
        source = (claim.source_name or claim.source) if claim else ""
        outlet = (article.publisher or article.path) if article else ""
        named = source if source == outlet else ", ".join(filter(None, (source, outlet)))
        return named or "nobody named"

    def became(self, incident_id: str) -> str:
        """The incident that now holds what a former one was named after; empty where there is none."""
        now = self.forwards.get(incident_id, "")
        return now if now != incident_id else ""


# Gives the rows of a table whose ids are asked for; of a table without ids given, all.
Load = Callable[[str, str, Iterable[str]], Iterable[Any]]


def background(difference: Difference, load: Load) -> Background:
    """The background of a difference, no more of it than is named. ``load("claims", "claim_id", ids)`` finds rows."""
    figures: list[Figure] = [each.noun for each in difference.altered if each.table == "figures"]
    gone = {each.row_id for each in difference.incidents("gone")}
    forwards: list[Forward] = list(load("forwards", "former_id", sorted(gone)))
    named = {each.noun.incident_id for each in difference.altered} | {each.incident_id for each in forwards}
    incidents = {each.incident_id: each for each in load("incidents", "incident_id", sorted(named))}
    lost = {each.row_id: each.before for each in difference.incidents("gone")}
    claims = load("claims", "claim_id", sorted({each.claim_id for each in figures}))
    articles = load("articles", "article_id", sorted({each.article_id for each in figures}))
    return Background(
        incidents=lost | incidents,
        claims={each.claim_id: each for each in claims},
        articles={each.article_id: each for each in articles},
        forwards={each.former_id: each.incident_id for each in forwards},
    )
