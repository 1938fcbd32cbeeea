"""Nouns to frames and back: nothing is lost, and what breaks the contract is named."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rows import rows
from tracker.errors import TableError
from tracker.model import INF, NOUNS, Article, Claim, Figure, Span, Unread, Zone, columns
from tracker.tables import from_frame, from_row, row, to_frame

CLAIM = {"claim_id": "clm-a", "article_id": "art-a", "start": 1, "end": 3, "text": "ok"}
FIGURE = CLAIM | {"figure_id": "fig-a", "measure": "killed", "low": 2, "high": 2, "best": 2}


@pytest.mark.parametrize("name", NOUNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_noun_comes_back_from_its_frame(name: str, data: st.DataObject) -> None:
    nouns = data.draw(rows(name))
    assert list(from_frame(to_frame(nouns, NOUNS[name]), NOUNS[name])) == nouns


@pytest.mark.parametrize("name", NOUNS)
def test_an_empty_frame_still_has_the_contract_s_columns(name: str) -> None:
    frame = to_frame([], NOUNS[name])
    assert tuple(frame.columns) == columns(NOUNS[name])
    assert list(from_frame(frame, NOUNS[name])) == []


def test_a_tuple_is_one_readable_cell() -> None:
    zones = (Zone(start=0, end=4, kind="headline"), Zone(start=5, end=9, kind="body"))
    assert row(Article(article_id="a", path="p", zones=zones))["zones"] == "headline 0-4; body 5-9"
    claim = from_row(CLAIM | {"via": "Reuters; TASS", "fragments": "1-2; 2-3"}, Claim)
    assert claim.via == ("Reuters", "TASS")
    assert claim.fragments == (Span(start=1, end=2), Span(start=2, end=3))


@pytest.mark.parametrize("missing", [None, float("nan"), "", pd.NA, pd.NaT])
def test_every_way_of_saying_nothing_means_unknown(missing: object) -> None:
    frame = pd.DataFrame([FIGURE | {"high": missing, "place": missing, "of_total": missing, "bound": missing}])
    (figure,) = from_frame(frame, Figure)
    assert (figure.high, figure.place, figure.of_total, figure.bound) == (INF, "", None, "exact")


@pytest.mark.parametrize(
    ("given_value", "text"),
    [(1984, "1984"), (pd.Timestamp("2024-03-15 10:00"), "2024-03-15T10:00:00"), ("2024-03-15", "2024-03-15")],
)
def test_text_columns_take_what_pandas_made_of_them(given_value: object, text: str) -> None:
    (unread,) = from_frame(pd.DataFrame({"path": [given_value], "reason": ["no text"]}), Unread)
    assert unread.path == text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": 1.5}, "start"),
        ({"start": "first"}, "start"),
        ({"end": None}, "end"),
        ({"fragments": "here"}, "here"),
        ({"via": 3}, "pieces joined"),
        ({"text": ["a"]}, "text"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(change: dict[str, object], told: str) -> None:
    with pytest.raises(TableError, match="Claim") as raised:
        list(from_frame(pd.DataFrame([CLAIM | change]), Claim))
    assert told in str(raised.value)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(TableError, match="'text'"):
        list(from_frame(pd.DataFrame([CLAIM]).drop(columns="text"), Claim))


def test_columns_beyond_the_contract_are_left_out() -> None:
    assert from_row(CLAIM | {"mood": "grim"}, Claim) == from_row(CLAIM, Claim)
