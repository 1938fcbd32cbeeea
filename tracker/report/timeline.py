"""Everything said of an incident, day by day, with copies of a statement under the one that was read first."""

from collections import defaultdict
from collections.abc import Iterable

from tracker.model import Claim
from tracker.report.dates import when
from tracker.report.incident_pages import Day, Repeat, Told
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.statements import claim_anchor
from tracker.report.wording import account_words, word

# A statement without figures and accounts is told by so many of its first characters.
BRIEF = 90

PLAIN = "asserts"


def timeline(index: Index, incident_id: str) -> tuple[Day, ...]:
    """The statements of an incident, earliest first; those without a date come last."""
    claims = sorted(index.claims_of_incident.get(incident_id, ()), key=index.moment)
    days: dict[str, dict[tuple[object, ...], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        days[index.said(claim)[:10]][_statement(index, claim)].append(claim)
    return tuple(
        Day(said=when(day), told=tuple(_told(index, each) for each in days[day].values()))
        for day in sorted(days, key=lambda day: (not day, day))
    )


def n_copies(days: Iterable[Day]) -> int:
    """How many of the statements repeat another."""
    return sum(len(told.copies) for day in days for told in day.told)


def holds(index: Index, claim: Claim) -> tuple[str, ...]:
    """What a claim holds: its figures and accounts in short."""
    figures = (
        f"{word('measures', each.measure)} {each.text}" for each in index.figures_of_claim.get(claim.claim_id, ())
    )
    accounts = (
        f"{word('slots', each.slot)}: {account_words(each)}" for each in index.accounts_of_claim.get(claim.claim_id, ())
    )
    return (*figures, *accounts)


def _statement(index: Index, claim: Claim) -> tuple[object, ...]:
    """Claims are one statement if an article copies the other, or if their words are the same."""
    return index.speaker(claim), claim.stance, holds(index, claim) or " ".join(claim.text.split()).casefold()


def _told(index: Index, claims: list[Claim]) -> Told:
    first = min(claims, key=lambda claim: _is_copy(index, claim))  # the rest stays in the order of time
    clashes = (each.discrepancy_id for claim in claims for each in index.conflicts_of_claim.get(claim.claim_id, ()))
    clash = next(clashes, "")
    return Told(
        source=index.speaker(first),
        stance="" if first.stance == PLAIN else word("stances", first.stance),
        via=first.via,
        holds=holds(index, first) or (_brief(first.text),),
        outlet=index.outlet(first),
        claim_anchor=claim_anchor(index, first.claim_id),
        clash=anchor("dis", clash) if clash else "",
        copies=tuple(
            Repeat(outlet=index.outlet(each), claim_anchor=claim_anchor(index, each.claim_id))
            for each in claims
            if each is not first
        ),
    )


def _is_copy(index: Index, claim: Claim) -> bool:
    article = index.articles.get(claim.article_id)
    return bool(article and article.copy_of)


def _brief(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= BRIEF else f"“{words[:BRIEF].rsplit(' ', 1)[0]} […]”"
