"""Do lists of persons add up, and only they?"""

import pytest

from tests.extract.test_figures import figures


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("A woman and her two sons were killed.", 3),
        ("The raid killed two men, three women and a child.", 6),
        ("The gunman fatally shot his partner and their two children.", 3),
        ("A nurse and two drivers were killed.", 3),
        ("A police officer and three other people were killed.", 4),
        ("Six people, two women and four men, were killed.", 6),
        ("Medics said five people, three women and two men, were injured.", 5),
        ("At least five men and three women were injured.", 8),
        ("The blast killed three civilians, two women and a child.", 3),
        ("Four members of the Kerim family, two men and two boys, were killed.", 4),
        ("The raid killed two men, a woman and a child.", 4),
    ],
)
def test_sums(text: str, total: float) -> None:
    found = figures(text)
    (whole,) = (each for each in found if each.scope == "total")
    assert whole.best == total
    assert all(each.of_total == total for each in found if each.scope == "part")


@pytest.mark.parametrize(
    "text",
    [
        "Shelling damaged 12 shops and 13 homes.",
        "The blast killed two people and injured three.",
        "It left three dead and 12 wounded.",
        "Soldiers and two medics were killed.",
        "Deputies found three dead burglars and two unharmed residents.",
        "They came upon one deceased male and one female victim.",
    ],
)
def test_no_sum(text: str) -> None:
    assert not [found for found in figures(text) if found.best > 13 or found.of_total]


def test_a_list_that_cannot_be_added_up_has_no_total() -> None:
    assert [found.scope for found in figures("Several medics and up to 30 soldiers were killed.")] == ["part", "part"]


def test_what_is_joined_to_a_part_is_a_part() -> None:
    found = figures("At least 20 people, including five women and seven boys, were killed.")
    assert [(each.best, each.scope, each.of_total) for each in found] == [
        (20, "total", None),
        (5, "part", 20),
        (7, "part", 20),
    ]
    assert {each.measure for each in found} == {"killed"}


def test_no_sum_of_parts() -> None:
    found = figures("The blast killed 15 villagers, among them three nurses and two drivers.")
    assert [each.best for each in found if each.scope == "total"] == [15]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("A girl, a boy and two women were killed.", 4),
        ("A father and son were killed.", 2),
        ("A man and woman were killed.", 2),
        ("A mother and her daughter were killed.", 2),
        ("A husband and father was killed.", 1),
        ("A beloved wife and mother was killed.", 1),
        ("Police found four dead women and an unharmed child.", 4),
    ],
)
def test_who_is_one_and_who_are_two(text: str, total: float) -> None:
    assert [found.best for found in figures(text) if found.scope == "total"] == [total]


def test_himself_and_a_child_are_no_list_of_two_dead() -> None:
    assert 2 not in [found.best for found in figures("Police killed a man who had shut in himself and a child.")]
