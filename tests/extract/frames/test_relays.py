"""Whose words does an outlet pass on, and is the outlet kept as the relay?"""

import pytest

from tests.extract.passages import frames, printed


@pytest.mark.parametrize(
    ("text", "source", "relay"),
    [
        ("Reuters reported that ten people had died, citing two officials.", "two officials", "Reuters"),
        ("Reuters, citing two officials, reported that ten people had died.", "two officials", "Reuters"),
        ("Ten people died, the agency said, citing the health ministry.", "the health ministry", "the agency"),
        ("Ten people died, the paper said, quoting police.", "police", "the paper"),
        ("State television quoted the mayor as saying ten people had died.", "the mayor", "State television"),
        ("The mayor was quoted as saying ten people had died.", "The mayor", ""),
        ("The mayor was quoted by Reuters as saying ten people had died.", "The mayor", "Reuters"),
        ("Reuters reported that ten people had died, citing a lack of light.", "Reuters", ""),
        ("Reuters reported that ten people had died.", "Reuters", ""),
        ("The mayor said that ten people had died, citing the release of the list.", "The mayor", ""),
    ],
)
def test_those_cited_are_the_source_and_who_cites_them_the_relay(text: str, source: str, relay: str) -> None:
    frame = next(each for each in frames(text) if "died" in printed(each.passage, each.fragments[0]))
    assert (printed(frame.passage, frame.source), printed(frame.passage, frame.relay_source)) == (source, relay)


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that ten people had died, citing two officials.",
        "Reuters, citing two officials, reported that ten people had died.",
        "Ten people had died, Reuters reported, citing two officials.",
    ],
)
def test_the_citing_is_no_part_of_the_words(text: str) -> None:
    (frame,) = frames(text)
    words = [printed(frame.passage, piece).removeprefix("that ") for piece in frame.fragments]
    assert [word.lower() for word in words] == ["ten people had died"]
