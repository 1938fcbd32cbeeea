"""The room as a whole: one page of claims, and what must never be called a conflict."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.told import MEDICS, POLICE, RECORD, RUSSIA, UKRAINE, Said, at_least, compare, conflicts, count, said
from tests.factory import article
from tracker.compare import RULES, compare_incidents, explain_rules
from tracker.model import Incident

NARRATOR = {"source_name": "The Daily", "article_id": "art-a"}
GOVERNOR = {"source_name": "the governor", "party": "Ukraine", "source_kind": "official", "article_id": "art-a"}
CITY = {"place": "Belgorod", "country": "Russia", "date_from": "2024-03-14", "date_to": "2024-03-14"}
COUNTRY = {"place": "Ukraine", "country": "Ukraine", "date_from": "2024-03-13", "date_to": "2024-03-13"}
PORT = {"place": "Feodosia, Crimea", "country": "Ukraine"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            said(count(28, measure="injured"), **GOVERNOR, place="Kharkiv", date_from="2024-03-15"),
            said(count(17, measure="injured"), **NARRATOR, place="Kharkiv", date_from="2024-03-14", start=90),
            id="this morning's missiles, yesterday's hotel",
        ),
        pytest.param(
            said(at_least(24), **RUSSIA, **CITY), said(at_least(45), **NARRATOR, **COUNTRY), id="a city, a country"
        ),
        pytest.param(
            said(at_least(45), **POLICE, **COUNTRY),
            said(count(19, scope="part", of_total=45.0, place="Kyiv"), **NARRATOR, **COUNTRY),
            id="a city of that country",
        ),
        pytest.param(
            said(count(20000, measure="deployed", counted="troops"), **RUSSIA),
            said(count(2000, measure="deployed", counted="extra servicemen", scope="increment"), **NARRATOR),
            id="reinforcements and all forces",
        ),
        pytest.param(
            said(count(74, counted="sailors"), **RECORD, **PORT),
            said(at_least(24), **RUSSIA, **CITY),
            id="a ship, a city",
        ),
        pytest.param(
            said(count(99, 110, best=110, measure="injured"), **RUSSIA, **CITY),
            said(count(27, measure="injured", scope="increment"), **RECORD, **PORT),
            id="two cities' wounded",
        ),
        pytest.param(
            said(count(12, measure="damaged", counted="blocks of flats"), **UKRAINE),
            said(count(13, measure="damaged", counted="homes"), **RUSSIA),
            id="flats and homes",
        ),
    ],
)
def test_false_alarms(one, other):
    """Even where grouping has put the two into one incident by mistake."""
    assert conflicts(one, other) == []
    assert conflicts(other, one) == []


BLAME = [
    said(accounts=[("agent", "Ukraine")], **RUSSIA),
    said(accounts=[("agent", "Russia"), ("cause", "debris")], **UKRAINE),
    said(accounts=[("happened", "yes", "denied")], text="no", **UKRAINE),
    said(accounts=[("happened", "yes")], **POLICE),
]
PAGE = [
    said(count(1), count(6, measure="injured"), **RUSSIA),
    said(count(74, counted="sailors"), count(27, measure="injured", scope="increment"), **RECORD),
    said(at_least(18), **POLICE),
    said(count(24), **POLICE, said_at="2024-03-16"),
    said(count(24), **MEDICS),
    said(count(41), zone="caption", article_id="art-z", start=700),
    said(count(45), article_id="art-z", start=10),
    said(text="a city of 3330,000"),
    *BLAME,
]


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(shuffle: random.Random):
    mixed = PAGE[:]
    shuffle.shuffle(mixed)
    assert compare(*mixed) == compare(*PAGE)


def test_ids_are_unique_and_every_row_is_complete():
    found = compare(*PAGE)
    assert len({row.discrepancy_id for row in found.discrepancies}) == len(found.discrepancies)
    assert len({each.position_id for each in found.positions}) == len(found.positions)
    for row in found.discrepancies:
        assert row.reason.endswith(".")
        assert row.rule in explain_rules()
        assert row.left_claim_id == row.left_claims[0]
        assert row.right_claim_id == row.right_claims[0]
        assert 0 <= row.severity <= 1
        assert (row.severity > 0) == (row.relation == "conflict")


def test_an_id_stays_when_a_copy_of_an_article_arrives():
    one, other = said(count(24), **RUSSIA, text="a"), said(count(30), **UKRAINE, text="b")
    more = said(count(30), **UKRAINE, text="c")
    (before,), (after,) = conflicts(one, other), conflicts(one, other, more)
    assert before.discrepancy_id == after.discrepancy_id


def test_copies_of_one_article_are_one_independent_source():
    told = [said(count(30), **UKRAINE, article_id=f"art-{name}", text=name) for name in "abc"]
    copies = [article(name, article_id=f"art-{name}", copy_of="" if name == "a" else "art-a") for name in "abc"]
    (row,) = conflicts(said(count(24), **RUSSIA), *told, articles=copies)
    assert (row.left_independent, row.right_independent) == (1, 1)


def test_claims_of_no_incident_are_compared_with_nothing():
    stray: list[Said] = [said(count(24), incident_id="", **RUSSIA), said(count(30), incident_id="", **UKRAINE)]
    found = compare_incidents(
        [],
        [each.claim for each in stray],
        [each.figures[0] for each in stray],
        [],
        [Incident(incident_id="inc-a", label="")],
    )
    assert found.positions == found.discrepancies == ()


def test_every_rule_tells_a_user_what_it_does():
    assert set(RULES) <= set(explain_rules())
    assert all(len(told) > 80 for told in explain_rules().values())
