"""Sides of a dispute over accounts: who stands together, and what each side says.

Sources of one party stand together (the defence ministry, the Kremlin and its spokeswoman are one side); a source
without a party stands alone; an outlet's own voice is nobody's side and only ever joins one it repeats.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tracker.compare.case import Side, Telling, speaker
from tracker.model import Account, Claim

_PARTY = "party:"

Reading = Callable[[Account], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Sources that stand together and what they assert, as labels a rule gives to accounts."""

    key: str
    labels: frozenset[str]
    tellings: tuple[Telling, ...]


def camp_key(claim: Claim) -> str:
    """Whom a claim's source stands with: its party, or itself."""
    return f"{_PARTY}{claim.party.casefold()}" if claim.party else speaker(claim)


def is_narrated(telling: Telling) -> bool:
    """Is it the outlet's own voice?"""
    return telling.claim.source_kind == "narrator"


def pitch_camps(tellings: Iterable[Telling], reading: Reading) -> tuple[Camp, ...]:
    """The camps of a case in a fixed order, without outlets' own voices and accounts the rule cannot read."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if not telling.denied and reading(telling.account) and not is_narrated(telling):
            found[camp_key(telling.claim)].append(telling)
    camps = [_camp(key, found[key], reading) for key in sorted(found)]
    return (*(camp for camp in camps if has_party(camp)), *_by_word(camp for camp in camps if not has_party(camp)))


def has_party(camp: Camp) -> bool:
    """Does the camp speak for a party?"""
    return camp.key.startswith(_PARTY)


def _by_word(camps: Iterable[Camp]) -> Iterator[Camp]:
    """Sources of no party that say the same are one camp."""
    alike: dict[frozenset[str], list[Camp]] = defaultdict(list)
    for camp in camps:
        alike[camp.labels].append(camp)
    yield from map(_joined, alike.values())


def standoffs(camps: Iterable[Camp], against: Callable[[Camp, Camp], bool]) -> Iterator[tuple[Camp, Camp]]:
    """Every two camps a rule opposes, those that say the same drawn together: one row a dispute."""
    met: dict[tuple[frozenset[str], frozenset[str]], tuple[list[Camp], list[Camp]]] = {}
    for one, other in combinations(camps, 2):
        if against(one, other):
            left, right = sorted((one, other), key=_by_labels)
            lefts, rights = met.setdefault((left.labels, right.labels), ([], []))
            lefts.append(left)
            rights.append(right)
    for lefts, rights in met.values():
        yield _joined(lefts), _joined(rights)


def echoes(tellings: Iterable[Telling], camp: Camp, reading: Reading) -> tuple[Telling, ...]:
    """What outlets say in their own voice that merely repeats a camp."""
    return tuple(
        told for told in tellings if is_narrated(told) and not told.denied and reading(told.account) in camp.labels
    )


def side_of_tellings(tellings: Iterable[Telling], value: str, key: str) -> Side:
    """One side of a finding; an attributed, latest claim represents it."""
    told = sorted(tellings, key=_weight)
    claims = {telling.claim.claim_id: telling.claim for telling in told}
    accounts = tuple(telling.account for telling in told)
    return Side(claims=tuple(claims.values()), accounts=accounts, value=value, key=key)


def _camp(key: str, tellings: list[Telling], reading: Reading) -> Camp:
    return Camp(key=key, labels=frozenset(reading(told.account) for told in tellings), tellings=tuple(tellings))


def _by_labels(camp: Camp) -> tuple[list[str], str]:
    return sorted(camp.labels), camp.key


def _joined(camps: list[Camp]) -> Camp:
    each = {camp.key: camp for camp in camps}
    tellings = tuple(told for camp in each.values() for told in camp.tellings)
    return Camp(key=" & ".join(sorted(each)), labels=camps[0].labels, tellings=tellings)


def _weight(telling: Telling) -> tuple[bool, str, str, str]:
    return is_narrated(telling), _backwards(telling.claim.said_at), telling.claim.claim_id, telling.account.account_id


def _backwards(when: str) -> str:
    """A key that sorts later moments first."""
    return "".join(chr(0x10FFFF - ord(character)) for character in when[:19].ljust(19))
