"""Do we count who bears a wound, who is hit where it hurts, and who dies of it in the end?"""

import pytest

from tests.extract.test_figures import figures


def counted(text: str) -> list[tuple[str, float]]:
    return [(found.measure, found.best) for found in figures(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Six people sustained injuries in the crash.", 6),
        ("Two drivers received minor burns.", 2),
        ("The medics met three victims who were suffering from gunshot wounds.", 3),
        ("Officers found two men with gunshot wounds.", 2),
        ("Five women arrived with cuts and bruises.", 5),
        ("Nine miners were treated for burns.", 9),
        ("The blast left two teenagers with minor injuries.", 2),
        ("A boy was struck by a bullet.", 1),
        ("Four shoppers were hit by gunfire.", 4),
        ("Three guards were hit by shrapnel.", 3),
        ("The bullet struck a girl in the arm.", 1),
        ("A woman was grazed on the shoulder.", 1),
        ("A man was shot in the leg.", 1),
        ("Two men were shot in the foot.", 2),
        ("A nurse had a cut on her hand.", 1),
        ("A man was shot and wounded.", 1),
        ("Two students were stabbed and injured.", 2),
        ("Seven sailors escaped with bruises.", 7),
    ],
)
def test_the_hurt(text: str, number: float) -> None:
    assert counted(text) == [("injured", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two people shot and killed in a car were named.", 2),
        ("A child was shot five times and killed.", 1),
        ("Two men were taken to hospital, where they later died.", 2),
        ("A 16-year-old was shot in the head and later died.", 1),
        ("Three people were stabbed and died.", 3),
        ("At least three people suffered fatal wounds.", 3),
        ("A teenager was fatally struck by a bus.", 1),
        ("Two guards were mortally wounded.", 2),
        ("A woman was taken to a clinic but died.", 1),
        ("A man fatally shot himself.", 1),
        ("A soldier took his own life.", 1),
        ("A farmer committed suicide.", 1),
        ("A clerk killed himself.", 1),
    ],
)
def test_the_dead(text: str, number: float) -> None:
    assert counted(text) == [("killed", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Four people were shot on Friday.", 4), ("A guard was stabbed in the chest.", 1), ("A girl shot herself.", 1)],
)
def test_dead_or_hurt_is_not_said(text: str, number: float) -> None:
    assert counted(text) == [("lost", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Two teams received three awards.",
        "Four critics hit out at the plan.",
        "The car hit two walls.",
        "Twelve workers got a pay rise.",
        "Two men could suffer injuries.",
        "The team was struck by two delays.",
    ],
)
def test_nobody_is_hurt(text: str) -> None:
    assert counted(text) == []
