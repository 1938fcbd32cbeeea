"""How it ended."""

import pytest

from tests.compare.told import POLICE, RUSSIA, UKRAINE, conflicts, count, rows, said

SHIP = {"target": "the landing ship"}


def ended(*outcomes, **who):
    return said(accounts=[("outcome", outcome) for outcome in outcomes], **who)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ended("shot down", **RUSSIA), ended("hit", **UKRAINE), id="shot down or hit"),
        pytest.param(ended("repelled", **RUSSIA), ended("destroyed", **UKRAINE), id="repelled or destroyed"),
        pytest.param(ended("damaged", **RUSSIA, **SHIP), ended("sunk", **UKRAINE, **SHIP), id="damaged or sunk"),
    ],
)
def test_opposed_outcomes(one, other):
    (row,) = conflicts(one, other)
    assert row.kind == "outcome"
    assert rows(other, one) == (row,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ended("damaged", **RUSSIA), ended("destroyed", **UKRAINE), id="perhaps two things"),
        pytest.param(
            ended("damaged", target="a hotel", **RUSSIA),
            ended("destroyed", target="a school", **UKRAINE),
            id="two things",
        ),
        pytest.param(ended("shot down", "hit", **RUSSIA), ended("hit", **UKRAINE), id="some down, some through"),
        pytest.param(ended("damaged", **POLICE), ended("hit", **UKRAINE), id="hit and damaged"),
        pytest.param(ended("shot down", source_name="The Daily"), ended("hit", **UKRAINE), id="an outlet's own voice"),
    ],
)
def test_no_dispute(one, other):
    assert rows(one, other) == ()


def test_who_shot_down_some_does_not_say_that_none_hit():
    some = count(21, measure="intercepted", counted="drones", of_total=49.0)
    assert rows(said(some, accounts=[("outcome", "shot down")], **UKRAINE), ended("hit", **RUSSIA)) == ()
