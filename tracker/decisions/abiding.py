"""The tables as the decisions leave them. What was read from the articles stays in the store as it was read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from tracker.decisions.record import party_key
from tracker.decisions.reviews import OPEN, Review
from tracker.decisions.standing import Standing
from tracker.model import Account, Claim, Discrepancy, Figure

N = TypeVar("N", Claim, Figure, Account)


def correct_parties(claims: Iterable[Claim], standing: Standing) -> tuple[Claim, ...]:
    """The claims, each with the party that people said its source speaks for."""
    if not standing.parties:
        return tuple(claims)
    return tuple(_corrected(claim, standing) for claim in claims)


def leave_out_rejected(rows: Iterable[N], standing: Standing) -> Iterator[N]:
    """The rows that do not belong to a claim that people rejected."""
    return (row for row in rows if row.claim_id not in standing.rejected)


def show_reviews(discrepancies: Iterable[Discrepancy], reviews: dict[str, Review]) -> tuple[Discrepancy, ...]:
    """The discrepancies, each with its review state."""
    return tuple(_shown(each, reviews.get(each.discrepancy_id, OPEN)) for each in discrepancies)


def _shown(each: Discrepancy, review: Review) -> Discrepancy:
    # Nearly all stand as they stood.
    return each if each.review_state == review.state else replace(each, review_state=review.state)


def _corrected(claim: Claim, standing: Standing) -> Claim:
    party = standing.parties.get(party_key(claim.source_name))
    return claim if party is None else replace(claim, party=party)
