"""Own losses and the enemy's."""

import pytest

from tests.compare.told import RUSSIA, UKRAINE, conflicts, count, relations, rows, said
from tests.factory import article, claim, killed
from tracker.compare import compare_incidents
from tracker.model import Incident

SOLDIERS = {"counted": "soldiers"}


def soldiers(number, text, **who):
    return said(count(number, **SOLDIERS, text=text), **who)


OURS = soldiers(63, "63 of our soldiers", **RUSSIA)
ENEMY = soldiers(400, "400 enemy soldiers", **UKRAINE)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(OURS, ENEMY, "conflict", id="one side's own are the other's enemy"),
        pytest.param(OURS, said(count(400, counted="Russian soldiers"), **UKRAINE), "conflict", id="by their nation"),
        pytest.param(OURS, soldiers(30, "30 of our soldiers", **UKRAINE), "scope", id="each its own"),
        pytest.param(soldiers(90, "90 enemy soldiers", **RUSSIA), ENEMY, "scope", id="each its enemy's"),
        pytest.param(
            said(count(30, counted="Ukrainian soldiers"), **RUSSIA), ENEMY, "scope", id="a side is not its own enemy"
        ),
        pytest.param(
            said(count(30, counted="Russian soldiers"), **RUSSIA), ENEMY, "conflict", id="the other side is the enemy"
        ),
    ],
)
def test_whose_dead(one, other, relation):
    assert relations(one, other) == relations(other, one) == [relation]


def test_a_side_that_counts_both_has_two_positions():
    ours, theirs = soldiers(30, "30 of our soldiers", **UKRAINE), soldiers(400, "400 enemy soldiers", **UKRAINE)
    assert relations(ours, theirs) == []


def test_nobody_s_enemy():
    told = {"source_name": "A farmer", "source_kind": "witness"}
    assert (
        len(conflicts(soldiers(63, "63 enemy soldiers", **told), soldiers(400, "400 of our soldiers", **UKRAINE))) == 1
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The enemy has lost some 400 soldiers there", "scope"),
        ("Enemy losses amounted to 1,400 soldiers", "scope"),
        ("The battle has cost 400 soldiers their lives", "conflict"),
    ],
)
def test_who_lost_them(text, relation):
    page = article(text, article_id="art-a")
    told = claim(text, article_id="art-a", incident_id="inc-a", claim_id="clm-a", **UKRAINE)
    start, printed = text.index("4") - 2 * ("1,4" in text), "1,400 soldiers" if "1,4" in text else "400 soldiers"
    lost = killed(400, of=told, text=printed, start=start, end=start + len(printed), figure_id="fig-a", **SOLDIERS)
    ours = said(count(30, **SOLDIERS, text="30 Ukrainian soldiers") | {"counted": "Ukrainian soldiers"}, **RUSSIA)
    found = compare_incidents(
        [page], [told, ours.claim], [lost, *ours.figures], [], [Incident(incident_id="inc-a", label="Battle")]
    )
    assert [row.relation for row in found.discrepancies] == [relation]


def test_the_reason_names_the_two():
    (row,) = rows(OURS, soldiers(90, "90 enemy soldiers", **RUSSIA | {"source_name": "The fleet"}))
    assert (
        "they count different people: “63 of our soldiers” (its own), “90 enemy soldiers” (its enemy's)" in row.reason
    )
