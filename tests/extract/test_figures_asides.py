"""Ages and the marks of notes are never victims."""

import pytest

from tests.extract.test_figures import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk, 52, was shot dead.", []),
        ("Four men were hit, two others 37, and all were wounded.", [37]),
        ("Wounded: Nora Field, 50 (hit in her car).", [50]),
        ("The brothers, 19- and 20-year-old bakers, were found dead.", [19]),
        ("He shot a guard outside.[14] Then he fled.", [14]),
    ],
)
def test_asides(text: str, expected: list[float]) -> None:
    assert not {value for _, _, value, _ in told(text)} & set(expected)


@pytest.mark.parametrize(
    ("text", "number"),
    [("The blast left 3 dead, 52 wounded.", 52), ("Of the crew, 12 were hurt.", 12)],
)
def test_counts_behind_a_comma_stay(text: str, number: float) -> None:
    assert number in {value for _, _, value, _ in told(text)}


def test_killed_and_wounded_in_one_headline() -> None:
    found = [(measure, low) for _, measure, low, _ in told("3 killed, 12 wounded in Monday shootings across the city")]
    assert found == [("killed", 3), ("injured", 12)]
