"""Cases opened: everything said of one incident, laid together for the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from tracker.compare.case import ASSERTING, Case, Statement, Telling, by_claim_place, speaker
from tracker.compare.context import Context, Surroundings
from tracker.compare.measures import measure_of
from tracker.compare.positions import hold_positions
from tracker.compare.times import moment
from tracker.model import Account, Article, Claim, Figure, Incident

Part = TypeVar("Part", Figure, Account)


def open_cases(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    figures: Iterable[Figure],
    accounts: Iterable[Account],
    incidents: Iterable[Incident],
) -> Iterator[Case]:
    """Lay everything said of one incident together. What belongs to no incident is compared with nothing."""
    library = {article.article_id: article for article in articles}
    claims, figures = list(claims), list(figures)
    around = Surroundings(library, claims, figures)
    said_of = _claims_of(claims)
    figures_of, accounts_of = _under(figures), _under(accounts)
    for incident in sorted(incidents, key=lambda incident: incident.incident_id):
        told = said_of.get(incident.incident_id, [])
        statements = tuple(_statements(told, figures_of, library, around))
        yield Case(
            incident=incident,
            claims=tuple(told),
            statements=statements,
            holdings=hold_positions(incident, statements, library),
            tellings=tuple(_tellings(told, accounts_of)),
            articles=library,
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
    library: Mapping[str, Article],
    around: Surroundings,
) -> Iterator[Statement]:
    given: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for claim in claims:
        given[claim.article_id, speaker(claim)].extend(figures.get(claim.claim_id, ()))
    for claim in claims:
        said, together = moment(claim, library.get(claim.article_id)), given[claim.article_id, speaker(claim)]
        for figure in figures.get(claim.claim_id, ()):
            yield _statement(claim, figure, said, together, around.of(claim, figure))


def _statement(claim: Claim, figure: Figure, said: str, together: Sequence[Figure], context: Context) -> Statement:
    """A figure among all that its source counts in the article."""
    beside = tuple(other for other in together if other.measure == figure.measure and other is not figure)
    others = [
        other for other in together if other.measure != figure.measure and measure_of(other.measure).counts == "people"
    ]
    here = any(other.claim_id == claim.claim_id for other in others)
    return Statement(
        figure=figure,
        claim=claim,
        said=said,
        beside=beside,
        counts_others=bool(others),
        counts_others_here=here,
        context=context,
    )


def _tellings(claims: Sequence[Claim], accounts: Mapping[str, Sequence[Account]]) -> Iterator[Telling]:
    for claim in claims:
        for account in accounts.get(claim.claim_id, ()):
            if claim.stance in ASSERTING or claim.stance == "denies":
                yield Telling(account=account, claim=claim, denied=account.denied or claim.stance == "denies")
