"""A dispute over accounts told as a finding: the same for who did it, what caused it, how it ended and who was hit."""

from collections.abc import Callable, Iterable, Iterator

from tracker.compare.case import Case, Finding, Side, Telling
from tracker.compare.sides import Camp, Reading, echoes, pitch_camps, side_of_tellings, standoffs
from tracker.compare.wording import capital, who
from tracker.lexicon import read_lexicon


def disputes(
    case: Case, kind: str, slots: Iterable[str], reading: Reading, against: Callable[[Camp, Camp], bool]
) -> Iterator[Finding]:
    """The disputes of one kind in a case: ``reading`` labels an account, ``against`` opposes two camps' labels."""
    wanted = set(slots)
    told = [telling for telling in case.tellings if telling.account.slot in wanted]
    for left, right in standoffs(pitch_camps(told, reading), against):
        sides = [_side(camp, [*camp.tellings, *echoes(told, camp, reading)]) for camp in (left, right)]
        yield dispute(kind, sides[0], sides[1])


def dispute(kind: str, left: Side, right: Side) -> Finding:
    """A conflict of accounts between two sides."""
    accounts = read_lexicon("accounts")
    slot = left.accounts[0].slot
    about = capital(accounts["slots"][slot])
    verb = accounts["verbs"].get(slot, "said")
    reason = f"{about}: {who(left.claims)} {verb} {left.value}, {who(right.claims)} {verb} {right.value}."
    return Finding(
        kind=kind, relation="conflict", left=left, right=right, reason=reason, gap=float(accounts["gap"][kind])
    )


def _side(camp: Camp, tellings: list[Telling]) -> Side:
    """One side, known by what it says: whoever else comes to say it, the dispute keeps its id."""
    values = {told.account.value.casefold(): told.account.value for told in camp.tellings}
    value = " and ".join(values[key] for key in sorted(values))
    return side_of_tellings(tellings, value, " & ".join(sorted(camp.labels)))
