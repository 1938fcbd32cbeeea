"""Can we tell reporting from what the page carries along, and a headline from a caption?"""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.read.zones import find_zones

LEAD = "The mayor said on Friday that five people were killed."
NEXT = "Police blamed a gas leak. The owner denied it."


def told(text: str, **more: object) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(text, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Blast kills five\n\n{LEAD}",
            [("headline", "Blast kills five"), ("body", LEAD)],
            id="a headline has no stop",
        ),
        pytest.param(
            f"Blast kills five\n\nBlast kills five\n\n{LEAD}",
            [("headline", "Blast kills five"), ("dropped", "Blast kills five"), ("body", LEAD)],
            id="a doubled headline is read once",
        ),
        pytest.param(
            f"Who shelled the market?\n{LEAD}",
            [("headline", "Who shelled the market?"), ("body", LEAD)],
            id="a question can be a headline",
        ),
        pytest.param(
            "Five killed in a blast", [("body", "Five killed in a blast")], id="a lone line is what is reported"
        ),
        pytest.param(
            f"KYIV, Dec 31 (Reuters) —\n{LEAD}",
            [("body", "KYIV, Dec 31 (Reuters) —"), ("body", LEAD)],
            id="a dateline on its own line is no headline",
        ),
        pytest.param(
            f"KYIV, Dec 31 (Reuters) - {LEAD}",
            [("body", f"KYIV, Dec 31 (Reuters) - {LEAD}")],
            id="a dateline stays in the body",
        ),
        pytest.param(
            f"{LEAD}\n\nWhat we know\n\n{NEXT}",
            [("body", LEAD), ("body", "What we know"), ("body", NEXT)],
            id="a short line between paragraphs is a crosshead",
        ),
        pytest.param(
            f"{LEAD}\nSmoke rises over the old market hall\nEPAPeople run from the hall[/caption]\n{NEXT}",
            [
                ("body", LEAD),
                ("caption", "Smoke rises over the old market hall"),
                ("dropped", "EPA"),
                ("caption", "People run from the hall"),
                ("dropped", "[/caption]"),
                ("body", NEXT),
            ],
            id="a line without a stop beside a caption is one too",
        ),
        pytest.param(
            f"{LEAD}\nSmoke rises over the hall.\nEPAPeople run from the hall[/caption]",
            [
                ("body", LEAD),
                ("body", "Smoke rises over the hall."),
                ("dropped", "EPA"),
                ("caption", "People run from the hall"),
                ("dropped", "[/caption]"),
            ],
            id="a sentence beside a caption is body",
        ),
        pytest.param(
            f"{LEAD}\n{NEXT}\n{LEAD}",
            [("body", LEAD), ("body", NEXT), ("dropped", LEAD)],
            id="a pull quote is read once",
        ),
        pytest.param(
            f"{LEAD}\n{NEXT}\nLeave a Reply\nForty died, I saw it.",
            [("body", LEAD), ("body", NEXT), ("dropped", "Leave a Reply"), ("dropped", "Forty died, I saw it.")],
            id="readers' comments are not the article",
        ),
        pytest.param(
            f"{LEAD}\nRead more:\nArmy denies blast\nNavy blames mine\n{NEXT}\nWhat we know",
            [
                ("body", LEAD),
                ("dropped", "Read more:"),
                ("dropped", "Army denies blast"),
                ("dropped", "Navy blames mine"),
                ("body", NEXT),
                ("body", "What we know"),
            ],
            id="the headlines of other articles are not this one's",
        ),
        pytest.param(
            f"Latest news\nArmy denies blast\n{LEAD}",
            [("dropped", "Latest news"), ("headline", "Army denies blast"), ("body", LEAD)],
            id="the headline below the name of a section stays",
        ),
        pytest.param(
            f"Leave a comment\n{LEAD}\n{NEXT}",
            [("dropped", "Leave a comment"), ("body", LEAD), ("body", NEXT)],
            id="a link to the comments at the top drops itself alone",
        ),
        pytest.param(f"# Blast\n\n{LEAD}", [("headline", "Blast"), ("body", LEAD)], id="a Markdown heading"),
        pytest.param(
            f"- Five dead\n- Nine hurt\n{LEAD}",
            [("body", "- Five dead"), ("body", "- Nine hurt"), ("body", LEAD)],
            id="a list at the top is no headline",
        ),
        pytest.param(f" \t{LEAD} \r\n", [("body", LEAD)], id="white space is trimmed"),
        pytest.param(f"{LEAD}\n* * *\n{NEXT}", [("body", LEAD), ("dropped", "* * *"), ("body", NEXT)], id="a rule"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_paragraphs_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_title_tells_a_headline_that_is_a_sentence() -> None:
    assert told(f"Five are dead.\n{LEAD}", title="Five are dead")[0] == ("headline", "Five are dead.")
    assert told(f"Five are dead.\n{LEAD}")[0] == ("body", "Five are dead.")


def test_what_the_file_tells_of_a_paragraph_goes_first() -> None:
    text = f"{LEAD}\nThe hall on Friday. EPA\nHome"
    known = {len(LEAD) + 1: "caption", len(text) - 4: "caption"}
    expected = [("body", LEAD), ("caption", "The hall on Friday."), ("dropped", "EPA"), ("dropped", "Home")]
    assert told(text, known=known) == expected


def test_a_paragraph_wrapped_at_a_width_is_one_paragraph() -> None:
    wrapped = (
        "The harbour master said that nine dockers had been killed in the\n"
        "blast on Tuesday, and that divers were still searching the basin\n"
        "for two more.\n\n"
        "The union said that the crane beside the quay had been reported\n"
        "as unsafe in each of the last three months, and that no engineer\n"
        "had come to look at it."
    )
    assert [words for _, words in told(wrapped)] == wrapped.split("\n\n")


def test_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    lines = [LEAD, "Two died later.", NEXT, "Rescuers left at noon.", "The hall is closed.", "No one was held."]
    assert [words for _, words in told("\n".join(lines))] == lines


def test_a_pasted_page(samples: Path) -> None:
    text = (samples / "pasted.txt").read_text("utf-8")
    kinds = [zone.kind for zone in find_zones(text) if zone.kind != "dropped"]
    assert kinds == ["headline", "byline", "body", "caption", "caption", "body", "body", "caption"]
    reported = " ".join(text[zone.start : zone.end] for zone in find_zones(text) if zone.kind != "dropped")
    assert not [words for words in ("EPA", "[/caption]", "Read more", "email", "forty", "Share") if words in reported]


PIECES = st.sampled_from(
    [
        LEAD,
        NEXT,
        "Blast kills five",
        "EPAPeople run away from it[/caption]",
        "Leave a comment",
        "By Ana Ruiz",
        " ",
        "—",
        "[caption id=1]",
        "Photo: Bo Lind/EPA",
        "\u2028",
        "\ufeff",
        "# ",
        "Share",
        "(Reuters)",
        "\x00",
        "é",
        "🚑",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_zones_stand_in_order_inside_the_text_and_hold_words(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    zones = find_zones(text)
    assert all(left.end <= right.start for left, right in pairwise(zones))
    for zone in zones:
        words = text[zone.start : zone.end]
        assert words
        assert words == words.strip()
        assert zone.kind in {"headline", "byline", "caption", "body", "dropped"}


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14))
def test_no_word_falls_between_the_zones(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    zones = find_zones(text)
    covered = {place for zone in zones for place in range(zone.start, zone.end)}
    assert not [char for place, char in enumerate(text) if place not in covered and char.isalnum()]
