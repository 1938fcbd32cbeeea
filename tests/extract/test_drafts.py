"""Whose words hold which figures, who goes on speaking, and what is the article's own voice?"""

from dataclasses import replace

import pytest

from tests.extract.passages import passages
from tracker.extract.drafts import FOLLOWING, RESOLVED, SURE, Draft, draft_claims, own_voice, share_figures
from tracker.extract.figures import find_figures
from tracker.extract.frames import find_frames
from tracker.extract.quotations import find_quotations


def drafts(text: str) -> list[Draft]:
    """The drafts of a text, the article's own voice last, with their figures."""
    parsed = passages(text)
    quotations = [find_quotations(each.doc.text, each.start) for each in parsed]
    frames = [find_frames(each, quoted) for each, quoted in zip(parsed, quotations, strict=True)]
    figures = [list(find_figures(each)) for each in parsed]
    said = draft_claims(parsed, frames, quotations)
    own = own_voice(parsed, said, figures)
    return share_figures([*said, *own], figures)


def voices(text: str) -> list[tuple[str, list[str]]]:
    """Each draft's speaker and its figures as printed."""
    return [
        (draft.speaker.name if draft.speaker else "", [figure.text for figure in draft.figures])
        for draft in drafts(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said ten people died.", [("police", ["ten people"])]),
        ("Ten people died.", [("", ["Ten people"])]),
        ("Ten people died.\nPolice said two people were hurt.", [("police", ["two people"]), ("", ["Ten people"])]),
        (
            "Police said doctors said ten people died.",
            [("police", []), ("doctors", ["ten people"])],
        ),
        ("The bus was late.\nTen people died.", [("", ["Ten people"])]),
        ("A missile hit a mill.\nThe mill burned.", [("", [])]),
    ],
)
def test_each_figure_goes_to_the_innermost_voice(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert voices(text) == expected


@pytest.mark.parametrize(
    ("text", "footage"),
    [
        ("The footage showed 12 dead men.", ["12 dead men"]),
        ("The footage showed the 12 dead men.", []),
        ("The footage showed the mill burning after the strike that killed 12 people.", []),
        ("The footage showed the man who shot two officers.", []),
    ],
)
def test_footage_tells_of_no_number_that_was_known_before(text: str, footage: list[str]) -> None:
    told = {draft.speaker.kind if draft.speaker else "": draft.figures for draft in drafts(text)}
    assert [figure.text for figure in told["visual_evidence"]] == footage
    assert sum(map(len, told.values())) == 1


def test_a_relay_is_noted_outermost_first() -> None:
    inner = next(draft for draft in drafts("State media said the army said ten people died.") if draft.figures)
    assert inner.via == ("state media",)


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    first, second = drafts("“We counted ten people dead,” the mayor said. “We go on.\n“Two people are still missing.”")
    assert first.speaker == second.speaker
    assert (second.frame, second.confidence) == (None, FOLLOWING)


def test_a_quotation_after_another_paragraph_is_nobodys() -> None:
    text = (
        "“We counted ten people dead,” the mayor said.\nIt was raining hard by then.\n“Two people are still missing.”"
    )
    assert [name for name, figures in voices(text) if figures == ["Two people"]] == [""]


def test_otherwise_answers_the_claim_before() -> None:
    first, second = drafts("The army said nobody was hurt, but the footage suggests otherwise.")
    assert second.answers == first.key


@pytest.mark.parametrize(
    ("text", "sure"),
    [("Police said ten people died.", SURE), ("It was reported that ten people died.", RESOLVED)],
)
def test_how_sure_we_are_of_a_source(text: str, sure: float) -> None:
    assert [draft.confidence for draft in drafts(text)] == [sure]


def test_a_denied_figure_is_nobodys() -> None:
    (draft,) = drafts("Police said ten people died.")
    denied = [replace(figure, negated=True) for figure in draft.figures]
    assert share_figures([draft], [denied]) == [replace(draft, figures=())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The march drew 40,000 people, according to police, and 90,000, according to the organisers.",
            [("police", "40,000 people", "attended", "people"), ("organisers", "90,000", "attended", "people")],
        ),
        (
            "At least 12 guards were killed, according to the army, and 30, according to the rebels.",
            [("army", "At least 12 guards", "killed", "guards"), ("rebels", "30", "killed", "guards")],
        ),
        (
            "Between 300 people, according to police, and 1,200, according to the union, marched on Sunday.",
            [("police", "300 people", "attended", "people"), ("union", "1,200", "attended", "people")],
        ),
        (
            "The flood killed 12 people, according to police, or 15 according to the union.",
            [("police", "12 people", "killed", "people"), ("union", "15", "killed", "people")],
        ),
    ],
)
def test_a_bare_number_of_another_source_counts_what_the_first_counted(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    told = [
        (draft.speaker.name if draft.speaker else "", figure.text, figure.measure, figure.counted)
        for draft in drafts(text)
        for figure in draft.figures
    ]
    assert told == expected
