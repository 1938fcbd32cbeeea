"""Rows of a database, many at once, are the nouns that they are one by one."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rows import rows
from tracker.errors import TableError
from tracker.model import INF, NOUNS, Claim, Figure, columns
from tracker.tables import from_cells, from_row, row
from tracker.tables.lines import from_lines, from_told, moved

CLAIM = {"claim_id": "clm-a", "article_id": "art-a", "start": 1, "end": 3, "text": "ok"}
FIGURE = CLAIM | {"figure_id": "fig-a", "measure": "killed", "low": 2.0, "high": 2.0, "best": 2.0}


def line(kind: type, **cells: object) -> tuple[object, ...]:
    return tuple(cells.get(name) for name in columns(kind))


@pytest.mark.parametrize("name", NOUNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_noun_comes_back(name: str, data: st.DataObject) -> None:
    nouns = data.draw(rows(name))
    lines = [tuple(row(noun).values()) for noun in nouns]
    assert from_lines(lines, NOUNS[name]) == nouns == list(map(from_cells(NOUNS[name]), lines))


@pytest.mark.parametrize("empty", [None, ""])
def test_a_cell_without_anything_means_what_its_column_says(empty: object) -> None:
    lines = [line(Claim, **CLAIM), line(Claim, **CLAIM | {"zone": empty, "via": empty, "article_id": empty})]
    plain, blank = from_lines(lines, Claim)
    assert (plain.zone, plain.via, plain.article_id) == ("body", (), "art-a")
    assert (blank.zone, blank.via, blank.article_id) == ("body", (), "")


@pytest.mark.parametrize("empty", [None, "", math.nan])
def test_a_number_that_is_not_there_is_the_default(empty: object) -> None:
    (figure,) = from_lines([line(Figure, **FIGURE | {"high": empty, "of_total": empty})], Figure)
    assert (figure.high, figure.of_total, figure.low) == (INF, None, 2.0)


@pytest.mark.parametrize(
    "change", [{"low": None}, {"low": math.nan}, {"start": "first"}, {"end": None}, {"text": 1.5}], ids=str
)
def test_a_row_that_is_not_valid_is_told_as_it_is_alone(change: dict[str, Any]) -> None:
    torn = line(Figure, **FIGURE | change)
    with pytest.raises(TableError) as alone:
        from_cells(Figure)(torn)
    with pytest.raises(TableError) as among_others:
        from_lines([line(Figure, **FIGURE), torn], Figure)
    assert str(among_others.value) == str(alone.value)


@settings(max_examples=25, deadline=None)
@given(nouns=rows("claims"))
def test_nouns_that_move_differ_by_their_incident_alone(nouns: list[Claim]) -> None:
    ids = {noun.claim_id: f"inc-{place}" for place, noun in enumerate(nouns[1:])}
    assert moved(nouns, "claim_id", ids) == [
        replace(noun, incident_id=ids[noun.claim_id]) if noun.claim_id in ids else noun for noun in nouns
    ]


@pytest.mark.parametrize("name", NOUNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_was_told_of_a_noun_is_that_noun(name: str, data: st.DataObject) -> None:
    for noun in data.draw(rows(name)):
        told = {column: cell for column, cell in row(noun).items() if cell not in (None, "")}
        assert from_told(told, NOUNS[name]) == from_row(told, NOUNS[name]) == noun


def test_what_was_told_in_other_words_is_read_or_named() -> None:
    known = {name: cell for name, cell in FIGURE.items() if name != "high"}
    assert from_told(known | {"mood": "grim", "text": 12}, Figure) == Figure(**FIGURE | {"high": INF, "text": "12"})
    with pytest.raises(TableError, match="Figure"):
        from_told(known | {"start": "first"}, Figure)
