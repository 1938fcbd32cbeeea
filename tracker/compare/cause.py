"""What caused it: causes of different families, an attack, one's own air defence, an accident, nature."""

from collections.abc import Iterator

from tracker.compare.case import Case, Finding
from tracker.compare.disputes import disputes
from tracker.compare.sides import Camp
from tracker.lexicon import read_lexicon
from tracker.model import Account


def cause(case: Case) -> Iterator[Finding]:
    """Two sides that give causes of different families: a missile strike or falling debris, an attack or a gas leak.

    Causes of one family, or of a family we do not know, are never opposed: a strike, an explosion and a fire follow
    from one another.
    """
    return disputes(case, "cause", ("cause",), family, _of_other_families)


def family(account: Account) -> str:
    """The family of a cause, empty where the lexicon knows none of its words."""
    entry = read_lexicon("accounts")
    value = f" {account.value.casefold()} "
    return next((name for name in entry["reading"]["order"] if _mentions(value, entry["families"][name])), "")


def _mentions(value: str, known: list[str]) -> bool:
    return any(f" {word} " in value or f" {word}s " in value for word in known)


def _of_other_families(left: Camp, right: Camp) -> bool:
    return not left.labels & right.labels
