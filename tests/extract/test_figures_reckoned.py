"""Are counts that are told by another count reckoned?"""

import pytest

from tests.extract.test_figures import figures
from tracker.model import INF


@pytest.mark.parametrize(
    ("text", "measure", "low", "best", "high"),
    [
        ("A third of the 90 miners were killed.", "killed", 30, 30, 30),
        ("Two-thirds of the 90 miners were rescued.", "rescued", 60, 60, 60),
        ("Half of the 120 sailors drowned.", "killed", 60, 60, 60),
        ("Fewer than half of the 120 passengers survived.", "rescued", 0, 60, 60),
        ("More than a quarter of its 400 soldiers were wounded.", "injured", 100, 100, INF),
        ("The toll is nearly triple the 63 reported on Friday.", "killed", 170.1, 189, 189),
        ("The toll was more than double the 63 reported on Friday.", "killed", 126, 126, INF),
        ("The death toll is three times the earlier 20.", "killed", 60, 60, 60),
    ],
)
def test_reckoned(text: str, measure: str, low: float, best: float, high: float) -> None:
    (found,) = figures(text)
    assert found.measure == measure
    assert (found.best, found.high) == (best, high)
    assert found.low == pytest.approx(low, abs=1)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The number of wounded climbed from 40 to 62.", [(40, "earlier"), (62, "total")]),
        ("From 40 to 62 people were wounded.", [(40, "total")]),
    ],
)
def test_a_change_tells_what_went_before(text: str, scopes: list[tuple[float, str]]) -> None:
    assert sorted((found.best, found.scope) for found in figures(text)) == scopes


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("A family of four was killed.", "A family of four", 4),
        ("The crew of 12 drowned.", "The crew of 12", 12),
        ("A married couple was killed.", "A married couple", 2),
        ("The twins died.", "The twins", 2),
    ],
)
def test_groups_that_say_how_many_they_are(text: str, words: str, number: float) -> None:
    (found,) = figures(text)
    assert (found.text, found.best, found.measure) == (words, number, "killed")
