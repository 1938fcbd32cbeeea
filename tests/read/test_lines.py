"""Are lines of print joined to the paragraphs a reader sees?"""

import pytest

from tests.clock import seconds
from tracker.read.layout import Block
from tracker.read.lines import HYPHEN, Line, find_paragraphs

STEP, HEIGHT = 0.016, 0.014


def page(*lines: str, number: int = 0, top: float = 0.85, left: float = 0.1, height: float = HEIGHT) -> list[Line]:
    """Lines under one another, a hundredth of the page a letter; two blanks at the start are an indent, "" is a gap."""
    return [
        Line(
            words=words.strip(),
            page=number,
            left=left + 0.01 * (len(words) - len(words.lstrip())),
            right=left + 0.01 * len(words),
            bottom=top - STEP * row - height,
            top=top - STEP * row,
        )
        for row, words in enumerate(lines)
        if words
    ]


def words(lines: list[Line]) -> list[str]:
    return [block.words for block in find_paragraphs(lines)]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (
            ["A blast on a quay killed nine dockers", "on Tuesday.", "", "The navy blamed a mine."],
            ["A blast on a quay killed nine dockers on Tuesday.", "The navy blamed a mine."],
        ),
        (
            [
                "  A blast on a quay killed nine dockers",
                "on Tuesday.",
                "  The navy blamed a drifting mine, it",
                "said.",
            ],
            ["A blast on a quay killed nine dockers on Tuesday.", "The navy blamed a drifting mine, it said."],
        ),
        (
            ["A blast on a quay killed nine dockers.", "It fell.", "The navy blamed a drifting mine for it."],
            ["A blast on a quay killed nine dockers. It fell.", "The navy blamed a drifting mine for it."],
        ),
        (
            ["A blast on a quay killed nine dock" + HYPHEN, "ers on Tuesday, the mayor said there."],
            ["A blast on a quay killed nine dockers on Tuesday, the mayor said there."],
        ),
        (
            ["The civil-military dock, a civil" + HYPHEN, "military one, was closed on the day."],
            ["The civil-military dock, a civil-military one, was closed on the day."],
        ),
        (["• nine dead in the blast on the quay", "  and three hurt", "• ten hurt"], None),
    ],
)
def test_where_a_paragraph_ends(lines: list[str], paragraphs: list[str] | None) -> None:
    hanging = ["• nine dead in the blast on the quay and three hurt", "• ten hurt"]
    assert words(page(*lines)) == (paragraphs or hanging)


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    left = page("The mayor said that nine dockers had", "died on the quay, and that three", left=0.05)
    right = page("were in hospital, among them the man", "who had tied up the ship for Captain", left=0.55)
    after = page("Ruiz, its master.", number=1, left=0.05)
    assert words([*left, *right, *after]) == [
        "The mayor said that nine dockers had died on the quay, and that three were in hospital, among them the man "
        "who had tied up the ship for Captain Ruiz, its master."
    ]


def test_running_titles_and_page_numbers_are_no_text() -> None:
    lines: list[Line] = []
    for number in range(3):
        lines += page(f"Harbour Office, page {number + 1} of 3", number=number, top=0.97)
        lines += page(f"On quay {number} a blast killed nine dockers.", number=number)
        lines += page(f"- {number + 1} -", number=number, top=0.05)
    assert words(lines) == [f"On quay {number} a blast killed nine dockers." for number in range(3)]


def test_a_title_at_the_top_of_one_page_stays() -> None:
    assert words([*page("Blast kills nine", top=0.97), *page("A blast killed nine dockers.")])[0] == "Blast kills nine"


def test_the_largest_words_of_the_first_page_are_the_headline() -> None:
    lines = [
        *page("Press release"),
        *page("Blast kills nine", "on the north quay", top=0.8, height=0.03),
        *page("A blast on a quay killed nine dockers", "on Tuesday, the harbour master said.", top=0.7),
    ]
    assert Block(words="Blast kills nine on the north quay", kind="headline") in find_paragraphs(lines)


def test_letters_of_one_size_have_no_headline() -> None:
    assert {block.kind for block in find_paragraphs(page("Blast", "", "A blast killed nine dockers."))} == {""}


def test_no_lines_are_no_paragraphs() -> None:
    assert find_paragraphs([]) == ()


def test_a_long_document_takes_time_in_proportion() -> None:
    def document(pages: int) -> list[Line]:
        text = ["A blast on a quay killed nine dockers, it said."] * 40
        return [line for number in range(pages) for line in page(*text, number=number)]

    few, many = document(30), document(120)
    assert seconds(lambda: find_paragraphs(many)) < 12 * max(0.02, seconds(lambda: find_paragraphs(few)))
