"""Compare: hold what sources say of one incident against each other, and say of each pair how it relates and why.

Cases           everything said of one incident, laid together; each source's position on each count
RULES           each reads a case and yields findings; the first lines of its docstring are shown to users
write_rows      one row a dispute, with ids, independent origins and severity
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from inspect import getdoc

from tracker import plugins
from tracker.compare.case import Case, Finding, Rule, Side
from tracker.compare.cases import Cases
from tracker.compare.cause import cause
from tracker.compare.custody import custody
from tracker.compare.denial import denial
from tracker.compare.discrepancies import write_rows
from tracker.compare.evidence import evidence
from tracker.compare.figures import QUESTIONS, figures
from tracker.compare.internal import internal
from tracker.compare.malformed import malformed
from tracker.compare.outcome import outcome
from tracker.compare.parts import parts_exceed, parts_of_wholes
from tracker.compare.place import place
from tracker.compare.quote import quote
from tracker.compare.responsibility import responsibility
from tracker.compare.tally import Tally, tally
from tracker.compare.time import time
from tracker.compare.updates import revisions
from tracker.compare.victim_status import victim_status
from tracker.model import Account, Article, Claim, Discrepancy, Figure, Incident, Position
from tracker.sharing import Sharing, alone, pieces

__all__ = ["RULES", "Case", "Comparison", "Finding", "Side", "Tally", "compare_incidents", "explain_rules", "tally"]

# In the order they are asked and reported. Of two rules that tell one dispute of accounts, the first keeps it.
RULES: dict[str, Rule] = {
    "figures": figures,
    "updates": revisions,
    "quote": quote,
    "internal": internal,
    "parts": parts_exceed,
    "wholes": parts_of_wholes,
    "malformed": malformed,
    "evidence": evidence,
    "responsibility": responsibility,
    "denial": denial,
    "cause": cause,
    "outcome": outcome,
    "custody": custody,
    "victim_status": victim_status,
    "place": place,
    "time": time,
}

# Incidents that are compared in one piece, where the work is shared: a twentieth of a second of it.
PIECE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a comparison gives: each source's positions, and how they relate."""

    positions: tuple[Position, ...]
    discrepancies: tuple[Discrepancy, ...]


def compare_incidents(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    figures: Iterable[Figure],
    accounts: Iterable[Account],
    incidents: Iterable[Incident],
    *,
    share: Sharing = alone,
) -> Comparison:
    """Compare what is said within each incident, never across two. The order of the input does not matter."""
    cases = Cases(articles, claims, figures, accounts)

    def compared(piece: Iterable[Incident]) -> list[tuple[list[Position], list[Discrepancy]]]:
        return [_compared(cases.open(incident)) for incident in piece]

    ordered = sorted(incidents, key=lambda incident: incident.incident_id)
    found = [each for told in share(compared, pieces(ordered, PIECE)) for each in told]
    return Comparison(
        positions=tuple(position for positions, _ in found for position in positions),
        discrepancies=tuple(row for _, rows in found for row in rows),
    )


def _compared(case: Case) -> tuple[list[Position], list[Discrepancy]]:
    return [held.position for held in case.holdings], list(write_rows(case, ask_rules(case)))


def ask_rules(case: Case) -> Iterator[Finding]:
    """Everything the rules find in a case, each finding signed with its rule's name."""
    for name, rule in all_rules().items():
        for finding in rule(case):
            yield replace(finding, rule=finding.rule or name)


def all_rules() -> dict[str, Rule]:
    """Our rules, then those that installed packages bring."""
    return {**RULES, **plugins.find_plugins(plugins.RULES)}


def explain_rules() -> dict[str, str]:
    """What each rule does, in its own words, for whoever reads a discrepancy's ``rule``."""
    told: dict[str, list[str]] = {}
    for name, function in (*all_rules().items(), *QUESTIONS.items()):
        told.setdefault(name, []).append(getdoc(function) or "")
    return {name: "\n\n".join(texts) for name, texts in told.items()}
