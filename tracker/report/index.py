"""Every table by id, made once, so that a page takes time in proportion to its claims."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import PurePath
from typing import TypeVar
from urllib.parse import urlsplit

from tracker.decisions import Review, review
from tracker.model import Account, Article, Claim, Discrepancy, Figure, Incident, Position
from tracker.tables import Tables

N = TypeVar("N")


@dataclass(frozen=True)
class Index:
    """The tables of a run, findable by id. A row that repeats an id is left out; order never depends on the input's."""

    tables: Tables

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id, oldest first."""
        return _by_id(self.tables.articles, "article_id", "published", "publisher", "title")

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Who published each article: every claim in it asks."""
        return {article_id: outlet(article) for article_id, article in self.articles.items()}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, in reading order."""
        return _by_id(self.tables.claims, "claim_id", "article_id", "start", "end")

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Figures by id, in reading order."""
        return _by_id(self.tables.figures, "figure_id", "article_id", "start", "end")

    @cached_property
    def accounts(self) -> dict[str, Account]:
        """Accounts by id, in reading order."""
        return _by_id(self.tables.accounts, "account_id", "article_id", "start", "end")

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id, oldest first."""
        return _by_id(self.tables.incidents, "incident_id", "date_from", "label")

    @cached_property
    def strays(self) -> tuple[Incident, ...]:
        """Incidents that discrepancies name and the tables do not hold: without a name, so that nothing is lost."""
        known = {each.incident_id for each in self.discrepancies.values()} - self.incidents.keys()
        return tuple(Incident(incident_id=each, label="") for each in sorted(known))

    @cached_property
    def positions(self) -> dict[str, Position]:
        """Positions by id."""
        return _by_id(self.tables.positions, "position_id", "measure", "scope", "source_name")

    @cached_property
    def discrepancies(self) -> dict[str, Discrepancy]:
        """Discrepancies by id, worst first."""
        found = _by_id(self.tables.discrepancies, "discrepancy_id", "incident_id", "kind", "measure")
        return dict(sorted(found.items(), key=lambda item: -item[1].severity))

    @cached_property
    def claims_of_article(self) -> dict[str, list[Claim]]:
        """The claims of each article, in reading order."""
        return _grouped(self.claims.values(), "article_id")

    @cached_property
    def claims_of_incident(self) -> dict[str, list[Claim]]:
        """The claims of each incident."""
        return _grouped(self.claims.values(), "incident_id")

    @cached_property
    def figures_of_claim(self) -> dict[str, list[Figure]]:
        """The figures of each claim, in reading order."""
        return _grouped(self.figures.values(), "claim_id")

    @cached_property
    def accounts_of_claim(self) -> dict[str, list[Account]]:
        """The accounts of each claim, in reading order."""
        return _grouped(self.accounts.values(), "claim_id")

    @cached_property
    def positions_of_incident(self) -> dict[str, list[Position]]:
        """The positions of each incident."""
        return _grouped(self.positions.values(), "incident_id")

    @cached_property
    def discrepancies_of_incident(self) -> dict[str, list[Discrepancy]]:
        """The discrepancies of each incident, worst first."""
        return _grouped(self.discrepancies.values(), "incident_id")

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """How people have judged each discrepancy."""
        rows = (self.discrepancies.values(), self.claims.values(), self.figures.values())
        return review(*rows, self.tables.decisions)

    @cached_property
    def conflicts(self) -> tuple[Discrepancy, ...]:
        """The discrepancies that raise an alarm, worst first."""
        return tuple(each for each in self.discrepancies.values() if each.relation == "conflict")

    @cached_property
    def conflicts_of_claim(self) -> dict[str, list[Discrepancy]]:
        """The conflicts each claim stands in, on either side."""
        found: dict[str, list[Discrepancy]] = defaultdict(list)
        for conflict in self.conflicts:
            for claim_id in dict.fromkeys(behind(conflict, "left") + behind(conflict, "right")):
                found[claim_id].append(conflict)
        return found

    @cached_property
    def clash_of_figure(self) -> dict[str, str]:
        """The worst conflict each figure stands in."""
        found: dict[str, str] = {}
        for each in self.conflicts:
            for figure_id in (each.left_figure_id, each.right_figure_id, *each.left_figures, *each.right_figures):
                found.setdefault(figure_id, each.discrepancy_id)
        return found

    @cached_property
    def clash_of_account(self) -> dict[tuple[str, str], str]:
        """The worst conflict each claim stands in by what it tells of a slot of the story."""
        found: dict[tuple[str, str], str] = {}
        for each in self.conflicts:
            for side in ("left", "right"):
                account = self.accounts.get(getattr(each, f"{side}_account_id"))
                for claim_id in behind(each, side) if account else ():
                    found.setdefault((claim_id, account.slot if account else ""), each.discrepancy_id)
        return found

    @cached_property
    def outdated_figures(self) -> frozenset[str]:
        """The figures that an update has replaced: the earlier one of each such pair."""
        pairs = (each for each in self.discrepancies.values() if each.relation == "update")
        return frozenset(filter(None, map(self._earlier_figure, pairs)))

    def prepare(self) -> None:
        """Make all of it now: what is made here no copy of this process has to make again for itself."""
        for name, made in vars(Index).items():
            if isinstance(made, cached_property):
                getattr(self, name)

    def _earlier_figure(self, pair: Discrepancy) -> str:
        left, right = self.claims.get(pair.left_claim_id), self.claims.get(pair.right_claim_id)
        if left is None or right is None or self.said(left) == self.said(right):
            return ""
        return pair.left_figure_id if self.said(left) < self.said(right) else pair.right_figure_id

    def label(self, incident_id: str) -> str:
        """What an incident is called; a plain word where the tables do not hold it."""
        incident = self.incidents.get(incident_id)
        return (incident and (incident.label or incident.event or incident.place)) or "an incident without a name"

    def said(self, claim: Claim) -> str:
        """When a claim was made: its own date, else its article's."""
        article = self.articles.get(claim.article_id)
        return claim.said_at or (article.published if article else "")

    def moment(self, claim: Claim) -> tuple[str, str, int]:
        """A key that sorts claims by when they were made, then by where they stand."""
        return self.said(claim), claim.article_id, claim.start

    def outlet(self, claim: Claim) -> str:
        """Where a claim stands."""
        return self.outlets.get(claim.article_id, "")

    def speaker(self, claim: Claim) -> str:
        """Who makes a claim: the resolved source, else the mention as printed, else the outlet."""
        return claim.source_name or claim.source or self.outlet(claim) or "an unnamed source"


def behind(discrepancy: Discrepancy, side: str) -> tuple[str, ...]:
    """The claims behind a side, its representative first."""
    first: str = getattr(discrepancy, f"{side}_claim_id")
    rest: tuple[str, ...] = getattr(discrepancy, f"{side}_claims")
    return tuple(dict.fromkeys((first, *rest)))


def outlet(article: Article) -> str:
    """Who published an article, as far as it tells: the publisher, else the host of its address, else its file's name.

    The folders it lay in are nobody's business: a report is published.
    """
    return article.publisher or _host(article.url) or PurePath(article.path).name or article.path


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _by_id(nouns: Iterable[N], key: str, *order: str) -> dict[str, N]:
    """Nouns by their id, in an order that follows from content alone; the first of a repeated id stays."""
    found: dict[str, N] = {}
    for noun in sorted(nouns, key=attrgetter(*order, key)):
        found.setdefault(getattr(noun, key), noun)
    return found


def _grouped(nouns: Iterable[N], key: str) -> dict[str, list[N]]:
    found: dict[str, list[N]] = defaultdict(list)
    for noun in nouns:
        found[getattr(noun, key)].append(noun)
    return dict(found)
