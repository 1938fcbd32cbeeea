"""Which sentences go on with what a source said, without a cue of their own?"""

import pytest

from tests.extract.passages import passages
from tests.factory import article
from tracker.extract import extract_article
from tracker.extract.drafts import GOING_ON, draft_claims
from tracker.extract.frames import find_frames
from tracker.extract.going_on import going_on
from tracker.extract.quotations import find_quotations


def following(text: str) -> list[tuple[str, str]]:
    """Speaker and words of each sentence that only goes on."""
    parsed = passages(text)
    quotations = [find_quotations(each.doc.text, each.start) for each in parsed]
    frames = [find_frames(each, quoted) for each, quoted in zip(parsed, quotations, strict=True)]
    found = going_on(parsed, draft_claims(parsed, frames, quotations))
    return [(draft.speaker.name if draft.speaker else "", text[draft.start : draft.end]) for draft in found]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The navy said it fired two missiles at the port. The missiles sank a tanker.",
            "navy",
            "The missiles sank a tanker.",
        ),
        (
            "The navy said it fired missiles at the port. The two missiles sank a tanker.",
            "navy",
            "The two missiles sank a tanker.",
        ),
        # in the next paragraph
        (
            "A man was hit by a tram, police said.\nThe man died in hospital.",
            "police",
            "The man died in hospital.",
        ),
        (
            "According to the coastguard, a ferry had lost power. The ferry was carrying 40 people.",
            "coastguard",
            "The ferry was carrying 40 people.",
        ),
    ],
)
def test_a_definite_subject_takes_up_what_the_source_named_first(text: str, speaker: str, said: str) -> None:
    assert following(text) == [(speaker, said)]


@pytest.mark.parametrize(
    "text",
    [
        # the thing was known before the source spoke of it
        "The navy said the missiles were its own. The missiles sank a tanker.",
        "The mayor said her driver was hurt. The driver left on foot.",
        # another thing, or a further one
        "The navy said it fired two missiles at the port. The ferry sank.",
        "The navy said it fired two missiles at the port. The other missiles sank a tanker.",
        "The navy said it fired a missile at the port. The second missile sank a tanker.",
        # the article tells it: what is so, what was so on a day, what it narrows down itself
        "The navy said it fired two missiles at the port. The missiles are made in Norway.",
        "The navy said it fired two missiles at the port. The missiles fell on 3 March 2019.",
        "The navy said it fired two missiles at the port. The missiles that fell on Monday sank a tanker.",
        # everybody knows of the happening itself
        "The navy said a fire broke out. The fire killed ten people.",
        # a turn of its own, and a speaker of its own
        "The navy said it fired two missiles at the port. However, the missiles sank a tanker.",
        "The navy said it fired two missiles at the port. The missiles sank a tanker, the mayor said.",
        # what footage shows the article tells, and a quotation keeps its marks
        "The video shows two missiles over the port. The missiles sank a tanker.",
        "“We fired two missiles at the port,” the navy said. The missiles sank a tanker.",
        # nothing said before, or not right before
        "The navy fired two missiles at the port. The missiles sank a tanker.",
        "The navy said it fired two missiles at the port. It was dark. The missiles sank a tanker.",
        # denied words tell of no missiles
        "The navy denied it fired two missiles at the port. The missiles sank a tanker.",
    ],
)
def test_everything_else_without_a_cue_stays_the_articles_own_voice(text: str) -> None:
    assert following(text) == []


def test_the_figure_of_such_a_sentence_is_its_speakers_and_marked() -> None:
    told = extract_article(
        article("The navy said it hit two boats at the port. The boats lost nine sailors, all killed.")
    )
    claim = next(claim for claim in told.claims if claim.rule == "goes on")
    assert (claim.source_name, claim.source, claim.cue, claim.confidence) == ("navy", "", "", GOING_ON)
    assert {figure.text for figure in told.figures if figure.claim_id == claim.claim_id} >= {"nine sailors"}
