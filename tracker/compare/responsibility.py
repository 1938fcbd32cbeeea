"""Who did it: two sides that hold different parties responsible."""

from collections.abc import Iterator

from tracker.compare.case import Case, Finding
from tracker.compare.disputes import disputes
from tracker.compare.sides import Camp, has_party
from tracker.model import Account


def responsibility(case: Case) -> Iterator[Finding]:
    """Two sides that blame different parties for one incident, with no party that both name.

    All that a side's sources say is taken together, so a ministry that blames one country and a spokeswoman who adds a
    second are one account. Only names can be set against each other: "a gunman" and "the suspect" may be one man. One
    of the two must speak for a party; whom two detectives name is for a court. Airwars calls such a case contested.
    """
    return disputes(case, "responsibility", ("agent",), _named_agent, _blame_others)


def _named_agent(account: Account) -> str:
    value = account.value.removeprefix("the ").removeprefix("The ")
    return value.casefold() if value[:1].isupper() else ""


def _blame_others(left: Camp, right: Camp) -> bool:
    for_a_party = has_party(left) or has_party(right)
    return for_a_party and not left.labels & right.labels and not _spellings(left, right)


def _spellings(left: Camp, right: Camp) -> bool:
    """One name within another, "Islamic State" in "Islamic State group", is the same party told at length."""
    return any(one in other or other in one for one in left.labels for other in right.labels)
