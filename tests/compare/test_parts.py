"""Numbers that add up, and a part that exceeds its whole."""

import pytest

from tests.compare.told import MEDICS, POLICE, conflicts, count, relations, rows, said


def test_fifteen_and_six_are_twenty_one():
    charged = said(
        count(15, measure="detained"), count(6, measure="detained", scope="increment"), **POLICE, text="15 and six more"
    )
    (row,) = [row for row in rows(charged, said(count(21, measure="detained"), **MEDICS)) if row.rule == "parts"]
    assert row.relation == "scope"
    assert "15 and 6 make 21" in row.reason


@pytest.mark.parametrize(
    ("twelve", "eleven"),
    [
        ("twelve were shot dead, including one of the gunmen", "eleven died"),
        ("twelve died", "he killed eleven people before shooting himself"),
        ("twelve died", "eleven were killed, not counting the attacker"),
    ],
)
def test_with_and_without_the_attacker(twelve, eleven):
    told = said(count(12), text=twelve, **POLICE), said(count(11), text=eleven, **MEDICS)
    assert relations(*told) == ["scope"]


def test_an_attacker_explains_no_wide_gap():
    told = said(count(30), text="thirty died, including the gunman", **POLICE), said(count(11), **MEDICS)
    assert relations(*told) == ["conflict"]


def test_the_attacker_named_as_a_figure_of_its_own():
    told = said(count(12), count(1, scope="part", counted="gunman"), **POLICE), said(count(11), **MEDICS)
    assert conflicts(*told) == []


def test_a_part_above_its_whole():
    (row,) = conflicts(said(count(22, scope="part", of_total=21.0, text="22 of the 21"), **POLICE))
    assert (row.kind, row.rule, row.right_value) == ("internal", "parts", "21")
    assert conflicts(said(count(19, scope="part", of_total=45.0), **POLICE)) == []
