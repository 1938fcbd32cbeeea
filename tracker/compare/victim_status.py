"""Whom and what it hit: civilians or combatants, homes or military targets."""

from collections.abc import Iterator, Mapping

from tracker.compare.case import Case, Finding
from tracker.compare.disputes import disputes
from tracker.compare.sides import Camp
from tracker.lexicon import words
from tracker.model import Account, Figure


def victim_status(case: Case) -> Iterator[Finding]:
    """One side says that civilians were hit, the other that combatants or military targets were.

    A strike may kill both, so two sides disagree about victims only where they count as many: two civilians here, two
    militants there. The distinction is the Geneva Conventions', and casualty recorders keep the basis for it beside
    every count.
    """
    counts = {told.claim.claim_id: told.figure for told in case.statements if told.figure.scope == "total"}
    yield from disputes(case, "victim_status", ("target",), _status, _other_status)
    yield from disputes(
        case, "victim_status", ("victim_status",), _status, lambda left, right: _same_victims(left, right, counts)
    )


def _status(account: Account) -> str:
    value = account.value.casefold()
    return next((status for status in ("civilian", "combatant") if value in words("outcomes", "status", status)), "")


def _other_status(left: Camp, right: Camp) -> bool:
    return not left.labels & right.labels


def _same_victims(left: Camp, right: Camp, counts: Mapping[str, Figure]) -> bool:
    """Another status for one and the same number of people."""
    return _other_status(left, right) and bool(_numbers(left, counts) & _numbers(right, counts))


def _numbers(camp: Camp, counts: Mapping[str, Figure]) -> set[tuple[str, float]]:
    found = (counts.get(told.claim.claim_id) for told in camp.tellings)
    return {(figure.measure, figure.best) for figure in found if figure}
