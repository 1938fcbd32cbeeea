"""Which words are cues, what do they take, and what stance do they carry?"""

from collections.abc import Callable

import pytest

from tests.extract.passages import token
from tracker.extract.cues import is_claim_noun, is_evidence_verb, is_negated, lemma_of, stance_of, takes


@pytest.mark.parametrize(
    ("text", "word", "stance"),
    [
        ("The mayor said it.", "said", "asserts"),
        ("The mayor denied it.", "denied", "denies"),
        ("The mayor did not deny it.", "deny", "unknown"),
        ("The mayor didn't confirm it.", "confirm", "unknown"),
        ("The mayor never said it.", "said", "unknown"),
        ("The mayor does not dare say it.", "say", "unknown"),
        ("The mayor blamed the rain.", "blamed", "blames"),
        ("The mayor conceded it.", "conceded", "concedes"),
        ("The mayor doubted it.", "doubted", "doubts"),
        ("The mayor estimated it.", "estimated", "estimates"),
        ("The mayor demanded it.", "demanded", "unknown"),
        ("The mayor tweeted it.", "tweeted", "asserts"),
        ("The mayor's denial of it stood.", "denial", "denies"),
        ("The mayor's estimate of ten stood.", "estimate", "estimates"),
        ("The mayor rejected it.", "rejected", "denies"),
    ],
)
def test_stance(text: str, word: str, stance: str) -> None:
    assert stance_of(token(text, word)) == stance


@pytest.mark.parametrize(
    ("lemma", "clause", "noun", "listed"),
    [
        ("say", True, False, True),
        ("report", True, True, True),
        ("chirp", True, False, False),
        ("be", False, False, False),
    ],
)
def test_complements(lemma: str, clause: bool, noun: bool, listed: bool) -> None:
    found = takes(lemma)
    assert (found.clause, found.object, found.listed) == (clause, noun, listed)


@pytest.mark.parametrize(("lemma", "preposition"), [("accuse", "of"), ("call", "for"), ("put", "at"), ("rule", "out")])
def test_prepositions(lemma: str, preposition: str) -> None:
    assert preposition in takes(lemma).prepositions


def test_the_lexicon_names_the_lemma_of_a_form_the_parser_took_for_a_noun() -> None:
    assert lemma_of(token("Ten died, local media reports.", "reports")) == "report"


@pytest.mark.parametrize(
    ("text", "word", "expected"), [("He has not said so.", "said", True), ("He said so.", "said", False)]
)
def test_negation(text: str, word: str, expected: bool) -> None:
    assert is_negated(token(text, word)) is expected


@pytest.mark.parametrize(
    ("is_one", "yes", "no"), [(is_evidence_verb, "show", "hope"), (is_claim_noun, "claim", "table")]
)
def test_words_of_evidence_and_of_saying(is_one: Callable[[str], bool], yes: str, no: str) -> None:
    assert is_one(yes)
    assert not is_one(no)
