"""Who is meant by a mention?"""

import pytest

from tests.extract.passages import passages
from tracker.extract.frames import find_frames
from tracker.extract.quotations import find_quotations
from tracker.extract.sources import Cast, Speaker, resolve


def speakers(text: str) -> list[Speaker]:
    """The speakers of a text's attributions, in order."""
    cast = Cast()
    return [
        resolve(frame, cast)
        for passage in passages(text)
        for frame in find_frames(passage, find_quotations(passage.doc.text, passage.start))
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Ann Lee said it burned. She said it was over.", ["Ann Lee", "Ann Lee"]),
        ("Mayor Ann Lee said it burned. Lee said it was over.", ["Ann Lee", "Ann Lee"]),
        ("Mr Dan Brown said it burned. Mr Brown said it was over.", ["Dan Brown", "Dan Brown"]),
        ("Mayor Ann Lee said it burned. The mayor said it was over.", ["Ann Lee", "Ann Lee"]),
        ("The Iraqi army said it burned. The army said it was over.", ["Iraqi army", "Iraqi army"]),
        ("The Iraqi army said it burned. It said nobody fell.", ["Iraqi army", "Iraqi army"]),
        ("The doctors said he fell. They said he was ill.", ["doctors", "doctors"]),
        ("He said it burned.", ["He"]),
        ("It was reported that it burned.", [""]),
        ("Police said it burned. A man said it was over.", ["police", "man"]),
        ("A report said it burned. The source said it was over.", ["report", "report"]),
        ("The ministry of defence said it burned.", ["defence ministry"]),
        ("Russia's defense ministry said it burned.", ["Russian defence ministry"]),
        ("The Russian Defence Ministry said it burned.", ["Russian defence ministry"]),
        ("Tehran said it burned.", ["Iran"]),
        ("The White House said it burned.", ["United States"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [speaker.name for speaker in speakers(text)] == names


@pytest.mark.parametrize(
    ("text", "kind", "party"),
    [
        ("The Kenyan police said it burned.", "police", "Kenya"),
        ("The Turkish foreign minister Ali Kaya said it burned.", "official", "Turkey"),
        ("Spokeswoman Maria Ruiz of the Spanish army said it burned.", "official", "Spain"),
        ("Manila said it burned.", "official", "Philippines"),
        ("Peskov said it burned.", "person", "Russia"),
        ("Dan Brown said it burned.", "person", ""),
        ("The hospital said it burned.", "medic", ""),
        ("The governor of Texas said it burned.", "official", "United States"),
        ("Crimea's Moscow-appointed governor said it burned.", "official", "Russia"),
        ("A Brazilian newspaper said it burned.", "media", "Brazil"),
    ],
)
def test_kind_and_party(text: str, kind: str, party: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.kind, speaker.party) == (kind, party)


@pytest.mark.xfail(strict=True, reason="a pronoun does not find an office that only a person holds")
def test_he_is_the_mayor() -> None:
    assert [speaker.name for speaker in speakers("The mayor said it burned. He said it was over.")] == [
        "mayor",
        "mayor",
    ]


def test_footage_is_not_who_they_are() -> None:
    found = speakers("The firefighters said it burned. Footage showed that it fell. They said nobody was hurt.")
    assert [speaker.name for speaker in found] == ["firefighters", "footage", "firefighters"]
