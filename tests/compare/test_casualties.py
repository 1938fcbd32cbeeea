"""The dead counted among the hurt."""

from tests.compare.told import MEDICS, POLICE, RUSSIA, UKRAINE, conflicts, count, rows, said

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
