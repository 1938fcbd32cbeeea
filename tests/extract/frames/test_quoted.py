"""Which frame do quoted words lean on?"""

import pytest

from tests.extract.passages import frames, told

ENDS = ",”\"'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It burned all night,” he said.", [("he", ["It burned all night"])]),
        ("“It burned all night,” he said. “Nobody came.”", [("he", ["It burned all night", "Nobody came"])]),
        ("He said: “It burned all night.”", [("He", ["It burned all night"])]),
        ("The mayor told the BBC: “It burned all night.”", [("The mayor", ["It burned all night"])]),
        ("In a letter he said, “It burned all night.”", [("he", ["It burned all night"])]),
        ("''It burned all night,'' he said.", [("he", ["It burned all night"])]),
        ('"It burned all night," he said.', [("he", ["It burned all night"])]),
        (
            "“It burned all night,” he said. “It was hell itself,” she said.",
            [("he", ["It burned all night"]), ("she", ["It was hell itself"])],
        ),
        ("He waved. Above him hung a sign: “It burned all night.”", []),
    ],
)
def test_quotations_and_their_frames(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = told(frames(text))
    assert [(source, [piece.strip(ENDS) for piece in words]) for source, _, words in found] == expected


def test_no_frame_is_read_inside_quoted_words() -> None:
    assert [source for source, _, _ in told(frames("“The mayor said that it burned,” she recalled."))] == ["she"]


@pytest.mark.xfail(strict=True, reason="the closing mark stays where a clause and a quotation are made one")
@pytest.mark.parametrize(
    "text", ["“It burned all night,” he said.", '"It burned all night," he said.', "''It burned all night,'' he said."]
)
def test_the_marks_are_no_part_of_the_words(text: str) -> None:
    assert [words for _, _, words in told(frames(text))] == [["It burned all night,"]]
