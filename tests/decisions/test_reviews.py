"""A discrepancy is as people left it, until the words behind it change."""

from dataclasses import replace

import pytest

from tests.factory import claim, killed
from tracker.decisions import decide, evidence_of, review
from tracker.model import Claim, Decision, Discrepancy, Figure

MINISTRY = claim("20 people were killed, the ministry said", source_name="The ministry")
GOVERNOR = claim("12 people died, the governor said", source_name="The governor", start=90)
TWENTY, TWELVE = killed(20, of=MINISTRY), killed(12, of=GOVERNOR)
CLASH = Discrepancy(
    discrepancy_id="dis-a",
    incident_id="inc-a",
    kind="figure",
    relation="conflict",
    measure="killed",
    left_claim_id=MINISTRY.claim_id,
    right_claim_id=GOVERNOR.claim_id,
    left_figure_id=TWENTY.figure_id,
    right_figure_id=TWELVE.figure_id,
)
CLAIMS, FIGURES = (MINISTRY, GOVERNOR), (TWENTY, TWELVE)


def shown(
    discrepancy: Discrepancy = CLASH, claims: tuple[Claim, ...] = CLAIMS, figures: tuple[Figure, ...] = FIGURES
) -> tuple[str, ...]:
    by_figure = {each.figure_id: each for each in figures}
    return evidence_of(discrepancy, {each.claim_id: each for each in claims}, by_figure)


def dismissed(by: str = "Ana", **more: str | tuple[str, ...]) -> Decision:
    given = {"reason": "an older count", "reviewer": by, "decided_at": "2024-03-16", "evidence": shown()} | more
    return decide("dismiss", ["dis-a"], **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "state"), [("confirm", "confirmed"), ("dismiss", "dismissed"), ("resolve", "resolved")]
)
def test_a_decision_gives_its_state_with_who_when_and_why(kind: str, state: str) -> None:
    made = decide(kind, ["dis-a"], reason="why", reviewer="Ana", decided_at="2024-03-16", evidence=shown())
    found = review([CLASH], CLAIMS, FIGURES, [made])["dis-a"]
    assert (found.state, found.reason, found.reviewer, found.note) == (state, "why", "Ana", "")
    assert found.decided_at.startswith("2024-03-16")
    assert found.decisions == (made.decision_id,)


def test_without_a_decision_it_is_open() -> None:
    assert review([CLASH], CLAIMS, FIGURES, [])["dis-a"].state == "open"
    other = decide("confirm", ["dis-elsewhere"])
    assert review([CLASH], CLAIMS, FIGURES, [other])["dis-a"].state == "open"


def test_new_words_open_it_again_and_it_says_so() -> None:
    mayor = claim("at least 12 dead, the mayor said", source_name="The mayor", start=300)
    grown = replace(CLASH, right_claims=(GOVERNOR.claim_id, mayor.claim_id))
    found = review([grown], (*CLAIMS, mayor), FIGURES, [dismissed()])["dis-a"]
    assert found.state == "re-opened"
    assert found.note == "It was dismissed by Ana on 2024-03-16; since then 1 statement is new."


def test_other_words_open_it_again() -> None:
    later = replace(GOVERNOR, text="13 people died, the governor said")
    found = review([CLASH], (MINISTRY, later), FIGURES, [dismissed()])["dis-a"]
    assert found.state == "re-opened"
    assert "1 statement is new, 1 statement is no longer there or worded otherwise" in found.note


def test_another_figure_in_the_same_words_opens_it_again() -> None:
    found = review([CLASH], CLAIMS, (TWENTY, replace(TWELVE, text="a dozen")), [dismissed()])["dis-a"]
    assert found.state == "re-opened"


def test_a_copy_brings_no_new_words() -> None:
    copy = replace(GOVERNOR, claim_id="clm-copy", article_id="art-copy")
    figure = replace(TWELVE, figure_id="fig-copy", claim_id="clm-copy")
    sides = {"right_claims": (GOVERNOR.claim_id, "clm-copy"), "right_figures": (TWELVE.figure_id, "fig-copy")}
    grown = replace(CLASH, **sides)
    assert review([grown], (*CLAIMS, copy), (*FIGURES, figure), [dismissed()])["dis-a"].state == "dismissed"


def test_a_decision_that_does_not_say_what_it_saw_stays() -> None:
    later = replace(GOVERNOR, text="13 people died, the governor said")
    assert review([CLASH], (MINISTRY, later), FIGURES, [dismissed(evidence=())])["dis-a"].state == "dismissed"


def test_desks_that_decided_unlike_without_knowing_are_told() -> None:
    other = decide("confirm", ["dis-a"], reviewer="Ben", decided_at="2024-03-17", evidence=shown())
    found = review([CLASH], CLAIMS, FIGURES, [dismissed(), other])["dis-a"]
    assert found.state == "re-opened"
    assert found.note == "Decided twice, and not alike: dismissed by Ana, confirmed by Ben."
    agreed = decide("dismiss", ["dis-a"], reviewer="Ben", decided_at="2024-03-17", evidence=shown())
    assert review([CLASH], CLAIMS, FIGURES, [dismissed(), agreed])["dis-a"].state == "dismissed"


def test_a_decision_follows_its_words_to_another_id() -> None:
    moved = replace(CLASH, discrepancy_id="dis-b", incident_id="inc-b")
    assert review([moved], CLAIMS, FIGURES, [dismissed()])["dis-b"].state == "dismissed"
    other = replace(moved, measure="injured")
    assert review([other], CLAIMS, FIGURES, [dismissed()])["dis-b"].state == "open"


def test_a_decision_that_follows_half_its_words_is_open_again() -> None:
    mayor = claim("31 dead, the mayor said", source_name="The mayor", start=300)
    moved = replace(CLASH, discrepancy_id="dis-b", right_claim_id=mayor.claim_id, right_figure_id="")
    assert review([moved], (*CLAIMS, mayor), FIGURES, [dismissed()])["dis-b"].state == "re-opened"


def test_a_decision_does_not_leave_a_discrepancy_that_is_still_there() -> None:
    twin = replace(CLASH, discrepancy_id="dis-b", incident_id="inc-b")
    found = review([CLASH, twin], CLAIMS, FIGURES, [dismissed()])
    assert (found["dis-a"].state, found["dis-b"].state) == ("dismissed", "open")
