"""What do the figures of one sentence say of one another?"""

import pytest

from tests.extract.passages import passage
from tracker.extract.figures import find_figures


def counts(text: str, *, zone: str = "body") -> dict[str, float]:
    return {mention.measure: mention.best for mention in find_figures(passage(text, zone=zone))}


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Four people were shot, one fatally.", "body"),
        ("Four people were shot, one of them fatally, on Monday.", "body"),
        ("Four people were shot, one of whom died.", "body"),
        ("Four shot, one fatally, outside bar", "headline"),
    ],
)
def test_of_the_shot_those_who_did_not_die_are_hurt(text: str, zone: str) -> None:
    assert counts(text, zone=zone) == {"lost": 4, "killed": 1, "injured": 3}


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot.",
        "At least four people were shot, one fatally.",  # how many more, nobody knows
        "Four people were shot. One man died.",
        "Four people were shot and one was killed.",  # of the four, or besides them
        "Two people were shot, two of them fatally.",  # nobody lived
    ],
)
def test_else_nobody_is_hurt(text: str) -> None:
    assert "injured" not in counts(text)


def test_the_words_of_the_hurt_hold_both_numbers() -> None:
    hurt = next(
        each
        for each in find_figures(passage("Police said four people were shot, one fatally."))
        if each.measure == "injured"
    )
    assert hurt.text == "four people were shot, one fatally"
