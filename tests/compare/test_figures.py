"""Two numbers of one count: which pairs are an alarm, and which are not."""

import pytest

from tests.compare.told import (
    MEDICS,
    POLICE,
    RECORD,
    RUSSIA,
    UKRAINE,
    at_least,
    conflicts,
    count,
    relations,
    rows,
    said,
)
from tracker.compare.figures import QUESTIONS
from tracker.model import INF

NEXT_DAY = {"said_at": "2024-03-16"}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(said(count(24), **RUSSIA), said(count(30), **UKRAINE), "conflict", id="two sides, one day"),
        pytest.param(said(count(11), **POLICE), said(count(12), **MEDICS), "conflict", id="two services, one day"),
        pytest.param(said(count(1), **RUSSIA), said(count(74), **RECORD), "conflict", id="a document"),
        pytest.param(
            said(count(1), **RUSSIA),
            said(count(74), **RECORD, **NEXT_DAY),
            "conflict",
            id="a later document updates nobody",
        ),
        pytest.param(
            said(at_least(24), **RUSSIA), said(count(18), **UKRAINE), "conflict", id="above a lower exact figure"
        ),
        pytest.param(
            said(count(10), **RUSSIA), said(count(40), **UKRAINE, **NEXT_DAY), "conflict", id="opposed sides, wide gap"
        ),
        pytest.param(
            said(count(30), **RUSSIA),
            said(count(34), **UKRAINE, **NEXT_DAY),
            "update",
            id="opposed sides, narrow and later",
        ),
        pytest.param(
            said(count(18), **POLICE), said(count(24), **MEDICS, **NEXT_DAY), "update", id="a day later, higher"
        ),
        pytest.param(
            said(count(18), **POLICE, **NEXT_DAY), said(count(24), **MEDICS), "conflict", id="a day later, lower"
        ),
        pytest.param(said(count(18), **POLICE), said(count(18), **MEDICS), "agree", id="the same number"),
        pytest.param(said(at_least(20), **POLICE), said(count(24), **MEDICS), "compatible", id="at least 20, and 24"),
        pytest.param(said(at_least(18), **RUSSIA), said(at_least(24), **UKRAINE), "compatible", id="two open ends"),
        pytest.param(
            said(count(24, 99, bound="vague"), **POLICE), said(count(43), **MEDICS), "compatible", id="dozens"
        ),
        pytest.param(
            said(count(12, measure="fired", counted="missiles"), **RUSSIA),
            said(count(9, measure="fired", counted="missiles"), **UKRAINE, **NEXT_DAY),
            "conflict",
            id="what was fired was fired",
        ),
        pytest.param(
            said(count(5000, measure="attended"), **POLICE),
            said(count(50000, measure="attended"), **UKRAINE, **NEXT_DAY),
            "conflict",
            id="a crowd does not grow overnight",
        ),
        pytest.param(
            said(count(279, measure="missing"), **POLICE),
            said(count(100, measure="missing"), **MEDICS, **NEXT_DAY),
            "update",
            id="the missing are found",
        ),
        pytest.param(
            said(count(100, measure="missing"), **POLICE),
            said(count(279, measure="missing"), **MEDICS, **NEXT_DAY),
            "conflict",
            id="the missing do not grow",
        ),
    ],
)
def test_two_figures(one, other, relation):
    assert relations(one, other) == [relation]
    assert relations(other, one) == [relation]


def test_figures_of_two_incidents_are_never_compared():
    warship = said(count(74), incident_id="inc-ship", **RECORD)
    city = said(count(24), incident_id="inc-city", **RUSSIA)
    assert rows(warship, city) == ()


def test_outlets_that_repeat_a_side_stand_on_it():
    moscow = [said(count(1), **RUSSIA, article_id=f"art-m{n}", text=f"Moscow told reporter {n}") for n in range(10)]
    kyiv = [said(count(30), **UKRAINE, article_id=f"art-k{n}", text=f"Kyiv told reporter {n}") for n in range(3)]
    echo = said(count(30), source_name="The Echo", article_id="art-k0")
    (row,) = conflicts(*moscow, *kyiv, echo)
    assert (row.left_source, row.left_independent, len(row.left_claims)) == ("Moscow", 10, 10)
    assert (row.right_source, row.right_independent) == ("Kyiv and The Echo (its own words)", 3)
    assert len(row.right_claims) == 4


def test_one_number_hedged_and_unhedged_is_one_side_of_a_conflict():
    told = (said(count(1), **RUSSIA), said(count(30), **UKRAINE), said(count(30, INF), **MEDICS))
    (row,) = conflicts(*told)
    assert {row.left_source, row.right_source} == {"Moscow", "Kyiv and Medics"}


def test_a_source_is_not_held_against_itself():
    homes = said(
        count(12, measure="damaged", counted="blocks of flats"),
        count(13, measure="damaged", counted="homes"),
        **UKRAINE,
    )
    assert rows(homes) == ()


def test_the_reason_names_sources_words_and_days():
    (row,) = conflicts(said(count(1, text="one dead"), **RUSSIA), said(count(74, text="74 sailors"), **RECORD))
    assert row.reason == (
        "Killed: Moscow said “one dead”, a leaked list said “74 sailors” (both on 15 March 2024); no number fits both."
    )


def test_a_slip_of_the_unit_is_named():
    one = said(count(100, measure="burned", unit="hectare"), **POLICE)
    other = said(count(247.1054, measure="burned", unit="acre"), **MEDICS)
    (row,) = conflicts(one, other)
    assert "hectares to acres" in row.reason


@pytest.mark.parametrize("measure", ["other", "age", "distance", "money"])
def test_bare_amounts_are_compared_only_where_the_words_match(measure):
    one = count(18, measure=measure, counted="hour barrage", unit="hour")
    same = count(12, measure=measure, counted="hour barrage", unit="hour")
    unlike = count(12, measure=measure, counted="hour drive", unit="hour")
    assert len(conflicts(said(one, **POLICE), said(same, **MEDICS))) == 1
    assert rows(said(one, **POLICE), said(unlike, **MEDICS)) == ()
    assert rows(said(count(4, measure=measure), **POLICE), said(count(9, measure=measure), **MEDICS)) == ()


def test_every_question_says_what_it_does():
    assert all(question.__doc__ for question in QUESTIONS.values())


def test_where_the_grouping_is_in_doubt_two_articles_raise_no_alarm():
    one, other = said(count(11), **POLICE), said(count(12), **MEDICS)
    assert [row.relation for row in rows(one, other, confidence=0.55)] == ["scope"]
    assert [row.relation for row in rows(one, other, confidence=0.65)] == ["conflict"]


def test_opposed_parties_are_heard_however_sure_the_grouping_is():
    one, other = said(count(11), **RUSSIA), said(count(30), **UKRAINE)
    assert [row.relation for row in rows(one, other, confidence=0.55)] == ["conflict"]


@pytest.mark.parametrize(("wounded", "relation"), [(30, "conflict"), (31, "scope"), (2, "scope")])
def test_a_number_that_both_articles_share_makes_the_grouping_sure(wounded, relation):
    hurt = [said(count(number, measure="injured"), **who) for number, who in ((30, POLICE), (wounded, MEDICS))]
    if wounded == 2:
        hurt[0] = said(count(2, measure="injured"), **POLICE)
    told = [
        said(count(number), **who, article_id=each.claim.article_id, start=50)
        for number, who, each in ((11, POLICE, hurt[0]), (12, MEDICS, hurt[1]))
    ]
    found = [row.relation for row in rows(*told, *hurt, confidence=0.55) if row.measure == "killed"]
    assert found == [relation]
