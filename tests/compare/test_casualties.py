"""The dead counted among the hurt."""

import pytest

from tests.compare.told import MEDICS, POLICE, RUSSIA, UKRAINE, at_least, conflicts, count, rows, said

HURT = {"measure": "injured"}


def test_eight_shot_of_whom_two_died_are_six_hurt():
    struck = said(count(8, **HURT), **POLICE, article_id="art-p")
    dead = said(count(2), **POLICE, article_id="art-p", text="two died")
    hurt = said(count(6, **HURT), **MEDICS)
    (row,) = [row for row in rows(struck, dead, hurt) if row.measure == "injured"]
    assert (row.relation, row.rule) == ("scope", "casualties")


def test_dead_and_hurt_told_in_one_breath_are_kept_apart():
    told = said(count(2), count(8, **HURT), **POLICE, text="two dead and eight hurt")
    assert [row.measure for row in conflicts(told, said(count(6, **HURT), **MEDICS))] == ["injured"]


def test_another_gap_is_not_explained():
    struck = said(count(9, **HURT), **POLICE, article_id="art-p")
    dead = said(count(2), **POLICE, article_id="art-p", text="two died")
    assert conflicts(struck, dead, said(count(6, **HURT), **MEDICS))


def test_two_sides_are_not_explained():
    struck = said(count(8, **HURT), **RUSSIA, article_id="art-p")
    dead = said(count(2), **RUSSIA, article_id="art-p", text="two died")
    assert conflicts(struck, dead, said(count(6, **HURT), **UKRAINE))


ONE_AND_THREE = said(count(1), count(3, **HURT), **POLICE, text="one dead, three hurt")
TWO_AND_TWO = said(count(2), count(2, **HURT), **MEDICS, text="two dead, two hurt")


def test_one_of_the_hurt_has_died_since():
    found = {(row.measure, row.relation, row.rule) for row in rows(ONE_AND_THREE, TWO_AND_TWO)}
    assert found == {("killed", "update", "died"), ("injured", "update", "died")}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(said(count(2), count(3, **HURT), **MEDICS, text="two dead, three hurt"), id="another sum"),
        pytest.param(said(count(2), **MEDICS, text="two dead"), id="nothing said of the hurt"),
        pytest.param(said(count(2), at_least(2, **HURT), **MEDICS, text="two dead, two or more hurt"), id="a bound"),
    ],
)
def test_no_sum_no_explanation(other):
    assert "killed" in {row.measure for row in conflicts(ONE_AND_THREE, other)}


def test_two_sides_do_not_die_for_each_other():
    assert conflicts(
        said(count(1), count(3, **HURT), **RUSSIA, text="one dead, three hurt"),
        said(count(2), count(2, **HURT), **UKRAINE, text="two dead, two hurt"),
    )
