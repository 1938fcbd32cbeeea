"""Cases opened: everything said of one incident, laid together for the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from tracker.compare.case import ASSERTING, Case, Statement, Telling, by_claim_place, speaker
from tracker.compare.context import Surroundings
from tracker.compare.measures import measure_of
from tracker.compare.positions import hold_positions
from tracker.compare.times import moment
from tracker.model import Account, Article, Claim, Figure, Incident

Part = TypeVar("Part", Figure, Account)


class Cases:
    """Everything that is said, from which cases are opened. What belongs to no incident is compared with nothing."""

    def __init__(
        self,
        articles: Iterable[Article],
        claims: Iterable[Claim],
        figures: Iterable[Figure],
        accounts: Iterable[Account],
    ) -> None:
        self.articles = {article.article_id: article for article in articles}
        claims, figures = list(claims), list(figures)
        self.around = Surroundings(self.articles, claims, figures)
        self.claims = _claims_of(claims)
        self.figures, self.accounts = _under(figures), _under(accounts)

    def open(self, incident: Incident) -> Case:
        """Everything said of one incident, laid together."""
        told = self.claims.get(incident.incident_id, [])
        statements = tuple(_statements(told, self.figures, self.articles, self.around))
        return Case(
            incident=incident,
            claims=tuple(told),
            statements=statements,
            holdings=hold_positions(incident, statements, self.articles),
            tellings=tuple(_tellings(told, self.accounts)),
            articles=self.articles,
        )


def _claims_of(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=by_claim_place):
        if claim.incident_id:
            found[claim.incident_id].append(claim)
    return found


def _under(nouns: Iterable[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = defaultdict(list)
    for noun in sorted(nouns, key=lambda noun: (noun.start, noun.end, noun.text)):
        found[noun.claim_id].append(noun)
    return found


def _statements(
    claims: Sequence[Claim],
    figures: Mapping[str, Sequence[Figure]],
    articles: Mapping[str, Article],
    around: Surroundings,
) -> Iterator[Statement]:
    given: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for claim in claims:
        given[claim.article_id, speaker(claim)].extend(figures.get(claim.claim_id, ()))
    counts = {key: _Counts(of_source) for key, of_source in given.items()}
    for claim in claims:
        said, together = moment(claim, articles.get(claim.article_id)), counts[claim.article_id, speaker(claim)]
        here = figures.get(claim.claim_id, ())
        people = [figure for figure in here if _is_of_people(figure)]
        for figure in here:
            yield Statement(
                figure=figure,
                claim=claim,
                said=said,
                beside=tuple(other for other in here if other.measure == figure.measure and other is not figure),
                pieces=together.pieces(figure.measure),
                counts_others=together.counts_others(figure.measure),
                others=tuple(other for other in people if other.measure != figure.measure),
                context=around.of(claim, figure),
            )


class _Counts:
    """All that one source counts in one article, gathered once."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._people = {figure.measure for figure in figures if _is_of_people(figure)}
        pieces: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            if figure.scope in {"part", "increment"}:
                pieces[figure.measure].append(figure)
        self._pieces = {measure: tuple(found) for measure, found in pieces.items()}

    def pieces(self, measure: str) -> tuple[Figure, ...]:
        """The parts and additions of a measure."""
        return self._pieces.get(measure, ())

    def counts_others(self, measure: str) -> bool:
        """Are people counted by another measure as well?"""
        return bool(self._people - {measure})


def _is_of_people(figure: Figure) -> bool:
    return measure_of(figure.measure).counts == "people"


def _tellings(claims: Sequence[Claim], accounts: Mapping[str, Sequence[Account]]) -> Iterator[Telling]:
    for claim in claims:
        for account in accounts.get(claim.claim_id, ()):
            if claim.stance in ASSERTING or claim.stance == "denies":
                yield Telling(account=account, claim=claim, denied=account.denied or claim.stance == "denies")
