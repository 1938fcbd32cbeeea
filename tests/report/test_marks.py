from hypothesis import given
from hypothesis import strategies as st

from tracker.model import Span
from tracker.report.article_pages import Mark, Stretch
from tracker.report.marks import Placed, lay

TEXT = "abcdefghijklmnopqrstuvwxyz"


def placed(name: str, start: int, end: int) -> Placed:
    return Placed(span=Span(start=start, end=end), mark=Mark(kind="claim", anchor=name))


def written(*marks: Placed, start: int = 0, end: int = 10) -> str:
    """The stretches as a line: <a …> opens a, <…> takes a mark up again."""
    found = lay(TEXT, Span(start=start, end=end), marks)
    return "".join(_line(each) for each in found)


def _line(stretch: Stretch) -> str:
    return "".join(f"<{mark.anchor}" for mark in stretch.opens) + stretch.text + ">" * stretch.closes


def test_marks_nest_where_they_nest() -> None:
    assert written(placed("1", 0, 8), placed("2", 2, 5)) == "<1ab<2cde>fgh>ij"


def test_the_longer_of_two_that_begin_together_is_outside() -> None:
    assert written(placed("2", 0, 3), placed("1", 0, 5)) == "<1<2abc>de>fghij"


def test_marks_that_cross_are_broken_and_taken_up_again_without_their_id() -> None:
    assert written(placed("1", 0, 4), placed("2", 2, 6)) == "<1ab<2cd>><ef>ghij"


def test_a_mark_is_clipped_to_its_paragraph() -> None:
    assert written(placed("1", 0, 26), placed("2", 20, 22), start=5, end=8) == "<1fgh>"


@given(st.lists(st.tuples(st.integers(0, 26), st.integers(0, 26)), max_size=8))
def test_every_letter_is_kept_and_lies_under_its_marks(ends: list[tuple[int, int]]) -> None:
    spans = [Span(start=min(pair), end=max(pair)) for pair in ends]
    marks = [Placed(span=span, mark=Mark(kind=f"k{i}", anchor=f"a{i}")) for i, span in enumerate(spans)]
    stack: list[str] = []
    covered: dict[str, str] = {}
    anchors: list[str] = []
    text = ""
    for stretch in lay(TEXT, Span(start=0, end=26), marks):
        stack += [mark.kind for mark in stretch.opens]
        anchors += [mark.anchor for mark in stretch.opens if mark.anchor]
        for kind in stack:
            covered[kind] = covered.get(kind, "") + stretch.text
        text += stretch.text
        del stack[len(stack) - stretch.closes :]
    assert (text, stack) == (TEXT, [])
    assert sorted(anchors) == sorted(f"a{i}" for i, span in enumerate(spans) if span.start < span.end)
    assert covered == {f"k{i}": TEXT[s.start : s.end] for i, s in enumerate(spans) if s.start < s.end}
