"""Does the rest of an article settle what a figure left open?"""

import pytest

from tests.factory import article
from tracker.extract.figures import find_figures, settle_counts, settle_individuals, settle_losses
from tracker.extract.parse import parse


def settled(text: str) -> list[tuple[str, str, str]]:
    passages = parse(article(text))
    found = [mention for passage in passages for mention in find_figures(passage) if mention.measure != "age"]
    mentions = settle_counts(settle_individuals(settle_losses(found, passages)))
    return [(mention.text, mention.measure, mention.scope) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The navy hid that it was losing 74 sailors.\nThe heavy death toll shocked many.", "killed"),
        ("The navy hid that it was losing 74 sailors.\nThe ship was old.", "lost"),
        ("Four teenagers were shot on Friday.\nThey are stable.", "injured"),
        ("Four teenagers were shot on Friday.\nOne later died.", "lost"),
        ("Four teenagers were shot on Friday.\nA murder charge followed.", "lost"),
        ("Two teenagers were also shot, but their injuries are not life-threatening.\nA guard died.", "injured"),
        ("Three men were shot.\nAll are expected to survive.\nA guard died.", "injured"),
    ],
)
def test_losses(text: str, measure: str) -> None:
    assert settled(text)[0][1] == measure


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Three people were killed on Friday.\nA man was killed in his car.", ["total", "part"]),
        ("A man was killed in his car.\nA woman was killed at home.", ["part", "part"]),
        ("Three miners died in 2022.\nOne person was killed and two were hurt.", ["total", "total", "total"]),
        ("A man was killed in his car.\nAnother man was killed at home.", ["part", "part"]),
        ("A man was killed in his car.\nA 34-year-old man died there.", ["total", "total"]),
        ("A driver was killed.\nA passenger was killed too.", ["part", "part"]),
        ("A boy was killed.\nThe boy died of burns.", ["total"]),
        ("The boy was killed.\nThe child died of burns.", ["total"]),
        ("Ada Lindqvist was killed.\nLindqvist died of burns.", ["total"]),
        ("Three people were killed.\nAda Lindqvist died in hospital.", ["total"]),
    ],
)
def test_persons_told_one_by_one(text: str, scopes: list[str]) -> None:
    assert [scope for _, _, scope in settled(text)] == scopes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man was shot on Friday.\nHe was taken to a clinic, where he died.",
            [("A man", "lost", "part"), ("He", "killed", "total")],
        ),
        (
            "A boy was hurt in the crash.\nThe boy died on Sunday.",
            [("A boy", "injured", "part"), ("The boy", "killed", "total")],
        ),
        (
            "A man was killed and a woman was wounded.",
            [("A man", "killed", "total"), ("a woman", "injured", "total")],
        ),
        (
            "A boy was killed and another boy was wounded.",
            [("A boy", "killed", "total"), ("another boy", "injured", "total")],
        ),
    ],
)
def test_who_was_hurt_and_died_is_dead_alone(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert settled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police found four men suffering from burns.\nOne man died.\nThe other three men were injured.",
            [("four men", "lost"), ("One man", "killed"), ("three men", "injured")],
        ),
        (
            "Five people were found dead.\nAll five had stab wounds.",
            [("Five people", "killed"), ("All five", "lost")],
        ),
        (
            "Five people died.\nThree people were injured.",
            [("Five people", "killed"), ("Three people", "injured")],
        ),
    ],
)
def test_the_hurt_that_number_the_dead_too(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, measure) for words, measure, _ in settled(text)] == expected


def test_a_member_of_a_list_told_again_is_a_part() -> None:
    text = "A boy and three women were injured.\nThe three women were injured at home."
    assert [scope for words, _, scope in settled(text) if "three women" in words.lower()][1:] == ["part", "part"]


def test_a_bare_number_beside_another_is_a_part() -> None:
    text = "One was wounded in the arm, another in the leg."
    assert ("One", "injured", "part") in settled(text)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Two of the victims died.\nThe others are at home.", "total"),
        ("Nine sailors died.\nTwo of the sailors died on Friday.", "part"),
        ("Two of the victims were wounded.", "part"),
    ],
)
def test_some_of_a_group_who_died_are_all_the_dead_unless_more_are_told(text: str, scope: str) -> None:
    assert settled(text)[-1][2] == scope


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed a guard and injured at least four others.\nThree others were slightly hurt, a page said.",
        "A woman was killed.\nAt least 29 others were injured.\nThe station spoke of 30 injuries.",
    ],
)
def test_the_hurt_hold_the_dead_only_where_the_others_are_told_of_after_them(text: str) -> None:
    assert "lost" not in {measure for _, measure, _ in settled(text)}
