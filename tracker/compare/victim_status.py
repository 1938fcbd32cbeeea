"""Whom and what it hit: civilians or combatants, homes or military targets."""

from collections.abc import Iterator

from tracker.compare.case import Case, Finding
from tracker.compare.disputes import disputes
from tracker.compare.sides import Camp
from tracker.lexicon import words
from tracker.model import Account


def victim_status(case: Case) -> Iterator[Finding]:
    """One side says that civilians were hit, the other that combatants or military targets were.

    Only where a side says the one and not the other: a strike may kill both. The distinction is the Geneva
    Conventions', and casualty recorders keep the basis for it beside every count.
    """
    for slot in ("victim_status", "target"):
        yield from disputes(case, "victim_status", (slot,), _status, _other_status)


def _status(account: Account) -> str:
    value = account.value.casefold()
    return next((status for status in ("civilian", "combatant") if value in words("outcomes", "status", status)), "")


def _other_status(left: Camp, right: Camp) -> bool:
    return not left.labels & right.labels
