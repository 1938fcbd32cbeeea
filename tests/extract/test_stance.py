"""Does a figure that is denied, doubted or only supposed ever count as claimed?"""

import pytest

from tests.factory import article
from tracker.extract import Extraction, extract_article

CLAIMED = {"asserts", "estimates", "concedes", "blames"}


def claimed(extraction: Extraction) -> list[str]:
    """The figures that some voice, the article's own included, puts forward."""
    stances = {claim.claim_id: claim.stance for claim in extraction.claims}
    return [figure.text for figure in extraction.figures if stances[figure.claim_id] in CLAIMED]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied that ten people had died.",
        "The army denies killing ten people.",
        "The army rejected reports of ten dead.",
        "The army rejected as false a report of ten dead.",
        "The army dismissed the claim that ten people had died.",
        "The army disputed that ten people had died.",
        "The army did not say that ten people had died.",
        "The army never said ten people had died.",
        "The army could not confirm that ten people had died.",
        "The army could not verify that ten people had died.",
        "The army declined to comment on a report that ten people had died.",
        "The army refused to confirm that ten people had died.",
        "The mayor doubted that ten people had died.",
        "The mayor questioned whether ten people had died.",
        "The mayor asked whether ten people had died.",
        "The mayor demanded that ten people be freed.",
    ],
)
def test_what_is_denied_doubted_or_asked_is_not_claimed(text: str) -> None:
    assert claimed(extract_article(article(text))) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said ten people had died.", "asserts"),
        ("The army confirmed that ten people had died.", "asserts"),
        ("The army did not deny that ten people had died.", "unknown"),
        ("The army admitted that ten people had died.", "concedes"),
        ("The army conceded ten people had died.", "concedes"),
        ("The army acknowledged that ten people had died.", "concedes"),
        ("The army estimated that ten people had died.", "estimates"),
        ("The army accused the rebels of killing ten people.", "blames"),
        ("The army blamed the rebels for the deaths of ten people.", "blames"),
        ("The army feared that ten people had died.", "doubts"),
        ("The army warned that ten people could die.", "asserts"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    (claim,) = (claim for claim in extract_article(article(text)).claims if claim.source_kind != "narrator")
    assert claim.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Police said the attackers hoped to kill hundreds.",
        "The attackers hoped to kill 200 people.",
        "The men planned to kill 50 people at the market.",
        "The men planned to bomb the market and kill 50 shoppers.",
        "The blast could have killed dozens, the mayor said.",
        "The group threatened to kill 100 hostages.",
        "The bomb would have killed 30 people, police said.",
        "If the shell had landed earlier, it would have killed 90 people.",
        "The militia vowed to kill 60 soldiers.",
        "The suspect wanted to kill 20 students.",
        "The plotters intended to kill 15 judges.",
        "The bomb was meant to kill 40 worshippers.",
        "The device was designed to injure 40 worshippers.",
        "The device was capable of killing 80 people.",
        "The army was prepared to kill 25 hostages.",
        "He feared the wave would kill 300.",
    ],
)
def test_what_was_only_meant_or_possible_is_not_claimed(text: str) -> None:
    assert claimed(extract_article(article(text))) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The raid may have killed 14 villagers.", "14 villagers"),
        ("The fire must have killed 14 villagers.", "14 villagers"),
        ("The driver swerved and killed 3 people.", "3 people"),
        ("The shell fell in a yard and killed four people; it could have killed dozens.", "four people"),
        ("The men who planned to rob the bank killed 3 guards.", "3 guards"),
    ],
)
def test_what_is_judged_to_have_happened_is_claimed(text: str, figure: str) -> None:
    assert claimed(extract_article(article(text))) == [figure]


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The army claimed without evidence that ten men had died.", "without evidence", "doubts"),
        ("Without offering evidence, the army said ten men had died.", "Without offering evidence", "doubts"),
        ("The army said, without giving any proof, that ten men had died.", "without giving any proof", "doubts"),
        ("The army said ten men had died. It offered no proof.", "offered no proof", "doubts"),
        ("The army said ten men had been killed but offered no proof.", "offered no proof", "doubts"),
        ("The army said its drones killed ten men, without giving any proof.", "without giving any proof", "doubts"),
        ("The army said ten men had died. It did not provide evidence.", "provide evidence", "doubts"),
        (
            "The army said ten men had died. The claim could not be verified.",
            "The claim could not be verified",
            "unknown",
        ),
        ("The army said ten men had died. This could not be confirmed.", "This could not be confirmed", "unknown"),
    ],
)
def test_an_outlets_doubt_is_its_own_and_answers_the_claim(text: str, words: str, stance: str) -> None:
    extraction = extract_article(article(text))
    (said,) = (claim for claim in extraction.claims if claim.source_name == "army")
    (doubt,) = (claim for claim in extraction.claims if claim.source_kind == "narrator")
    assert (doubt.text, doubt.stance, doubt.answers) == (words, stance, said.claim_id)
    assert said.stance == "asserts"
    assert claimed(extraction) == ["ten men"]


@pytest.mark.parametrize(
    "text",
    [
        "The man was released without evidence.",
        "The lawyers offered no evidence.",
        "The claim could not be verified.",
    ],
)
def test_where_nobody_claimed_anything_no_doubt_is_told(text: str) -> None:
    assert not [claim for claim in extract_article(article(text)).claims if claim.stance in ("doubts", "unknown")]


def test_a_doubt_told_by_a_source_is_not_the_outlets() -> None:
    text = "The rebels said ten men had died. Police said the claim could not be verified."
    extraction = extract_article(article(text))
    assert {claim.source_name for claim in extraction.claims} == {"rebels", "police"}
