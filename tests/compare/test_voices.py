"""Sources with one figure speak with one voice."""

from tests.compare.told import DAY, MEDICS, POLICE, RUSSIA, UKRAINE, count, said
from tests.factory import article
from tracker.compare.cases import Cases
from tracker.compare.parties import opposed, record_against_word
from tracker.compare.voices import loudest, meetings, raise_voices, side_of
from tracker.model import Incident

LIST = {"source_name": "a leaked list", "source_kind": "document"}


def voices(*told):
    claims, figures = [each.claim for each in told], [figure for each in told for figure in each.figures]
    case = Cases([article("x")], claims, figures, []).open(Incident(incident_id="inc-a", label=""))
    return raise_voices(case.holdings)


def test_one_figure_one_voice_and_the_lesser_first():
    lesser, greater = voices(said(count(30), **UKRAINE), said(count(24), **POLICE), said(count(24), **MEDICS))
    assert (lesser.best, greater.best, len(lesser.holdings), lesser.said) == (24, 30, 2, DAY)
    assert list(meetings((lesser, greater))) == [(lesser, greater)]


def test_a_side_is_represented_by_the_latest_attributed_statement():
    told = (
        said(count(24), source_name="The Daily", said_at="2024-03-17"),
        said(count(24), **POLICE),
        said(count(24), **MEDICS, said_at="2024-03-16"),
    )
    side = side_of(voices(*told))
    assert [claim.source_name for claim in side.claims] == ["Medics", "Police", "The Daily"]


def test_sides_that_oppose_each_other():
    russia, ukraine = voices(said(count(1), **RUSSIA), said(count(2), **UKRAINE))
    (police,) = voices(said(count(1), **POLICE))
    assert opposed(russia, ukraine)
    assert not opposed(russia, russia)
    assert not opposed(russia, police)


def test_a_record_stands_against_a_word_and_not_against_an_outlet():
    record, word = voices(said(count(1), **LIST), said(count(2), **POLICE))
    (outlet,) = voices(said(count(3), source_name="The Daily"))
    assert record_against_word(record, word)
    assert record_against_word(word, record)
    assert not record_against_word(record, outlet)
    assert not record_against_word(word, outlet)


def test_of_too_many_voices_the_best_backed_are_heard():
    crowd = [said(count(number), source_name=f"source {number}") for number in range(80)]
    backed = [said(count(900), **POLICE, text=f"told to outlet {outlet}") for outlet in range(3)]
    found = voices(*crowd, *backed)
    heard = loudest(found)
    assert len(found) == 81
    assert len(heard) == 50
    assert heard[-1].best == 900
