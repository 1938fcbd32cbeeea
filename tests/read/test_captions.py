"""Is a caption known by its marks, and are its words parted from its credit?"""

import pytest

from tracker.read.furniture import judge


def told(words: str) -> list[tuple[str, str]]:
    return [(zone.kind, words[zone.start : zone.end]) for zone in judge(words)]


@pytest.mark.parametrize(
    ("words", "caption"),
    [
        ("EPADivers search the water on Tuesday[/caption]", "Divers search the water on Tuesday"),
        ("[caption id=7 width=9]Divers at the quay[/caption]", "Divers at the quay"),
        ("Getty ImagesPeople leave the quay on foot", "People leave the quay on foot"),
        ("TwitterA maternity ward after the strike", "A maternity ward after the strike"),
        ("Bo Lind/ReutersThe crane lies on the quay", "The crane lies on the quay"),
        ("FILE PHOTO: A crane at the quay in 2019", "A crane at the quay in 2019"),
        ("FILE - A crane at the quay in 2019. (AP Photo/Bo Lind)", "A crane at the quay in 2019."),
        ("Image caption, A crane at the quay", "A crane at the quay"),
        ("Image 3 of 9 A crane at the quay", "A crane at the quay"),
        ("A crane at the quay (EPA)", "A crane at the quay"),
        ("A crane at the quay. Picture: Bo Lind", "A crane at the quay."),
        ("A crane at the quay [Bo Lind/AFP]", "A crane at the quay"),
        ("A crane at the quay. REUTERS/Bo Lind/File Photo", "A crane at the quay."),
        ("A crane at the quay. AFP via Getty Images", "A crane at the quay."),
        ("A crane at the quay © Bo Lind", "A crane at the quay"),
    ],
)
def test_a_caption_sheds_its_credit(words: str, caption: str) -> None:
    assert [zone for zone in told(words) if zone[0] != "dropped"] == [("caption", caption)]


@pytest.mark.parametrize(
    "words",
    [
        "APCs were seen near the border",
        "PACs spent nine million",
        "APARTMENT fire kills nine",
        "A rule (NEPA/CEQ) was cited",
    ],
)
def test_a_word_that_begins_like_an_agency_is_no_credit(words: str) -> None:
    assert told(words) == [("", words)]
