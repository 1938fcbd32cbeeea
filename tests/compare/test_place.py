"""At which of two named places?"""

import pytest

from tests.compare.told import conflicts, relations, rows, said


def at(name, **more):
    return said(accounts=[("place", name)], text=f"it happened at {name}", **more)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Ostrava State University", "Ostrava Valley University", "conflict"),
        ("North Gate Station", "Harbour Station", "conflict"),
        ("Ostrava University", "Ostrava Technical University", "agree"),
        ("Zaporizhzhia Opera Theatre", "Zaporizhia Opera Theatre", "agree"),
        ("Mercy Hospital", "Mercy Hospital", "agree"),
        ("Grace AME Church", "Grace African Methodist Episcopal Church", "agree"),
        ("Grace OME Church", "Grace African Methodist Episcopal Church", "conflict"),
    ],
)
def test_two_names(one, other, relation):
    told = at(one, article_id="art-a"), at(other, article_id="art-b")
    assert relations(*told) == relations(*reversed(told)) == [relation]


def test_two_kinds_of_place_may_both_be_it():
    assert rows(at("Mercy Hospital"), at("Ostrava University")) == ()


def test_an_article_that_names_both_knows_of_both():
    told = at("North Gate Station", article_id="art-a"), at("Harbour Station", article_id="art-a")
    assert relations(*told, at("Harbour Station", article_id="art-b")) == ["agree"]


def test_told_in_passing_is_left_alone():
    assert rows(at("Mercy Hospital"), at("Harbour Hospital", article_id="art-b", scene="art-b/1")) == ()


def test_the_row_names_both():
    (row,) = conflicts(at("North Gate Station", article_id="art-a"), at("Harbour Station", article_id="art-b"))
    assert (row.kind, row.rule) == ("place", "place")
    assert "“North Gate Station”" in row.reason
    assert "“Harbour Station”" in row.reason
