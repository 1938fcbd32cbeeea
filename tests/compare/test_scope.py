"""Numbers of different things are no conflict, and the row says in what they differ."""

from importlib import import_module
from types import SimpleNamespace

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
from tracker.compare.scope import scope
from tracker.model import INF

KYIV = {"place": "Kyiv", "country": "Ukraine"}
COUNTRY = {"place": "Ukraine", "country": "Ukraine"}
NARRATOR = {"source_name": "The Daily"}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        pytest.param(
            said(count(45), **POLICE, **COUNTRY), said(count(19), **MEDICS, **KYIV), "Kyiv is a part", id="city"
        ),
        pytest.param(
            said(count(45), **POLICE), said(count(19, scope="part"), **MEDICS), "a part of a total", id="part"
        ),
        pytest.param(
            said(count(160), **POLICE),
            said(count(9, counted="domestic workers"), **MEDICS),
            "part",
            id="some of the dead",
        ),
        pytest.param(
            said(count(30, counted="civilians"), **POLICE),
            said(count(12, counted="soldiers"), **MEDICS),
            "different people",
            id="civilians and soldiers",
        ),
        pytest.param(
            said(count(1), **POLICE),
            said(count(2, text="two other people", counted="other people"), **MEDICS),
            "besides others",
            id="the first, and two others",
        ),
        pytest.param(
            said(count(0), **POLICE, text="“no deaths from the Oda family”, he said"),
            said(count(13), **MEDICS, text="13 died"),
            "the first counts one family alone",
            id="one family of all",
        ),
        pytest.param(
            said(count(10), **POLICE, text="ten died in the Lindqvist family home"),
            said(count(20), **MEDICS, text="the Oda family lost 20"),
            "one is of the Lindqvist family, the other of the Oda family",
            id="two families",
        ),
        pytest.param(
            said(count(1500, scope="cumulative"), **POLICE),
            said(count(24), **MEDICS),
            "longer time",
            id="since the war began",
        ),
        pytest.param(
            said(count(20, date_from="2024-03-10", date_to="2024-03-14"), **POLICE),
            said(count(4, date_from="2024-03-14", date_to="2024-03-14"), **MEDICS),
            "more days",
            id="week and day",
        ),
        pytest.param(
            said(count(20), **POLICE, date_from="2024-03-10", date_to="2024-03-10"),
            said(count(4), **MEDICS, date_from="2024-03-14", date_to="2024-03-14"),
            "10 March 2024",
            id="two days",
        ),
        pytest.param(
            said(count(9), **POLICE, place="Lviv"),
            said(count(4), **MEDICS, place="Odesa"),
            "the other of",
            id="two cities",
        ),
        pytest.param(
            said(count(20000, measure="deployed", counted="troops"), **NARRATOR),
            said(count(2000, measure="deployed", counted="servicemen", scope="increment"), **POLICE),
            "addition",
            id="an extra 2,000",
        ),
        pytest.param(
            said(count(30, counted="Russian soldiers"), **UKRAINE),
            said(count(12, counted="Ukrainian soldiers"), **RUSSIA),
            "they count different people: “Ukrainian soldiers”, “Russian soldiers”",
            id="the enemy's losses and one's own",
        ),
    ],
)
def test_different_things(one, other, why):
    (row,) = rows(one, other)
    assert (row.relation, row.rule) == ("scope", "scope")
    assert why in row.reason
    assert relations(other, one) == ["scope"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            said(count(74, counted="sailors"), **RECORD), said(count(1), **RUSSIA), id="a part above its whole"
        ),
        pytest.param(
            said(count(27, scope="increment"), count(74), **RECORD), said(count(6), **RUSSIA), id="another 27"
        ),
        pytest.param(
            said(count(30, counted="soldiers"), **RUSSIA),
            said(count(90, counted="people"), **UKRAINE),
            id="of a strike on troops the troops are all",
        ),
        pytest.param(said(count(30), **POLICE, place="Feodosia"), said(count(9), **MEDICS), id="place unknown"),
        pytest.param(
            said(count(30), **POLICE, place="Feodosia, Crimea"),
            said(count(9), **MEDICS, place="Crimea"),
            id="a wider name",
        ),
        pytest.param(
            said(count(30), **POLICE, place="Kharkiv"), said(count(9), **MEDICS, place="Kharkov"), id="spelling"
        ),
        pytest.param(
            said(count(30), **POLICE, date_from="2024-03-14", date_to="2024-03-14"),
            said(count(9), **MEDICS, date_from="2024-03-15", date_to="2024-03-15"),
            id="one night, two dates",
        ),
    ],
)
def test_one_thing_after_all(one, other):
    assert "conflict" in relations(one, other)


def test_another_27_wounded_is_the_total_of_who_counted_the_dead_before():
    record = said(count(74), count(27, measure="injured", scope="increment"), **RECORD)
    (row,) = conflicts(record, said(count(6, measure="injured"), **RUSSIA))
    assert (row.measure, {row.left_value, row.right_value}) == ("injured", {"6", "27"})


