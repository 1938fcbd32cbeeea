"""Which words of a paragraph stand between quotation marks?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We saw nothing,” he said.", ["We saw nothing,"]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("The mayor's office said the workers' union agreed.", []),
        ("He called it 'a disaster' twice.", ["a disaster"]),
        ("''Not us,'' the pilot's brother said.", ["Not us,"]),
        ("“This goes on and on", ["This goes on and on"]),
        ("A 6\" pipe burst near the 5' fence", []),
        ("„Niemals“, he said", ["Niemals"]),
        ("An “empty” “” pair", ["empty"]),
        ("‘It’s the town’s loss,’ he said", ["It’s the town’s loss,"]),
        # a closing mark of another kind, or none before who said it
        ("\"It burned all night,' the mayor said.", ["It burned all night,"]),
        ('“It burned all night," the mayor said.', ["It burned all night,"]),
        ("“It burned, he said. Then it rained.", ["It burned,"]),
        ("“It burned, said the mayor of the town. Then it rained.", ["It burned,"]),
        ("“They cried ‘fire,’ and ran", ["They cried ‘fire,’ and ran"]),
    ],
)
def test_quoted_words(text: str, quoted: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in find_quotations(text)] == quoted


def test_a_paragraph_that_never_closes_its_mark_is_open() -> None:
    assert [q.open for q in find_quotations("“One.” “Two")] == [False, True]


@given(st.text(alphabet="ab '\"“”‘’«»`.", max_size=60), st.integers(0, 9))
def test_quotations_are_ordered_and_never_overlap(text: str, start: int) -> None:
    end = start
    for quotation in find_quotations(text, start):
        assert end <= quotation.outer.start < quotation.span.start < quotation.span.end <= quotation.outer.end
        end = quotation.outer.end
    assert end <= start + len(text)
