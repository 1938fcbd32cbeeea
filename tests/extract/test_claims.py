"""Can every claim be traced to characters of its article, and are its ids the same every time?"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article
from tracker.extract import Extraction, extract_article
from tracker.model import Article, Claim, Span


def claims(text: str) -> list[Claim]:
    return list(extract_article(article(text)).claims)


def only(text: str) -> Claim:
    (found,) = claims(text)
    return found


SENTENCES = st.sampled_from(
    [
        "The mayor said ten people died.",
        "“Nine people fell ill on Friday,” the doctor said. “Two died.”",
        "“Nine people fell ill,” she said. “We go on.",
        "“Six more are in hospital,” he added.",
        "According to the Kenyan police, 40 people were detained in Nairobi on Monday.",
        "Russia rejected Ukraine's claim of two dead.",
        "Russia said no ship was hit, but satellite images suggest otherwise.",
        "A missile strike killed six people in Odesa on Thursday, in answer to Friday's attack on Belgorod.",
        "It killed 3330,000 people.",
        "Nobody spoke.",
        "At least 20 were hurt; medics said 30.",
    ]
)
ARTICLES = (
    st.lists(st.lists(SENTENCES, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=3)
    .map("\n".join)
    .map(article)
)


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_everything_stands_on_words_of_the_article(made: Article) -> None:
    extraction = extract_article(made)
    held = {claim.claim_id: claim for claim in extraction.claims}
    assert len(held) == len(extraction.claims)
    for claim in extraction.claims:
        stands(made, claim)
    for figure in extraction.figures:
        claim = held[figure.claim_id]
        assert made.text[figure.start : figure.end] == figure.text
        assert claim.start <= figure.start < figure.end <= claim.end
        assert figure.low <= figure.high
    for account in extraction.accounts:
        assert made.text[account.start : account.end] == account.text
        assert account.claim_id in held


def stands(made: Article, claim: Claim) -> None:
    """Words, source, cue and pieces of a claim where it says they are."""
    assert made.text[claim.start : claim.end] == claim.text != ""
    assert claim.text == claim.text.strip()
    for start, end, words in (
        (claim.source_start, claim.source_end, claim.source),
        (claim.cue_start, claim.cue_end, claim.cue),
    ):
        assert (made.text[start:end] == words) if words else (start, end) == (-1, -1)
    whole = Span(start=claim.start, end=claim.end)
    assert all(whole.holds(piece) for piece in claim.fragments)
    assert (claim.source_kind == "narrator") == (claim.quotation == "none")
    assert claim.date_from <= claim.date_to
    assert claim.scene.startswith(f"{made.article_id}/")


@settings(max_examples=10, deadline=None)
@given(ARTICLES)
def test_the_same_article_gives_the_same_claims(made: Article) -> None:
    assert extract_article(made) == extract_article(replace(made))


@settings(max_examples=15, deadline=None)
@given(ARTICLES)
def test_a_figure_goes_to_one_claim_and_it_is_the_innermost(made: Article) -> None:
    extraction = extract_article(made)
    for figure in extraction.figures:
        same = [other for other in extraction.figures if (other.start, other.measure) == (figure.start, figure.measure)]
        assert len({other.claim_id for other in same}) == 1


def figures_of(claim: Claim, extraction: Extraction) -> list[str]:
    return [figure.text for figure in extraction.figures if figure.claim_id == claim.claim_id]


def test_figures_go_to_the_innermost_claim() -> None:
    extraction = extract_article(article("Police said six people were hurt and that doctors said ten people had died."))
    found = {claim.source_name: figures_of(claim, extraction) for claim in extraction.claims}
    assert found == {"police": ["six people"], "doctors": ["ten people"]}


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("“Ten people died here,” the mayor said.", "direct"),
        ("The mayor said ten people died.", "indirect"),
        ("The mayor said ten people “died in vain” there.", "mixed"),
        ("Ten people died.", "none"),
        ("''Ten people died here,'' the mayor said.", "direct"),
        ("‘Ten people died here,’ the mayor said.", "direct"),
    ],
)
def test_how_it_is_quoted(text: str, quotation: str) -> None:
    assert only(text).quotation == quotation


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The army said a missile hit the oil refinery.", "oil refinery"),
        ("The army said the bridge was destroyed.", "bridge"),
        ("The army said ten people died.", ""),
    ],
)
def test_what_was_hit(text: str, target: str) -> None:
    assert only(text).target == target


def test_the_articles_own_voice_is_the_publishers() -> None:
    claim = only("Ten people died.")
    assert (claim.source, claim.source_name, claim.source_kind, claim.party) == ("", "The Daily", "narrator", "")


def test_local_bodies_speak_for_the_country_they_serve_in() -> None:
    assert only("Police said an explosion in Nairobi killed ten people.").party == "Kenya"


def test_who_says_that_somebody_is_behind_it_blames() -> None:
    assert only("Pakistan said that India was behind the attack.").stance == "blames"


def test_an_answer_names_the_claim_it_answers() -> None:
    first, second = claims("Russia said no ship was hit, but satellite images suggest otherwise.")
    assert second.answers == first.claim_id


def test_a_claim_of_two_happenings_is_told_once_for_each() -> None:
    text = "An attack in Kabul on Monday killed ten people, and an attack in Kandahar on Tuesday killed three."
    found = claims(text)
    assert {claim.text for claim in found} == {text}
    assert len({claim.scene for claim in found}) == len({claim.claim_id for claim in found}) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ten people died in Monday's attack, police said on Thursday.", "2024-03-14"),
        ("Police said on Thursday that ten people had died.", "2024-03-14"),
        ("Police said ten people had died on Monday.", "2024-03-15"),
        ("On Thursday, police said ten people had died.", "2024-03-14"),
        ("Ten people died on Monday.", "2024-03-15"),
    ],
)
def test_when_it_was_said_is_the_cues_own_day(text: str, said: str) -> None:
    assert only(text).said_at == said
