from dataclasses import replace

from tests.factory import claim
from tests.report.scene import SCENE
from tracker.report.index import Index
from tracker.report.sources import MENTIONS, sources
from tracker.tables import Tables

ROWS = {row.name: row for row in sources(Index(SCENE)).rows}


def test_a_source_has_its_names_its_party_and_its_tally() -> None:
    ministry = ROWS["Norland defence ministry"]
    assert ministry.parties == ("Norland",)
    assert ministry.kinds == ("military",)
    assert {each.printed for each in ministry.mentions} >= {"Norland", "a ministry spokesman"}
    assert sum(each.times for each in ministry.mentions) == ministry.n_claims == 5
    assert (ministry.n_outlets, ministry.n_incidents, ministry.n_conflicts) == (3, 1, 3)


def test_conflicts_lead_and_nobody_is_lost() -> None:
    found = sources(Index(SCENE))
    assert [row.n_conflicts for row in found.rows] == sorted((row.n_conflicts for row in found.rows), reverse=True)
    named = {row.name for row in found.rows} | {each.printed for each in found.once}
    assert named == {Index(SCENE).speaker(each) for each in SCENE.claims}


def test_who_is_heard_once_under_its_own_name_needs_no_row() -> None:
    lone = replace(claim("nine died"), source="the mayor", source_name="the mayor")
    found = sources(Index(Tables(claims=(lone,))))
    assert found.rows == ()
    assert [each.printed for each in found.once] == ["the mayor"]


def test_two_parties_for_one_name_are_both_shown() -> None:
    both = tuple(claim(each, party=each, source_name="the ministry") for each in ("Norland", "Estmark"))
    (row,) = sources(Index(Tables(claims=both))).rows
    assert row.parties == ("Estmark", "Norland")


def test_many_names_are_counted() -> None:
    many = tuple(claim("nine died", source=f"name {i}", source_name="one") for i in range(MENTIONS + 3))
    (row,) = sources(Index(Tables(claims=many))).rows
    assert (len(row.mentions), row.more) == (MENTIONS, 3)
