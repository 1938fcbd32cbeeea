"""Who is meant by a mention?"""

import pytest

from tests.extract.passages import passages
from tracker.extract.frames import find_frames
from tracker.extract.quotations import find_quotations
from tracker.extract.sources import Speaker, gather, resolve


def speakers(text: str) -> list[Speaker]:
    """The speakers of a text's attributions, in order."""
    parsed = passages(text)
    quotations = [find_quotations(each.doc.text, each.start) for each in parsed]
    cast = gather(parsed, quotations)
    return [
        resolve(frame, cast)
        for passage, quoted in zip(parsed, quotations, strict=True)
        for frame in find_frames(passage, quoted)
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
        ("He said it burned.", [""]),
        ("One source said it burned. Another source said it did not.", ["one source", "another source"]),
        ("Others said it burned.", [""]),
        ("Several said it burned.", [""]),
        ("Two of them said it burned.", [""]),
        ("It was reported that it burned.", [""]),
        ("Police said it burned. A man said it was over.", ["police", "man"]),
        ("A report said it burned. The source said it was over.", ["report", "report"]),
        ("The ministry of defence said it burned.", ["defence ministry"]),
        ("Russia's defense ministry said it burned.", ["Russian defence ministry"]),
        ("The Russian Defence Ministry said it burned.", ["Russian defence ministry"]),
        ("Tehran said it burned.", ["Iran"]),
        ("The White House said it burned.", ["United States"]),
        # whom or what the speaker is told by does not speak
        ("Police in Harbourtown said it burned.", ["police in Harbourtown"]),
        ("It burned, according to officials in Harbourtown.", ["officials in Harbourtown"]),
        ("Friends of Ann Lee said it burned.", ["friends of Ann Lee"]),
        ("An aide to President Ann Lee said it burned.", ["aide to President Ann Lee"]),
        ("The head of the region Ivan Petrov said it burned.", ["Ivan Petrov"]),
        # a statement is that of whoever spoke last
        ("The Iraqi army said it burned. The statement added that nobody fell.", ["Iraqi army", "Iraqi army"]),
        ("The statement said it burned.", ["statement"]),
        ("Ann Lee toured the port. Her claim that it burned was mocked.", ["Ann Lee"]),
        # a word in capitals keeps them
        ("TV channel Nour said it burned.", ["TV channel Nour"]),
        # persons named in passing
        ("Ann Lee toured the port. She said it was over.", ["Ann Lee"]),
        ("Governor Ann Lee toured the port. The governor said it was over.", ["Ann Lee"]),
        ("The governor said it burned. Governor Ann Lee toured the port.", ["Ann Lee"]),
        ("Ann Lee, the governor of Ohio, left. The governor of Ohio said it was over.", ["Ann Lee"]),
        ("Lee said it burned. Ann Lee is a nurse.", ["Ann Lee"]),
        ("Ann Lee toured the port with Bob Lee. Lee said it was over.", ["Lee"]),
        ("Mr Dan Brown left. Mrs Ann Brown stayed. Mrs Brown said it was over.", ["Ann Brown"]),
        ("Mrs Ann Brown said it burned. He said it was over.", ["Ann Brown", ""]),
        (
            "Ann Brown said it burned. A spokesman said it was over. She said it was loud.",
            ["Ann Brown", "spokesman", "Ann Brown"],
        ),
        # whose figures they are
        ("It burned, according to Red Cross figures.", ["Red Cross"]),
        ("It burned, according to police data.", ["police"]),
        ("It burned, according to red cross figures.", ["red cross"]),
        # a person is not the body the person speaks for
        ("Navy spokesman Dan Brown said it burned. The navy said it fell.", ["Dan Brown", "navy"]),
        ("Navy spokesman Dan Brown said it burned. The spokesman said it fell.", ["Dan Brown", "Dan Brown"]),
        ("It burned, according to a statement from the army.", ["army"]),
        # a body named with its side is the one meant later
        (
            "The Iraqi defence ministry said it burned. The defence ministry said it fell.",
            ["Iraqi defence ministry"] * 2,
        ),
        (
            "The Iraqi defence ministry said it burned. The interior ministry said it fell.",
            ["Iraqi defence ministry", "interior ministry"],
        ),
        # offices, bodies and plural they
        ("A resident said it burned. She said it was over.", ["resident", "resident"]),
        (
            "The ministry said it burned. Ann Lee said it was over. It said nobody fell.",
            ["ministry", "Ann Lee", "ministry"],
        ),
        (
            "Rescuers said it burned. Ann Lee said it was over. They said nobody fell.",
            ["rescuers", "Ann Lee", "rescuers"],
        ),
        ("Ann Lee said it burned. They said nobody fell.", ["Ann Lee", ""]),
        ("An official said it burned. The same official said it was over.", ["official", "official"]),
        ("An official said it burned. Another official said it was over.", ["official", "another official"]),
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
        # names we know
        ("Reuters said it burned.", "media", ""),
        ("The Guardian said it burned.", "media", ""),
        ("Al Jazeera said it burned.", "media", ""),
        ("The Associated Press said it burned.", "media", ""),
        ("Russia's TASS news agency said it burned.", "media", "Russia"),
        ("The Red Cross said it burned.", "medic", ""),
        ("Amnesty International said it burned.", "party", ""),
        ("Boeing said it burned.", "company", ""),
        ("Hamas said it burned.", "party", "Hamas"),
        # two words tell the kind
        ("The civil defence said it burned.", "emergency", ""),
        ("The civil defense agency said it burned.", "emergency", ""),
        ("The fire chief said it burned.", "emergency", ""),
        ("The coast guard said it burned.", "emergency", ""),
        ("The national guard said it burned.", "military", ""),
        ("Security forces said it burned.", "military", ""),
        ("A news agency said it burned.", "media", ""),
        ("The space agency said it burned.", "official", ""),
        ("The intelligence agency said it burned.", "official", ""),
        ("An aid agency said it burned.", "party", ""),
        ("The Hamas-run health ministry said it burned.", "official", "Hamas"),
        ("The Palestinian health ministry run by Hamas said it burned.", "official", "Hamas"),
        ("Yemen's health ministry, which is controlled by the Houthis, said it burned.", "official", "Houthis"),
        ("A ministry run by the rebels in Yemen said it burned.", "official", "rebels"),
        ("The rebel-held council in Yemen said it burned.", "official", "rebels"),
        ("Officials of the city, led by Mayor Ann Lee, said it burned.", "official", ""),
        ("Friends of Ann Lee said it burned.", "unnamed", ""),
        ("The Chilean defence ministry said it burned.", "official", "Chile"),
        ("The occupation authorities said it burned.", "official", ""),
        ("The Russian-installed mayor said it burned.", "official", "Russia"),
        ("The Moscow-backed authorities said it burned.", "official", "Russia"),
        # who speaks for a body
        ("A police spokesman said it burned.", "police", ""),
        ("A spokesman for the Spanish army said it burned.", "military", "Spain"),
        ("An official of the miners' union said it burned.", "union", ""),
        ("A hospital official said it burned.", "medic", ""),
        ("A foreign ministry spokeswoman said it burned.", "official", ""),
        ("The deputy governor said it burned.", "official", ""),
        ("Sheriff's deputies said it burned.", "police", ""),
    ],
)
def test_kind_and_party(text: str, kind: str, party: str) -> None:
    (speaker,) = speakers(text)
    assert (speaker.kind, speaker.party) == (kind, party)


def test_he_is_the_mayor() -> None:
    assert [speaker.name for speaker in speakers("The mayor said it burned. He said it was over.")] == [
        "mayor",
        "mayor",
    ]


def test_footage_is_not_who_they_are() -> None:
    found = speakers("The firefighters said it burned. Footage showed that it fell. They said nobody was hurt.")
    assert [speaker.name for speaker in found] == ["firefighters", "footage", "firefighters"]
