"""Does a paragraph give each cue once, in order, and in time that grows with its length?"""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clock import seconds
from tests.extract.passages import frames, passage
from tracker.extract.frames import find_frames
from tracker.extract.quotations import find_quotations

SENTENCES = st.sampled_from(
    [
        "The mayor said ten people died.",
        "“We saw it all,” he said. “It was loud.”",
        "Nine people, according to police, were hurt.",
        "Russia rejected Ukraine's claim of two dead.",
        "Nobody spoke.",
        "An open “quotation that never ends",
        "State media reports, police say.",
    ]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_frames_come_in_order_and_keep_to_their_paragraph(sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = frames(text)
    starts = [frame.cue_span.start for frame in found]
    assert starts == sorted(set(starts))
    for frame in found:
        assert all(0 <= piece.start < piece.end <= len(text) for piece in frame.fragments)
        assert all(left.end <= right.start for left, right in pairwise(frame.fragments))


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "( ",
        "“a b c d e f” he said. ",
        "said ",
        "according to police, ",
        "according to police, but ",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = (finding(piece * (n // len(piece))) for n in (1000, 4000))
    assert long < 12 * max(short, 0.01)


def finding(text: str) -> float:
    """How long frames take once the text is parsed."""
    parsed, quotations = passage(text), find_quotations(text)
    return seconds(lambda: find_frames(parsed, quotations))
