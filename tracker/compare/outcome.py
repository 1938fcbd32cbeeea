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
    """Every outcome the one side names is opposed to every one of the other, at least once of the same thing."""
    pairs = [(one, other) for one in left.tellings for other in right.tellings]
    return all(_opposition(*pair) for pair in pairs) and any(_of_one_thing(*pair) for pair in pairs)


def _opposition(one: Telling, other: Telling) -> dict[str, object]:
    """The row of the lexicon that opposes two outcomes; empty where none does."""
    values = {_outcome(one.account), _outcome(other.account)}
    rows: list[dict[str, list[str]]] = read_lexicon("outcomes")["opposed"]
    return next(
        (dict(row) for row in rows if values & set(row["left"]) and values & set(row["right"]) and len(values) == 2), {}
    )


def _of_one_thing(one: Telling, other: Telling) -> bool:
    return not _opposition(one, other)["same_target"] or _same_target(one, other)


def _plain(target: str) -> str:
    """A target by the plainest word for its kind: a landing ship, a warship and a vessel are a ship."""
    last = target.casefold().split()[-1] if target else ""
    kinds = read_lexicon("outcomes")["kinds"]
    return next((kind for kind in kinds if last in kinds[kind]), target.casefold())


def _same_target(one: Telling, other: Telling) -> bool:
    targets = _plain(one.claim.target), _plain(other.claim.target)
    return all(targets) and fuzz.token_set_ratio(*targets) >= limit("alike_places")
