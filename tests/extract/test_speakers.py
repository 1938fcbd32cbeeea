"""Can this word speak, and as what?"""

import pytest

from tests.extract.passages import token
from tracker.extract.speakers import can_speak, is_evidence, kind_of_words


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The mayor spoke.", "mayor", True),
        ("She spoke.", "She", True),
        ("Hamas spoke.", "Hamas", True),
        ("Analysts spoke.", "Analysts", True),
        ("The statement said so.", "statement", True),
        ("The bridge said so.", "bridge", False),
        ("Nobody spoke.", "Nobody", False),
        ("No official spoke.", "official", False),
        ("None spoke.", "None", False),
        ("The coast guard spoke.", "guard", True),
        ("The mayor's office spoke.", "office", True),
    ],
)
def test_who_can_speak(text: str, word: str, expected: bool) -> None:
    assert can_speak(token(text, word)) is expected


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("footage", "visual_evidence"),
        ("report", "document"),
        ("police", "police"),
        ("hospital", "medic"),
        ("firefighter", "emergency"),
        ("army", "military"),
        ("newspaper", "media"),
        ("union", "union"),
        ("airline", "company"),
        ("ministry", "official"),
        ("rebel", "party"),
        ("villager", "witness"),
        ("source", "unnamed"),
        ("bridge", ""),
    ],
)
def test_kinds(lemma: str, kind: str) -> None:
    assert kind_of_words([lemma]) == kind


def test_the_first_word_that_has_a_kind_tells_it() -> None:
    assert kind_of_words(["bridge", "spokesman", "army"]) == "official"


@pytest.mark.parametrize(
    ("text", "word", "expected"), [("The video spoke.", "video", True), ("The man spoke.", "man", False)]
)
def test_what_shows_rather_than_says(text: str, word: str, expected: bool) -> None:
    assert is_evidence(token(text, word)) is expected
