"""Digits grouped as no one groups them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compare.told import conflicts, said
from tracker.compare.malformed import readings, well_formed


@pytest.mark.parametrize(
    "text",
    [
        "a town of 330,000 people",
        "3,330,000",
        "some 1,00,000 rupees and 12,34,567 more",
        "about 3,5 million",
        "12,75 euros",
        "numbers 1,2,3 and 10,11,12",
        "in 2019,2020 and later",
        "at 48.4531,35.0478",
        "on 31,12,2023",
        "version 1,2345.6",
        "A4,2210b",
        "he was 34, 2001 was his year",
        "0,500 litres",
        "February 21,2015",
        "http://example.org/12,3456",
    ],
)
def test_in_order(text):
    assert conflicts(said(text=text)) == []


@pytest.mark.parametrize(
    ("text", "printed", "meant"),
    [
        ("a city of 3330,000 near the border", "3330,000", ("330,000", "3,330,000")),
        ("it cost 12,3456 in all", "12,3456", ("12,345", "123,456")),
        ("some 1,2000,00 left", "1,2000,00", ("1,200,000",)),
        ("0,500,000 of them", "0,500,000", ("500,000",)),
    ],
)
def test_grouped_wrongly(text, printed, meant):
    (row,) = conflicts(said(text=text))
    assert (row.kind, row.rule, row.left_value, row.left_claim_id) == (
        "internal",
        "malformed",
        printed,
        row.right_claim_id,
    )
    assert printed in row.reason
    assert readings(printed) == meant


def test_one_row_for_one_number_of_an_article():
    inner = said(text="a city of 3330,000", article_id="art-a", start=9)
    assert len(conflicts(said(text="he said a city of 3330,000", article_id="art-a"), inner)) == 1


@given(st.integers(0, 10**12))
def test_what_we_print_ourselves_is_well_formed(number):
    assert "," not in f"{number:,}" or well_formed(f"{number:,}")
