"""Which nouns name a saying, and whose?"""

import pytest

from tests.extract.passages import frames, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's claim of one dead was mocked.", [("Russia", "claim", ["one dead"])]),
        ("The army's estimate of 500 dead rebels was mocked.", [("The army", "estimate", ["500 dead rebels"])]),
        (
            "A statement by the army that ten rebels fell was read out.",
            [("the army", "statement", ["that ten rebels fell"])],
        ),
        ("The army's claim is that ten rebels fell.", [("The army", "claim", ["that ten rebels fell"])]),
        ("The claim of one dead was mocked.", []),
        ("His claim that ten rebels fell was mocked.", [("His", "claim", ["that ten rebels fell"])]),
        ("The dog's claim of one dead was mocked.", []),
        ("The army's claim was mocked.", []),
        ("The insurance claim of the farm was large.", []),
    ],
)
def test_nouns_that_name_a_saying(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(frames(text)) == expected
