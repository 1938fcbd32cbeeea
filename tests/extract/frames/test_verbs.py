"""Which verbs tie a source to what it says?"""

import pytest

from tests.extract.passages import frames, token, told
from tracker.extract.frames.verbs import subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the road was shut.", [("The mayor", "said", ["the road was shut"])]),
        ("The road is shut, said the mayor.", [("the mayor", "said", ["The road is shut"])]),
        ("Police did not say who was hurt.", [("Police", "did not say", ["who was hurt"])]),
        ("The road was shut.", []),
        ("The road said little.", []),
        ("No one said the road was shut.", []),
        ("Police think the road is shut.", []),
        ("Footage showed that the road was shut.", [("Footage", "showed", ["that the road was shut"])]),
        ("Footage hoped that the road was shut.", []),
        (
            "Figures from the health ministry show 20 people died.",
            [("Figures from the health ministry", "show", ["20 people died"])],
        ),
        ("It was reported that a road was shut.", [("", "was reported", ["that a road was shut"])]),
        ("Two roads are shut, state media reports.", [("state media", "reports", ["Two roads are shut"])]),
        ("The average of polls shows a tight race.", [("The average of polls", "shows", ["a tight race"])]),
        ("The poll indicates a tight race.", [("The poll", "indicates", ["a tight race"])]),
        ("Those close to him said that he was ill.", [("Those close to him", "said", ["that he was ill"])]),
        ("Residents called for the mayor to resign.", [("Residents", "called", ["for the mayor to resign"])]),
        ("Brown said after the vote he would resign.", [("Brown", "said", ["after the vote he would resign"])]),
        ("The road, he told me on Friday, is shut.", [("he", "told", ["The road", "is shut"])]),
        ("In the survey 42% said the road was shut.", [("42%", "said", ["the road was shut"])]),
        ("Early results show that the bill failed.", [("Early results", "show", ["that the bill failed"])]),
        ("The miners agreed to free ten guards.", [("The miners", "agreed", ["to free ten guards"])]),
        ("Maui police raised the death toll to 115.", [("Maui police", "raised", ["the death toll to 115"])]),
        # the words of saying without a saying
        ("It rained, and the snow fell in five states.", []),
        ("A group called Neighbours for Peace left.", []),
        ("The mayor showed up at noon.", []),
        ("The mayor did not respond to questions.", []),
        ("He used the fire to prove that the dam was weak.", []),
        ("The mayor made this statement on Monday.", []),
    ],
)
def test_verbs_that_say(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(frames(text)) == expected


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Police said so.", "said", "Police"),
        ("It was reported by police that he ran.", "reported", "police"),
        ("Police said it burned, adding that all were safe.", "adding", "Police"),
        ("Police, who said it burned, left.", "said", "who"),
        ("It was reported that he ran.", "reported", None),
        ("The mayor declined to talk about it, other than saying that it was over.", "saying", "mayor"),
        ("After saying it burned, she was led away.", "saying", "she"),
        ("She was held and told police it burned.", "told", "She"),
        ("The bridge was built by Romans and shows its age.", "shows", "bridge"),
    ],
)
def test_whose_verb_it_is(text: str, verb: str, source: str | None) -> None:
    found = subject(token(text, verb))
    assert (found.text if found is not None else None) == source


def test_otherwise_turns_the_claim_before_round() -> None:
    (_, turned) = frames("The army said nobody fell, but the footage suggests otherwise.")
    assert (turned.stance, turned.otherwise) == ("denies", True)


@pytest.mark.parametrize(
    "text",
    ["The fire was “out of control” by noon.", "The army faced “a wall of fire” in the east."],
)
def test_a_verb_beside_quoted_words_need_not_say_them(text: str) -> None:
    assert told(frames(text)) == []
