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
        ("Kenya-Somalia war: 12 dead in border town", []),
        ("12 dead in ferry fire: police", [("police", ":", ["12 dead in ferry fire"])]),
        ("Officers killed in port: Kenyan military", [("Kenyan military", ":", ["Officers killed in port"])]),
        ("12 dead in ferry fire - ministry", [("ministry", "-", ["12 dead in ferry fire"])]),
        ("12 dead in ferry fire – 3 missing", []),
        ("Fire-fighter honoured after rescue", []),
        ("Live updates: storm nears coast", []),
        ("What we know about the sinking of the old ferry: 12 dead", []),
        (": police", []),
        ("Police:", []),
    ],
)
def test_colon_headlines(headline: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(frames(headline, zone="headline")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MAYOR: The dam is dry.", [("MAYOR", ":", ["The dam is dry"])]),
        ("ANN LEE: The dam is dry.", [("ANN LEE", ":", ["The dam is dry"])]),
        ("UPDATE: The dam is dry.", []),
        ("UPDATED: 3 March 2024", []),
        ("LIMA: The dam is dry.", []),
        ("Mayor: The dam is dry.", []),
        ("MAYOR:", []),
    ],
)
def test_the_speaker_of_a_transcript_stands_in_capitals(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(frames(text)) == expected


def test_in_a_paragraph_a_colon_says_nothing_by_itself() -> None:
    assert told(frames("Police: 12 dead in ferry fire")) == []
