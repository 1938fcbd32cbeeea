"""Numbers that add up, and a part that exceeds its whole."""

import pytest

from tests.compare.told import MEDICS, POLICE, conflicts, count, rows, said


def test_fifteen_and_six_are_twenty_one():
    charged = said(
        count(15, measure="detained"), count(6, measure="detained", scope="increment"), **POLICE, text="15 and six more"
    )
    (row,) = [row for row in rows(charged, said(count(21, measure="detained"), **MEDICS)) if row.rule == "parts"]
    assert row.relation == "scope"
    assert "15 and 6 make 21" in row.reason


def test_a_part_above_its_whole():
    (row,) = conflicts(said(count(22, scope="part", of_total=21.0, text="22 of the 21"), **POLICE))
    assert (row.kind, row.rule, row.right_value) == ("internal", "parts", "21")
    assert conflicts(said(count(19, scope="part", of_total=45.0), **POLICE)) == []


def test_an_addition_beside_its_own_total_is_no_near_miss():
    risen = said(count(160), count(1, scope="increment", text="one more"), **POLICE, text="rose to 160, one more")
    named = said(count(120, scope="part", of_total=160.0), count(160), **MEDICS, text="120 of the 160 dead")
    assert {row.relation for row in rows(risen, named) if row.left_claim_id != row.right_claim_id} == {"agree"}


@pytest.mark.parametrize(
    ("piece", "relation"),
    [
        pytest.param(count(1, scope="part", counted="boy", text="a boy"), "conflict", id="a mention of one of them"),
        pytest.param(count(1, scope="increment", text="one more"), "scope", id="one more"),
    ],
)
def test_what_explains_a_difference_of_one_elsewhere_in_the_article(piece, relation):
    four = [said(count(4), **POLICE, article_id="art-p"), said(piece, **POLICE, article_id="art-p", start=80)]
    assert relation in {row.relation for row in rows(*four, said(count(5), **MEDICS))}


def test_one_part_of_one_whole_told_by_two_is_one_row():
    told = [
        said(count(45), count(19, scope="part", of_total=45.0, text="19 of whom"), **who, text="45 dead, 19 of whom …")
        for who in (POLICE, MEDICS)
    ]
    (row,) = [row for row in rows(*told) if row.rule == "wholes"]
    assert len(row.left_claims) == len(row.right_claims) == len(row.left_figures) == 2
    assert row.reason == "Killed: “19 of whom” is a part of “45”, by Medics and Police."
