"""The nouns: ids follow from content alone, spans know what they hold, and the contract's columns stand."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import article
from tracker.model import NOUNS, Article, Span, Zone, columns, content_id, paragraphs

PARTS = st.lists(st.text(max_size=5) | st.integers(), max_size=4)
SPANS = st.builds(Span, start=st.integers(0, 50), end=st.integers(0, 50))


@given(PARTS)
def test_an_id_follows_from_its_parts_alone(parts: list[object]) -> None:
    assert content_id("clm", *parts) == content_id("clm", *parts)
    assert len(content_id("clm", *parts)) == len("clm-") + 10


@pytest.mark.parametrize(
    ("left", "right"),
    [(("ab", "c"), ("a", "bc")), (("a", ""), ("a",)), (("a", "b"), ("b", "a")), (("a\ud800",), ("a\ud801",))],
)
def test_other_parts_give_another_id(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert content_id("clm", *left) != content_id("clm", *right)


def test_an_id_is_the_same_on_every_machine_and_in_every_version() -> None:
    assert content_id("clm", "a", 1) == "clm-qopbdjbb2n"


@given(SPANS, SPANS)
def test_spans_meet_each_other_or_neither_does(left: Span, right: Span) -> None:
    assert left.meets(right) == right.meets(left)


@given(SPANS)
def test_a_span_holds_itself(span: Span) -> None:
    assert span.holds(span)


@pytest.mark.parametrize(
    ("left", "right", "holds", "meets"),
    [
        ((0, 10), (2, 5), True, True),
        ((2, 5), (0, 10), False, True),
        ((0, 5), (5, 9), False, False),
        ((0, 6), (5, 9), False, True),
    ],
)
def test_what_a_span_holds_and_meets(left: tuple[int, int], right: tuple[int, int], holds: bool, meets: bool) -> None:
    one, other = (Span(start=start, end=end) for start, end in (left, right))
    assert (one.holds(other), one.meets(other)) == (holds, meets)


def test_what_was_dropped_is_no_paragraph() -> None:
    zones = tuple(Zone(start=i, end=i + 1, kind=kind) for i, kind in enumerate(("headline", "dropped", "body")))
    assert [zone.kind for zone in paragraphs(article("abc", zones=zones))] == ["headline", "body"]


# Columns may be added to the public tables, never renamed, taken away or moved.
CONTRACT = {
    "articles": "article_id path url publisher title author published language sha256 copy_of",
    "claims": "claim_id article_id incident_id start end text zone source source_start source_end source_name "
    "source_kind party via cue cue_start cue_end stance said_at quotation event place country date_from date_to "
    "confidence",
    "figures": "figure_id claim_id article_id incident_id start end text measure counted low high best bound unit "
    "scope of_total place date_from date_to",
    "incidents": "incident_id label event place country date_from date_to n_claims n_articles n_sources n_independent",
    "positions": "position_id incident_id measure scope source_name party low best high value first_said last_said "
    "n_claims n_independent claims",
    "discrepancies": "discrepancy_id incident_id kind relation measure left_claim_id right_claim_id left_figure_id "
    "right_figure_id left_claims right_claims left_figures right_figures left_source right_source left_value "
    "right_value left_independent right_independent severity reason",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_columns_of_the_public_tables_stand(name: str) -> None:
    wanted = tuple(CONTRACT[name].split())
    assert tuple(column for column in columns(NOUNS[name]) if column in wanted) == wanted


@pytest.mark.parametrize("name", NOUNS)
def test_nouns_are_frozen_and_named_by_keyword(name: str) -> None:
    noun = NOUNS[name]
    assert all(field.kw_only for field in dataclasses.fields(noun))
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article(article_id="a", path="p").path = "q"  # type: ignore[misc]
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
