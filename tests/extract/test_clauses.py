"""Into which clauses does a sentence fall, and which day and place is each one's own?"""

from datetime import date

import pytest

from tests.extract.passages import passage
from tracker.extract.clauses import Clause, find_clauses
from tracker.extract.places import find_places
from tracker.extract.times import find_times

FRIDAY = date(2024, 3, 15)


def clauses(text: str, *, zone: str = "body") -> dict[str, Clause]:
    """The clauses of one sentence by the word each hangs on."""
    found = passage(text, zone=zone)
    (sentence,) = found.doc.sents
    places, times = find_places(found.doc), find_times(text, FRIDAY)
    numbers = frozenset(token.i for token in found.doc if token.like_num)
    return {found.doc[clause.head].text: clause for clause in find_clauses(found, sentence, places, times, numbers)}


def test_outer_clauses_come_before_inner_ones() -> None:
    found = clauses("Police said that a missile hit a market in Kharkiv, killing four people.")
    assert list(found) == ["said", "hit", "killing"]
    assert [clause.figures for clause in found.values()] == [False, False, True]
    assert found["hit"].kinds == ("attack",)


def test_every_word_belongs_to_one_clause() -> None:
    text = "Police said a missile hit a market, and the mayor insisted nobody, who was inside, died."
    owned = [i for clause in clauses(text).values() for i in clause.tokens]
    assert sorted(owned) == list(range(len(passage(text).doc)))


@pytest.mark.parametrize(
    ("text", "head", "day"),
    [
        ("A missile hit a market on Thursday.", "hit", (date(2024, 3, 14), date(2024, 3, 14))),
        ("Thursday's attack killed ten.", "killed", (date(2024, 3, 14), date(2024, 3, 14))),
        ("The attack took place on Thursday.", "took", (date(2024, 3, 14), date(2024, 3, 14))),
        ("Thousands filled the streets on Thursday to protest.", "filled", (date(2024, 3, 14), date(2024, 3, 14))),
        ("Police spoke of the attack again on Thursday.", "spoke", None),
        ("The minister said on Thursday that a missile hit a market.", "said", None),
        ("The missile that hit the market was bought in 2016.", "bought", None),
    ],
)
def test_a_day_is_that_of_the_happening(text: str, head: str, day: tuple[date, date] | None) -> None:
    assert clauses(text)[head].day == day


def test_a_period_is_no_firm_day() -> None:
    period = clauses("An attack killed ten people in 2016.")["killed"].period
    assert period is not None
    assert (period.date_from, period.date_to) == (date(2016, 1, 1), date(2016, 12, 31))


@pytest.mark.parametrize(
    ("text", "head", "fresh"),
    [
        ("Another attack killed ten.", "killed", True),
        ("Ten people died in a separate strike.", "died", True),
        ("The second attack killed ten.", "killed", False),
        ("The attack killed another ten.", "killed", False),
    ],
)
def test_another_attack_is_news(text: str, head: str, fresh: bool) -> None:
    assert clauses(text)[head].fresh is fresh


def test_in_a_headline_as_tells_a_second_story() -> None:
    text = "Ten die in Kyiv as missiles strike Kharkiv"
    assert clauses(text, zone="headline")["strike"].aside
    assert not clauses(text)["strike"].aside


def test_a_clause_of_parts_sets_no_place() -> None:
    found = clauses("Strikes killed 30 people, 19 of whom died in Kyiv.")
    assert not found["died"].sets_place
    assert found["killed"].sets_place


def test_what_was_answered_keeps_its_own_day() -> None:
    (clause,) = clauses("Missiles hit Odesa in answer to Friday's attack.").values()
    assert clause.day is None
