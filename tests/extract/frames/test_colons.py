"""Is what stands before a headline's colon a speaker?"""

import pytest

from tests.extract.passages import frames, told


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Police: 12 dead in ferry fire", [("Police", ":", ["12 dead in ferry fire"])]),
        ("UN official: thousands fled Darfur", [("UN official", ":", ["thousands fled Darfur"])]),
        ("Kenyan minister: floods killed 70", [("Kenyan minister", ":", ["floods killed 70"])]),
        ("Ferry fire: 12 dead", []),
        ("Live updates: storm nears coast", []),
        ("What we know about the sinking of the old ferry: 12 dead", []),
        (": police", []),
        ("Police:", []),
    ],
)
def test_colon_headlines(headline: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(frames(headline, zone="headline")) == expected


def test_in_a_paragraph_a_colon_says_nothing_by_itself() -> None:
    assert told(frames("Police: 12 dead in ferry fire")) == []
