"""What tests of comparing say: sources with figures and accounts of one incident, and how the tracker relates them."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests import factory
from tracker.compare import Comparison, compare_incidents
from tracker.model import INF, Account, Article, Claim, Discrepancy, Figure, Incident, content_id

DAY = "2024-03-15"
OFFICIAL = {"source_kind": "official"}
RUSSIA = {"source_name": "Moscow", "party": "Russia", "source_kind": "official"}
UKRAINE = {"source_name": "Kyiv", "party": "Ukraine", "source_kind": "official"}
POLICE = {"source_name": "Police", "source_kind": "police"}
MEDICS = {"source_name": "Medics", "source_kind": "medic"}
RECORD = {"source_name": "a leaked list", "source_kind": "document"}


@dataclass(frozen=True)
class Said:
    """One claim with its figures and accounts."""

    claim: Claim
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()


def said(
    *numbers: dict[str, object], text: str = "words", accounts: Iterable[tuple[object, ...]] = (), **more: object
) -> Said:
    """A claim: ``said(count(20), **POLICE)``. Each has an article of its own unless ``article_id`` is given."""
    given: dict[str, object] = {"incident_id": "inc-a", "said_at": DAY} | more
    given.setdefault("article_id", content_id("art", text, sorted(given.items()), numbers))
    claim = factory.claim(text, **given)  # type: ignore[arg-type]
    figures = tuple(factory.killed(of=claim, **number) for number in numbers)  # type: ignore[arg-type]
    told = tuple(factory.account(*account[:2], of=claim, denied=len(account) > 2) for account in accounts)  # type: ignore[arg-type]
    return Said(claim, figures, told)


def count(low: float, high: float | None = None, **more: object) -> dict[str, object]:
    """A figure: ``count(20)`` is exactly 20 dead, ``count(20, INF)`` at least 20."""
    return {"low": low, "high": high, **more}


def at_least(low: float, **more: object) -> dict[str, object]:
    """At least that many."""
    return count(low, INF, text=f"at least {low:g}", **more)


def compare(*told: Said, articles: Iterable[Article] = (), **incident: object) -> Comparison:
    """Compare what is told, under one incident for each incident id."""
    ids = sorted({each.claim.incident_id for each in told})
    incidents = [Incident(incident_id=found, label=found, **incident) for found in ids]  # type: ignore[arg-type]
    figures = [figure for each in told for figure in each.figures]
    accounts = [account for each in told for account in each.accounts]
    return compare_incidents(articles, [each.claim for each in told], figures, accounts, incidents)


def rows(*told: Said, **more: object) -> tuple[Discrepancy, ...]:
    """The discrepancies between what is told."""
    return compare(*told, **more).discrepancies  # type: ignore[arg-type]


def relations(*told: Said, **more: object) -> list[str]:
    """How what is told relates, in order of the alphabet."""
    return sorted(row.relation for row in rows(*told, **more))


def conflicts(*told: Said, **more: object) -> list[Discrepancy]:
    """The alarms."""
    return [row for row in rows(*told, **more) if row.relation == "conflict"]
