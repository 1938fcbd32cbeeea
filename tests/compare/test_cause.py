"""What caused it."""

import pytest

from tests.compare.told import POLICE, RECORD, RUSSIA, UKRAINE, conflicts, rows, said
from tests.factory import account, claim
from tracker.compare.cause import family


def gives(cause, **who):
    return said(accounts=[("cause", cause)], **who)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("strike", "attack"),
        ("missile strikes", "attack"),
        ("air defence missile", "defence"),
        ("debris", "defence"),
        ("gas leak", "accident"),
        ("careless handling of ammunition", "accident"),
        ("fire", ""),
        ("explosion", ""),
    ],
)
def test_families(value, expected):
    assert family(account("cause", value, of=claim())) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (gives("debris", **RUSSIA), gives("missile strike", **RECORD)),
        (gives("gas leak", **POLICE), gives("bombing", **UKRAINE)),
    ],
)
def test_opposed_causes(one, other):
    (row,) = conflicts(one, other)
    assert (row.kind, row.rule) == ("cause", "cause")
    assert rows(other, one) == (row,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(gives("strike", **RUSSIA), gives("shelling", **UKRAINE), id="one family"),
        pytest.param(gives("fire", **RUSSIA), gives("strike", **UKRAINE), id="a fire follows a strike"),
        pytest.param(gives("strike", source_name="The Daily"), gives("gas leak", **POLICE), id="an outlet's own voice"),
        pytest.param(gives("strike", **RUSSIA), gives("gas leak", **RUSSIA), id="one side"),
    ],
)
def test_no_dispute(one, other):
    assert rows(one, other) == ()
