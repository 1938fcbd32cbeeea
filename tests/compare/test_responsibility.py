"""Who did it."""

import pytest

from tests.compare.told import POLICE, RUSSIA, UKRAINE, conflicts, rows, said


def blames(*parties, **who):
    return said(accounts=[("agent", party) for party in parties], stance="blames", **who)


SPOKESWOMAN = RUSSIA | {"source_name": "the spokeswoman"}


def test_two_sides_blame_each_other_in_one_row():
    told = (
        blames("Britain", **RUSSIA),
        blames("Ukraine", "Britain", **SPOKESWOMAN),
        blames("Russia", **UKRAINE),
        blames("Ukraine", source_name="The Daily", source_kind="narrator"),
    )
    (row,) = conflicts(*told)
    assert (row.kind, row.left_value, row.right_value) == ("responsibility", "Britain and Ukraine", "Russia")
    assert row.left_source == "Moscow, the spokeswoman and The Daily (its own words)"
    assert row.right_source == "Kyiv"
    assert row.reason.startswith("Who is responsible: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(blames("Ukraine", **RUSSIA), blames("Ukraine", **UKRAINE), id="both name one"),
        pytest.param(blames("Ukraine", "Russia", **RUSSIA), blames("Russia", **UKRAINE), id="one name in common"),
        pytest.param(
            blames("John Roe", **POLICE),
            blames("Richard Miles", source_name="a detective", source_kind="police"),
            id="no party",
        ),
        pytest.param(blames("a gunman", **POLICE), blames("the suspect", **UKRAINE), id="descriptions"),
        pytest.param(
            blames("Islamic State", **POLICE), blames("Islamic State group", **UKRAINE), id="one name at length"
        ),
        pytest.param(
            blames("Ukraine", source_name="The Daily"), blames("Russia", **UKRAINE), id="an outlet's own voice"
        ),
        pytest.param(blames("Britain", **RUSSIA), blames("Ukraine", **SPOKESWOMAN), id="one side in two voices"),
        pytest.param(blames("Britain", **RUSSIA), blames("Russia", incident_id="inc-b", **UKRAINE), id="two incidents"),
    ],
)
def test_no_dispute(one, other):
    assert rows(one, other) == ()


def test_the_cause_of_the_same_quarrel_is_not_told_twice():
    moscow = said(accounts=[("agent", "Ukraine"), ("cause", "missile strike")], **RUSSIA)
    kyiv = said(accounts=[("agent", "Russia"), ("cause", "air defence debris")], **UKRAINE)
    assert [row.kind for row in conflicts(moscow, kyiv)] == ["responsibility"]
