"""What does a verb of saying take for the words said?"""

import pytest

from tests.extract.passages import frames, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police claim the fire killed 24 and injured 110.", ["the fire killed 24 and injured 110"]),
        ("The road, police said, was shut.", ["The road", "was shut"]),
        ("The road was shut, police said on Tuesday.", ["The road was shut"]),
        ("The road was shut, he told reporters.", ["The road was shut"]),
        ("Police put the toll at 20.", ["the toll at 20"]),
        ("Officials put out the fire.", []),
        ("The mayor reported damage to 12 flats.", ["damage to 12 flats"]),
        ("The mayor denied taking bribes.", ["taking bribes"]),
        ("The mayor urged residents to leave.", ["to leave"]),
        ("Police accused the driver of fleeing.", ["the driver of fleeing"]),
        ("The mayor called for calm.", ["for calm"]),
        ("The mayor spoke.", []),
        ("The death of four was reported by the coroner.", ["The death of four"]),
        ("The deaths of four miners were confirmed by the union.", ["The deaths of four miners"]),
        ("Four deaths were recorded by the hospital.", ["Four deaths"]),
        ("Four people were killed by the army.", []),
    ],
)
def test_complements(text: str, said: list[str]) -> None:
    assert [piece for _, _, words in told(frames(text)) for piece in words] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police said six fell, while the hospital said nine fell.", [["six fell"], ["nine fell"]]),
        ("Police said six fell but medics said nine fell.", [["six fell"], ["nine fell"]]),
    ],
)
def test_two_voices_in_one_sentence_are_kept_apart(text: str, said: list[list[str]]) -> None:
    assert [words for _, _, words in told(frames(text))] == said


def test_what_those_counted_were_said_to_be_is_told_with_their_number() -> None:
    ((source, _, said),) = told(frames("Four people were confirmed dead by the coroner."))
    assert source == "the coroner"
    assert (said[0].split()[0], said[-1].split()[-1]) == ("Four", "dead")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ministry said 40 were killed but offered no proof.", "40 were killed"),
        ("The army claimed its drones sank two boats, without offering any proof.", "its drones sank two boats"),
        ("The army said its drones sank two boats and gave no proof.", "its drones sank two boats"),
        # another's words begin
        ("Roe stressed that the dam held, and engineers warned that it leaked.", "that the dam held"),
        ("She was asked about the fire, and said it was out.", "about the fire"),
        # he of whom it is said could have offered some
        (
            "Police said the man claimed to own it but offered no proof.",
            "the man claimed to own it but offered no proof",
        ),
        ("Police said 40 were killed but four survived.", "40 were killed but four survived"),
    ],
)
def test_the_outlets_doubt_is_not_what_was_said(text: str, said: str) -> None:
    first = told(frames(text))[0]
    assert first[2] == [said]
