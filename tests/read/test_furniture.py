"""What one paragraph is, seen alone."""

import pytest

from tests.clock import seconds
from tracker.lexicon import read_lexicon
from tracker.read.furniture import fold, is_furniture, judge


def told(words: str) -> list[tuple[str, str]]:
    return [(zone.kind, words[zone.start : zone.end]) for zone in judge(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Leave a comment",
        "SHARE THIS ARTICLE",
        "Comments (12)",
        "Your email address will not be published. Required fields are marked *",
        "We use cookies to improve your visit. By clicking accept you agree.",
        "Sign up to our morning newsletter",
        "Read more: Five questions about the harbour",
        "Advertisement",
        "© 2024 The Selwyn Post",
        "Copyright The Selwyn Post 2024. All rights reserved.",
        "Image source, Getty Images",
        "Reuters",
        "Bo Lind/EPA",
        "Picture: Bo Lind",
        "_____",
        "4 min read",
        "![a quay](quay.jpg)",
        "PUBLISHED :",
        "Text size Aa Aa",
        "9 photos",
        "Estimated read time: 4-5 minutes",
        "NEWSPAPER SECTION: News",
        "For all the latest headlines follow our channel or our app.",
        "Stay tuned to Selwyn Radio for the latest.",
        "(This story has not been edited by our staff and is auto-generated from a feed.)",
        "This archived news story is available only for your own use.",
        "The post Nine dead on the quay appeared first on Selwyn Post.",
        "View this email in your browser",
    ],
)
def test_furniture_is_dropped(words: str) -> None:
    assert told(words) == [("dropped", words)]


@pytest.mark.parametrize(
    "words",
    [
        "Sign up for the army, he told them, and see the world.",
        "Share prices fell by nine per cent after the blast.",
        "Reuters reported that nine people had died.",
        "Copyright law was not on the ministry's mind.",
        "Subscribers lost power, and the company said nine had complained.",
        "Home was a cellar for nine of the families.",
        "The advertisement promised work in the harbour.",
        "The ministry said in a statement. (Reuters)",
        "A Reuters/Ipsos poll has the two level.",
        "Reuters/Ipsos poll, the two are level across the country.",
        "They posted the pictures on Facebook and X/Twitter.",
        "This story was not told to the ministry, he said.",
        "Stay with us, the mayor asked them, and nine did.",
        "Published figures put the toll at nine.",
        "For the latest victims, nine graves were dug on the quay.",
        "The report is that nine people died.",
        "9 photos of the wreck were shown to the court.",
    ],
)
def test_reporting_that_begins_like_furniture_is_kept(words: str) -> None:
    assert told(words) == [("", words)]


def test_a_long_paragraph_is_never_dropped_for_its_first_words() -> None:
    words = "We use cookies, said the baker. " + "He went on about flour, ovens and the price of gas. " * 8
    assert not is_furniture(words.strip())


def test_every_line_of_the_lexicon_can_be_met() -> None:
    lexicon = read_lexicon("furniture")
    lines = [*lexicon["dropped"]["lines"], *lexicon["comments"]["headings"]]
    assert [line for line in lines if fold(line) != line] == []


def test_folding_forgets_case_quotes_and_counts() -> None:
    assert fold("  “It’s  OVER” (12)") == fold("it's over")


@pytest.mark.parametrize("piece", ["EPA/", "[caption ", "(Bo ", "By A ", "Photo: ", "A. ", "1,", "“", " ", "a"])
def test_a_hostile_paragraph_costs_time_in_proportion(piece: str) -> None:
    short, long = (piece * (n // len(piece)) for n in (50_000, 200_000))
    few = seconds(lambda: judge(short))
    assert seconds(lambda: judge(long)) < 12 * max(few, 0.02)