def test_another_five_of_a_source_that_counted_before_are_no_total():
    first = said(count(30, measure="injured"), **POLICE, article_id="art-a")
    more = said(count(5, measure="injured", scope="increment"), **POLICE, article_id="art-a", start=90)
    assert conflicts(first, more, said(count(30, measure="injured"), **MEDICS)) == []


def test_unlike_things_are_not_even_a_near_miss():
    flats = said(count(12, measure="damaged", counted="blocks of flats"), **UKRAINE)
    homes = said(count(13, measure="damaged", counted="homes"), **RUSSIA)
    assert rows(flats, homes) == ()


def test_two_days_told_in_one_article_are_two_days():
    strike = said(count(28, measure="injured"), article_id="art-a", date_from="2024-03-15", **POLICE)
    hotel = said(count(17, measure="injured"), article_id="art-a", date_from="2024-03-14", start=90)
    assert relations(strike, hotel) == ["scope"]


def test_numbers_that_fit_are_not_reported_as_scope():
    assert rows(said(count(45), **POLICE, **COUNTRY), said(at_least(19), **MEDICS, **KYIV)) == ()


def test_a_part_printed_beside_its_total_misleads_nobody():
    police = said(count(45), count(19, scope="part", of_total=45.0), **POLICE)
    assert relations(police, said(count(45), **MEDICS)) == ["agree", "scope"]  # the scope row: 19 is a part of the 45


def test_two_parts_of_one_whole_are_compared():
    drones = {"measure": "intercepted", "counted": "drones", "scope": "part"}
    one, other = said(count(21, of_total=49.0, **drones), **UKRAINE), said(count(27, of_total=49.0, **drones), **RUSSIA)
    assert relations(one, other) == ["conflict"]
    unlike = said(count(27, of_total=50.0, **drones), **RUSSIA)
    assert "conflict" not in relations(one, unlike)


def test_a_person_told_of_is_not_held_against_some_others():
    man = said(count(1, counted="Texan", text="a Texan"), **POLICE)
    marines = said(count(4, counted="marines", text="four marines"), **MEDICS)
    assert conflicts(man, marines) == []


def test_the_missing_are_told_beside_the_dead():
    missing = said(count(100, measure="missing", scope="increment"), **POLICE, said_at="2024-03-20")
    assert relations(missing, said(count(279, measure="missing"), **MEDICS)) == ["update"]


def test_the_same_number_of_a_narrower_noun_is_compatible():
    assert relations(said(count(9, counted="students"), **POLICE), said(count(9), **MEDICS)) == ["compatible"]


def test_the_rule_says_what_it_does():
    assert "no conflict" in (scope.__doc__ or "")


@pytest.mark.parametrize(
    ("many", "relation"),
    [
        ("twenty were hurt in 12 separate incidents", "scope"),
        ("twenty were hurt in shootings across the city", "scope"),
        ("twenty were hurt in several attacks", "scope"),
        ("twenty were hurt in a pair of attacks", "scope"),
        ("twenty were hurt in two late harbour front shootings", "scope"),
        ("twenty were hurt in the attack", "conflict"),
        ("twenty were hurt in one of the attacks", "conflict"),
    ],
)
def test_several_happenings_together(many, relation):
    told = said(count(20), **POLICE, text=many), said(count(7), **MEDICS, text="seven were hurt")
    assert relations(*told) == [relation]


@pytest.mark.parametrize(
    "text", ["twelve of the Lindkvist family died", "twelve died", "the Oda and Lindqvist families lost twelve"]
)
def test_one_family_or_none_named(text):
    lindqvist = said(count(10), **POLICE, text="ten died in the Lindqvist family home")
    assert relations(lindqvist, said(count(12), **MEDICS, text=text)) == ["conflict"]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(count(100, INF, text="more than 100"), id="more than is no other"),
        pytest.param(count(9, text="nine others", counted="others", measure="injured"), id="others than the dead"),
    ],
)
def test_a_number_not_counted_besides(others):
    measure = others.get("measure", "killed")
    claim = said(others, *([count(2)] if measure == "injured" else []), **MEDICS)
    assert {row.relation for row in rows(said(count(4, measure=measure), **POLICE), claim)} == {"conflict"}


def test_one_sentence_with_many_numbers_is_read_once_a_voice(monkeypatch):
    """As texts made to hold the run up have them: 2,000 numbers in a sentence of 20,000 characters took minutes."""
    read = []

    class Families:
        def findall(self, sentence):
            read.append(sentence)
            return ["Oda"]

    room = import_module("tracker.compare.scope")
    monkeypatch.setattr(room, "_FAMILY", Families())
    context = SimpleNamespace(sentence="The Oda family lost 9, 9, 9")
    voice = SimpleNamespace(statements=[SimpleNamespace(context=context)] * 50)
    assert room._named_families(voice) == {"Oda"}
    assert read == [context.sentence]
