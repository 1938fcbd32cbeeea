"""How it ended: shot down against hit, sunk against damaged."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from tracker.compare.case import Case, Finding, Telling
from tracker.compare.disputes import disputes
from tracker.compare.measures import limit
from tracker.compare.sides import Camp
from tracker.lexicon import read_lexicon
from tracker.model import Account


def outcome(case: Case) -> Iterator[Finding]:
    """Two sides that give outcomes which cannot both be so: shot down or hit, sunk or merely damaged.

    Where two outcomes may be of two things, both claims must name the same target: a hotel can be destroyed while the
    house beside it is damaged. A side that says both (some shot down, some hit) opposes nobody; nor does one that
    gives its interceptions as part of a larger number.
    """
    partial = {told.claim.claim_id for told in case.statements if told.figure.of_total is not None}
    whole = tuple(telling for telling in case.tellings if telling.claim.claim_id not in partial)
    told = Case(incident=case.incident, tellings=whole, articles=case.articles)
    return disputes(told, "outcome", ("outcome",), _outcome, _cannot_both_be)


def _outcome(account: Account) -> str:
    return account.value.casefold()


def _cannot_both_be(left: Camp, right: Camp) -> bool:
    """Every outcome the one side names is opposed to every one of the other."""
    pairs = [(one, other) for one in left.tellings for other in right.tellings]
    return all(_opposed(one, other) for one, other in pairs)


def _opposed(one: Telling, other: Telling) -> bool:
    values = {_outcome(one.account), _outcome(other.account)}
    for row in read_lexicon("outcomes")["opposed"]:
        if values & set(row["left"]) and values & set(row["right"]) and len(values) == 2:
            return not row["same_target"] or _same_target(one, other)
    return False


def _same_target(one: Telling, other: Telling) -> bool:
    targets = one.claim.target.casefold(), other.claim.target.casefold()
    return all(targets) and fuzz.token_set_ratio(*targets) >= limit("alike_places")
