"""Do we tell a part, an increment and a running total from the total, and a denial from a count?"""

import pytest

from tests.extract.test_figures import figures


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The attack killed 24 people.", ["total"]),
        ("Another 27 were wounded.", ["increment"]),
        ("They sent an extra 2,000 soldiers.", ["increment"]),
        ("At least 45 people died, 19 of whom were killed in the capital.", ["total", "part"]),
        ("Twelve people, including three children, were killed.", ["total", "part"]),
        ("Two of the wounded died.", ["part"]),
        ("The ministry said 63 of its troops were killed.", ["total"]),
        ("Two of the soldiers were killed.", ["part"]),
        ("Two of her neighbours were killed.", ["part"]),
        ("More than 200 people have been killed since the war began.", ["cumulative"]),
        ("The attack killed 12 in what was the worst raid since the war began.", ["total"]),
        ("There were 85 murders in 2016.", ["cumulative"]),
        ("In 1996 a fire killed 41 people.", ["total"]),
        ("It killed 30 people per day.", ["rate"]),
        ("He killed two people a week ago.", ["total"]),
    ],
)
def test_scope(text: str, scopes: list[str]) -> None:
    assert [found.scope for found in figures(text)] == scopes


def test_a_part_knows_its_whole() -> None:
    whole, part = figures("At least 45 people died, 19 of whom were killed in the capital.")
    assert (whole.best, part.best, part.of_total) == (45, 19, 45)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not kill 12 civilians.", True),
        ("There is no evidence that 12 people were killed.", True),
        ("He denied killing 12 people.", True),
        ("The raid did not cause 12 deaths.", True),
        ("The man who killed 12 people did not speak.", False),
        ("They were never charged with the murders of five people.", False),
        ("It killed 12 people but did not stop.", False),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert [found.negated for found in figures(text)] == [negated]


def test_more_of_another_measure_is_a_total() -> None:
    assert [found.scope for found in figures("It killed 50 people and hundreds more were injured.")] == [
        "total",
        "total",
    ]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Two separate shootings left six people injured.", ["cumulative"]),
        ("Six people were injured in unrelated incidents.", ["cumulative"]),
        ("Nine people have been shot in the past few days, two fatally.", ["cumulative", "cumulative"]),
        ("Nine people have been shot this year, two fatally.", ["cumulative", "cumulative"]),
        ("The shooting left six people injured.", ["total"]),
        ("Two of the victims are critical and two suffered minor injuries.", ["part"]),
    ],
)
def test_counts_over_several_happenings(text: str, scopes: list[str]) -> None:
    assert [found.scope for found in figures(text)] == scopes


@pytest.mark.parametrize(
    "text",
    [
        "None of the victims suffered life-threatening injuries.",
        "There were no serious injuries.",
        "He wanted nobody else hurt.",
        "There was no body else killed.",
    ],
)
def test_no_worse_is_not_none(text: str) -> None:
    assert [found for found in figures(text) if found.best == 0] == []
