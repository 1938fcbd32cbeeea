"""Which words name a happening, and of what kind?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.passages import token
from tracker.extract.events import event_nouns, event_verbs, kind_of_event, related

KINDS = st.sampled_from(
    ["", "general", "attack", "shooting", "explosion", "fire", "flood", "protest", "election", "spill"]
)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The strike hit a mill.", "strike", "attack"),
        ("Jets bombed a mill.", "bombed", "attack"),
        ("A gunman shot at a mill.", "shot", "shooting"),
        ("The blast shook a mill.", "blast", "explosion"),
        ("A mill burned.", "burned", "fire"),
        ("The ferry capsized.", "capsized", "sinking"),
        ("Two trains collided.", "collided", "crash"),
        ("The quake was felt.", "quake", "earthquake"),
        ("A landslide blocked it.", "landslide", "flood"),
        ("The cyclone passed.", "cyclone", "storm"),
        ("The rally was loud.", "rally", "protest"),
        ("Millions voted.", "voted", "election"),
        ("The outbreak is over.", "outbreak", "epidemic"),
        ("The slick spread.", "slick", "spill"),
        ("The stampede was brief.", "stampede", "accident"),
        ("The incident is over.", "incident", "general"),
        ("The cat slept.", "slept", ""),
        ("A bomb lay there.", "lay", ""),
        ("Three of its miners died in March 2022.", "March", ""),
        ("Three of its miners died in the march.", "march", "protest"),
    ],
)
def test_kind(text: str, word: str, kind: str) -> None:
    assert kind_of_event(token(text, word)) == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [("A leaked memo said so.", "leaked"), ("He opened a shop.", "opened"), ("He launched a website.", "launched")],
)
def test_words_of_many_uses_tell_no_happening_alone(text: str, word: str) -> None:
    assert kind_of_event(token(text, word)) == ""


def test_what_a_bomb_does_is_an_attack() -> None:
    assert kind_of_event(token("A truck bomb killed five people.", "bomb")) in ("attack", "explosion")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("explosion", "attack", True), ("flood", "storm", True), ("flood", "attack", False), ("protest", "fire", False)],
)
def test_kinds_that_can_be_one_happening(left: str, right: str, expected: bool) -> None:
    assert related(left, right) is expected


@given(KINDS, KINDS)
def test_kinship_is_mutual_and_each_is_its_own_kin(left: str, right: str) -> None:
    assert related(left, right) == related(right, left)
    assert related(left, left)


def test_nouns_and_verbs_of_happening_are_lemmas() -> None:
    assert "attack" in event_nouns() & event_verbs()
    assert all(word == word.lower() and " " not in word for word in event_nouns() | event_verbs())
