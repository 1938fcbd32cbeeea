"""Which words does “according to” close, and whose are they?"""

import pytest

from tests.extract.passages import frames, told


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("According to police, nine people died.", "police", ["nine people died"]),
        ("According to radio host Ann Roe, the move reeks of fear.", "radio host Ann Roe", ["the move reeks of fear"]),
        ("Nine people died, according to police.", "police", ["Nine people died"]),
        ("Nine people died, according to the Chilean police.", "the Chilean police", ["Nine people died"]),
        ("Nine people (six, according to the army) were hurt.", "the army", ["six"]),
        ("The flood has, according to the mayor, cut the road.", "the mayor", ["The flood has", "cut the road"]),
        ("Nine died, according to police, while the town slept.", "police", ["Nine died"]),
    ],
)
def test_the_words_around_the_frame_are_what_was_said(text: str, source: str, said: list[str]) -> None:
    assert [(found, words) for found, _, words in told(frames(text))] == [(source, said)]


def test_of_two_frames_each_closes_its_own_piece() -> None:
    found = told(frames("Police counted 40 tents, according to the city, and 60 tents, according to residents."))
    pieces = [(source, words[0].removeprefix("and ")) for source, cue, words in found if cue == "according to"]
    assert pieces == [("the city", "Police counted 40 tents"), ("residents", "60 tents")]


@pytest.mark.parametrize("text", ["All went according to plan B.", "according", "It went according."])
def test_a_bare_according_makes_no_trouble(text: str) -> None:
    assert all(cue != "according" for _, cue, _ in told(frames(text)))
