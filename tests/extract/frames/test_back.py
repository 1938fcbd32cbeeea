"""What does a saying mean that points back: the claim it answers, or the sentence before?"""

import pytest

from tests.extract.passages import frames, told
from tests.factory import article
from tracker.extract import extract_article


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        ("Ten sailors died. This was reported by spokesman Dan Brown.", "spokesman Dan Brown", "Ten sailors died"),
        ("Ten sailors died. The governor reported this on Telegram.", "The governor", "Ten sailors died"),
        ("Ten sailors died, as stated by the defence ministry.", "the defence ministry", "Ten sailors died"),
        ("Ten sailors died, as the defence ministry reported.", "the defence ministry", "Ten sailors died"),
        ("Ten sailors died. The governor announced this.", "The governor", "Ten sailors died"),
    ],
)
def test_what_is_reported_is_the_sentence_before(text: str, source: str, said: str) -> None:
    assert [(found, words) for found, _, words in told(frames(text))] == [(source, [said])]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Russia said ten sailors had died. Ukraine denied this.", "denies"),
        ("Russia said ten sailors had died. Ukraine denies that.", "denies"),
        ("Russia said ten sailors had died. Ukraine rejected the claim.", "denies"),
        ("Russia said ten sailors had died. Ukraine disputed these figures.", "denies"),
        ("Russia said ten sailors had died. The claim was denied by Ukraine.", "denies"),
        ("Russia said ten sailors had died, which Ukraine denies.", "denies"),
        ("Russia said ten sailors had died. Ukraine confirmed this.", "asserts"),
        ("Russia said ten sailors had died. Ukraine confirmed the report.", "asserts"),
        ("Russia said ten sailors had died. Ukraine did not confirm this.", "unknown"),
        ("Russia said ten sailors had died. Ukraine could not verify the claim.", "unknown"),
    ],
)
def test_who_says_yes_or_no_answers_the_claim_before(text: str, stance: str) -> None:
    extraction = extract_article(article(text))
    first, second = extraction.claims
    assert (second.source_name, second.stance, second.answers) == ("Ukraine", stance, first.claim_id)
    assert [figure.claim_id for figure in extraction.figures] == [first.claim_id]


@pytest.mark.parametrize(
    "text",
    ["This was reported by the mayor.", "The mayor reported this.", "Police said ten died. The mayor repeated this."],
)
def test_with_nothing_of_its_own_before_it_means_nothing(text: str) -> None:
    assert "points back" not in [frame.rule for frame in frames(text)]
