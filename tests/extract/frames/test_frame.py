"""Where does a frame's attribution stand?"""

from tests.extract.passages import frames, printed


def test_start_and_end_are_of_the_words_said_and_the_hull_is_of_source_and_cue() -> None:
    text = "“It burned down,” the mayor said. “All night long.”"
    (frame,) = frames(text)
    assert text[frame.start : frame.end] == "It burned down,” the mayor said. “All night long."
    assert printed(frame.passage, frame.hull) == "the mayor said"


def test_without_a_source_the_hull_is_the_cue() -> None:
    (frame,) = frames("It was reported that the ferry sank.")
    assert frame.hull == frame.cue_span
