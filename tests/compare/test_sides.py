"""Who stands together in a dispute over accounts."""

from tests.compare.told import POLICE, RUSSIA, UKRAINE, said
from tracker.compare.case import Telling
from tracker.compare.sides import camp_key, echoes, pitch_camps, side_of_tellings, standoffs
from tracker.model import Account


def value(account: Account) -> str:
    return account.value


def unlike(left, right):
    return not left.labels & right.labels


def tellings(*told):
    return [
        Telling(account=account, claim=each.claim, denied=account.denied) for each in told for account in each.accounts
    ]


MOSCOW = said(accounts=[("agent", "Ukraine")], **RUSSIA)
KREMLIN = said(accounts=[("agent", "Britain")], **RUSSIA | {"source_name": "the Kremlin"})
KYIV = said(accounts=[("agent", "Russia")], **UKRAINE)
DAILY = said(accounts=[("agent", "Russia")], source_name="The Daily")
DENIED = said(accounts=[("agent", "Russia", "denied")], **POLICE)


def test_sources_of_one_party_are_one_camp_and_outlets_are_none():
    camps = pitch_camps(tellings(MOSCOW, KREMLIN, KYIV, DAILY, DENIED), value)
    assert [(camp.key, sorted(camp.labels)) for camp in camps] == [
        ("party:russia", ["Britain", "Ukraine"]),
        ("party:ukraine", ["Russia"]),
    ]


def test_sources_of_no_party_that_say_the_same_are_one_camp():
    same = [said(accounts=[("agent", "Russia")], source_name=name, source_kind="police") for name in "ab"]
    (camp,) = pitch_camps(tellings(*same), value)
    assert camp.key == "source:a & source:b"


def test_camps_that_say_the_same_share_a_row():
    paris = said(accounts=[("agent", "Russia")], source_name="Paris", party="France", source_kind="official")
    ((left, right),) = standoffs(pitch_camps(tellings(MOSCOW, KYIV, paris), value), unlike)
    assert {left.key, right.key} == {"party:russia", "party:france & party:ukraine"}


def test_an_outlet_joins_whom_it_repeats():
    told = tellings(KYIV, DAILY)
    (camp,) = pitch_camps(told, value)
    assert [echo.claim.source_name for echo in echoes(told, camp, value)] == ["The Daily"]
    side = side_of_tellings(told, "Russia", "key")
    assert [claim.source_name for claim in side.claims] == ["Kyiv", "The Daily"]


def test_camp_keys():
    assert camp_key(MOSCOW.claim) == "party:russia"
    assert camp_key(DENIED.claim) == "source:police"
