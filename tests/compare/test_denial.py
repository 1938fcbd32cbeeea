"""What is denied, by whom, and what is none."""

import pytest

from tests.compare.told import MEDICS, POLICE, RUSSIA, UKRAINE, conflicts, count, rows, said

HIT = ("happened", "yes")
NOT_HIT = ("happened", "yes", "denied")


def test_a_source_denies_that_it_happened():
    (row,) = conflicts(said(accounts=[HIT], **UKRAINE), said(accounts=[NOT_HIT], **RUSSIA))
    assert (row.kind, row.rule, row.left_source, row.right_source) == ("denial", "denial", "Kyiv", "Moscow")
    assert row.left_account_id
    assert row.right_account_id


def test_a_stance_of_denial_denies_the_accounts_of_its_claim():
    told = (
        said(accounts=[("agent", "Russia")], **UKRAINE),
        said(accounts=[("agent", "Russia")], stance="denies", **RUSSIA),
    )
    (row,) = conflicts(*told)
    assert (row.kind, row.left_value, row.right_value) == ("denial", "Russia", "not Russia")


def test_a_denied_figure():
    told = said(count(24), **UKRAINE), said(count(24), stance="denies", **RUSSIA)
    (row,) = conflicts(*told)
    assert (row.kind, row.measure) == ("denial", "killed")


def test_an_answer_to_a_claim():
    stated = said(text="the mall was full", **UKRAINE, article_id="art-a")
    answer = said(
        text="it was not so", stance="denies", answers=stated.claim.claim_id, **RUSSIA, article_id="art-a", start=40
    )
    (row,) = conflicts(stated, answer)
    assert (row.kind, row.left_claim_id, row.right_claim_id) == ("denial", stated.claim.claim_id, answer.claim.claim_id)


def test_the_article_confirms_and_the_denial_stays_its_speakers():
    told = (
        said(accounts=[HIT], source_name="The Daily"),
        said(accounts=[HIT], **UKRAINE),
        said(accounts=[NOT_HIT], **RUSSIA),
    )
    (row,) = conflicts(*told)
    assert row.right_source == "Moscow"
    assert row.left_source == "Kyiv and The Daily (its own words)"


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([said(accounts=[HIT], **UKRAINE), said(text="silence", **RUSSIA)], id="silence"),
        pytest.param([said(accounts=[NOT_HIT], **RUSSIA)], id="nobody asserts it"),
        pytest.param([said(accounts=[HIT], **UKRAINE), said(accounts=[NOT_HIT], **UKRAINE)], id="one side says both"),
        pytest.param(
            [said(accounts=[HIT], **UKRAINE), said(accounts=[HIT], stance="unknown", **RUSSIA)], id="cannot confirm"
        ),
        pytest.param(
            [said(accounts=[HIT], incident_id="inc-b", **UKRAINE), said(accounts=[NOT_HIT], **RUSSIA)], id="elsewhere"
        ),
        pytest.param(
            [said(count(24), **POLICE), said(count(24), stance="unknown", **MEDICS)], id="figure not confirmed"
        ),
        pytest.param(
            [said(count(14, measure="age"), **POLICE), said(count(14, measure="age"), stance="denies", **MEDICS)],
            id="a bare number",
        ),
    ],
)
def test_no_denial(told):
    assert rows(*told) == ()


@pytest.mark.parametrize(
    ("text", "source", "denied"),
    [
        ("it was not so", "the mayor", True),
        ("that the charges should stand", "the mayor", False),
        ("the release on bail", "Amal Noor", False),
        ("it was not so", "Judge Amal Noor", False),
    ],
)
def test_a_refusal_denies_nobody(text, source, denied):
    stated = said(text="the mall was full", **UKRAINE, article_id="art-a")
    answer = said(
        text=text, stance="denies", answers=stated.claim.claim_id, **RUSSIA, article_id="art-a", start=40, source=source
    )
    assert bool(conflicts(stated, answer)) is denied
