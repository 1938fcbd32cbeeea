"""Are persons told by name or as known counted, one by one, and told apart?"""

import pytest

from tests.extract.test_figures import figures
from tracker.extract.figures_persons import Person, may_be_one


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("Ada Lindqvist was killed on Friday.", "Ada Lindqvist", "killed"),
        ("Neighbours mourned after John Carver died.", "John Carver", "killed"),
        ("The death of Maria Keller shocked the village.", "Maria Keller", "killed"),
        ("The boy died at home.", "The boy", "killed"),
        ("His sister was wounded.", "His sister", "injured"),
        ("The boy's death shocked the village.", "The boy", "killed"),
        ("The driver was shot.", "The driver", "lost"),
        ("The 7-year-old died at home.", "The 7-year-old", "killed"),
        ("He was pronounced dead at the scene.", "He", "killed"),
        ("Police found her dead.", "her", "killed"),
    ],
)
def test_a_person_counts_one(text: str, words: str, measure: str) -> None:
    (found,) = figures(text, skip="age other")
    assert (found.text, found.measure, found.best) == (words, measure, 1)
    assert found.person is not None


@pytest.mark.parametrize(
    "text",
    [
        "The police were hurt by the criticism.",
        "She was hurt by his words.",
        "The driver fled.",
        "Ada Lindqvist killed nobody.",
        "The man should be dead by now.",
    ],
)
def test_no_person_is_counted(text: str) -> None:
    assert [found for found in figures(text) if found.person and not found.negated] == []


def person(how: str = "new", **told: object) -> Person:
    return Person(how=how, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (person(sex="male"), person(sex="female"), False),
        (person(sex="male"), person(), True),
        (person(age=24), person(age=31), False),
        (person(age=24, sex="male"), person(grown="adult"), True),
        (person(age=7), person(grown="adult"), False),
        (person(noun="driver"), person(noun="passenger"), False),
        (person(noun="driver"), person(how="known", noun="father"), True),
        (person(noun="driver"), person(other=True), False),
        (person(how="named", name="Ada Lindqvist"), person(how="named", name="Lindqvist"), True),
        (person(how="named", name="Ada Lindqvist"), person(how="named", name="Maria Keller"), False),
        (person(how="named", name="Ada Lindqvist"), person(sex="female"), True),
    ],
)
def test_who_can_be_one(left: Person, right: Person, *, one: bool) -> None:
    assert may_be_one(left, right) == may_be_one(right, left) == one
