"""Are mentions, cues and clauses cut where a reader would cut them?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.passages import passage, printed
from tracker.extract.frames.stretches import clause_around, cue_span, merge, noun_phrase, trim, without
from tracker.model import Span


@pytest.mark.parametrize(
    ("text", "word", "mention"),
    [
        ("The old mayor of Lima, who fled, spoke.", "mayor", "The old mayor of Lima"),
        ("Ann Lee, a nurse, spoke.", "Lee", "Ann Lee, a nurse"),
        ("The mayor, speaking in Lima, agreed.", "mayor", "The mayor"),
    ],
)
def test_a_mention_leaves_its_relative_clause(text: str, word: str, mention: str) -> None:
    found = passage(text)
    head = next(token for token in found.doc if token.text == word)
    assert printed(found, noun_phrase(found, head)) == mention


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("He has not said so.", "said", "has not said"),
        ("It was reported.", "reported", "was reported"),
        ("He ruled out a fire.", "ruled", "ruled out"),
    ],
)
def test_a_cue_takes_its_auxiliaries(text: str, word: str, cue: str) -> None:
    found = passage(text)
    verb = next(token for token in found.doc if token.text == word)
    assert printed(found, cue_span(found, verb)) == cue


def test_a_clause_of_contrast_is_another_stretch() -> None:
    found = passage("Ten people fell ill, police said, but two soon recovered.")
    (sentence,) = found.doc.sents
    verb = next(token for token in found.doc if token.text == "said")
    assert printed(found, clause_around(found, sentence, verb)).startswith("Ten people fell ill, police said")
    assert "recovered" not in printed(found, clause_around(found, sentence, verb))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" , nine died — ", "nine died"),
        ("“nine died”", "“nine died”"),
        ("$9 million,", "$9 million"),
        (", — ;", None),
        ("", None),
    ],
)
def test_trim(text: str, kept: str | None) -> None:
    found = passage(f"{text}." if text else "a")
    span = trim(found, Span(start=0, end=len(text)))
    assert (printed(found, span) if span is not None else None) == kept


def test_what_is_left_when_a_frame_is_cut_out() -> None:
    found = passage("The road, he said, was shut")
    pieces = without(found, Span(start=0, end=27), Span(start=10, end=17))
    assert [printed(found, piece) for piece in pieces] == ["The road", "was shut"]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda pair: Span(start=pair[0], end=sum(pair)))


@given(st.lists(SPANS, max_size=6))
def test_merged_spans_stand_apart_and_lose_nothing(spans: list[Span]) -> None:
    merged = merge(spans)
    assert all(left.end + 1 < right.start for left, right in pairwise(merged))
    assert all(any(whole.holds(span) for whole in merged) for span in spans)
    assert merge(merged) == merged
