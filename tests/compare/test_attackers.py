"""With the attacker and without."""

import pytest

from tests.compare.told import MEDICS, POLICE, at_least, conflicts, count, relations, rows, said


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


def test_at_least_eleven_would_allow_twelve_but_the_words_say_why_they_differ():
    told = said(count(12), text="twelve died, including the gunman", **POLICE), said(at_least(11), **MEDICS)
    (row,) = rows(*told)
    assert (row.relation, row.rule) == ("scope", "attackers")


def test_the_words_of_an_equal_count_explain_nothing():
    told = said(count(12), text="twelve died, including the gunman", **POLICE), said(count(12), **MEDICS)
    assert relations(*told) == ["agree"]
