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
