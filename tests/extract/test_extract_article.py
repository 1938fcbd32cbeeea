"""Does an article of several voices come out as a careful reader would list it?"""

import pytest

from tests.clock import seconds
from tests.factory import article, claim
from tracker.extract import Extraction, extract_article, led

STORY = """A ferry caught fire off Mombasa on Wednesday, killing at least 12 people, the Kenyan coast agency said.
“We have pulled 12 bodies from the water,” its director, Grace Njeri, told reporters. “Nine people are missing.”
The owner of the ferry put the toll at eight. It denied that the ship was overloaded.
Footage showed people jumping from the deck.
In 2019 a fire on a ferry killed 34 people off California."""


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract_article(article(STORY))


def test_voices(extraction: Extraction) -> None:
    found = [(claim.source_name, claim.stance) for claim in extraction.claims]
    assert found == [
        ("Kenyan coast agency", "asserts"),
        ("Grace Njeri", "asserts"),
        ("owner of the ferry", "asserts"),
        ("owner of the ferry", "denies"),
        ("footage", "asserts"),
        ("The Daily", "asserts"),
    ]


def test_figures(extraction: Extraction) -> None:
    voices = {claim.claim_id: claim.source_name for claim in extraction.claims}
    found = [(voices[each.claim_id], each.measure, each.low) for each in extraction.figures]
    assert found == [
        ("Kenyan coast agency", "killed", 12),
        ("Grace Njeri", "killed", 12),
        ("Grace Njeri", "missing", 9),
        ("owner of the ferry", "killed", 8),
        ("The Daily", "killed", 34),
    ]


def test_the_fire_of_years_ago_is_another_scene(extraction: Extraction) -> None:
    *today, then = extraction.claims
    assert {claim.scene for claim in today} == {today[0].scene}
    assert then.scene != today[0].scene
    assert (today[0].place, today[0].country) == ("Mombasa", "Kenya")


def test_the_day_of_the_fire(extraction: Extraction) -> None:
    assert extraction.claims[0].date_from == "2024-03-13"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "said", "According to", "…", ",,,,", "1,2,3,", "“”"])
def test_scraps_give_nothing_and_no_trouble(text: str) -> None:
    assert extract_article(article(text)).figures == ()


# The last has many sentences in one paragraph: what is made anew from its text for every figure shows there.
@pytest.mark.parametrize(
    "piece",
    ["a ", "1,", "“Ten people died,” he said.\n", "Police said ten people died. "],
)
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = (article(piece * (n // len(piece))) for n in (1000, 4000))
    few = seconds(lambda: extract_article(short), times=1)
    assert seconds(lambda: extract_article(long), times=1) < 12 * max(few, 0.05)


def test_an_article_whose_lead_claims_nothing_is_about_the_first_scene_that_does():
    told = [claim(str(number), scene=f"art-a/{number}", start=number) for number in (3, 2, 3)]
    assert [each.scene for each in led(tuple(told))] == ["art-a/3", "art-a/0", "art-a/3"]
    assert led(tuple(told[:0])) == ()
    kept = (*told, claim("lead", scene="art-a/0"))
    assert led(kept) == kept
