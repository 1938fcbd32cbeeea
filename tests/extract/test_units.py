"""Do we see what makes of a number a sum of money, a distance, a share or an age?"""

import pytest

from tracker.extract.quantities import read_quantities
from tracker.extract.units import currency_before, is_age, rate_after, unit_after
from tracker.lexicon import read_lexicon


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("5 miles", "mile", "distance"),
        ("5-hour", "hour", "duration"),
        ("5km", "kilometre", "distance"),
        ("5 per cent", "percentage", "percentage"),
        ("5%", "percentage", "percentage"),
        ("5 hectares", "hectare", "area"),
        ("5 sq km", "square kilometre", "area"),
        ("5-year-old", "year of age", "age"),
        ("5 kWh", "kilowatt hour", "energy"),
        ("5 degrees Celsius", "celsius", "temperature"),
        ("5 barrels of oil", "barrel of oil", "volume"),
        ("5 people", "", ""),
        ("5 minesweepers", "", ""),
        ("5 metropolitan", "", ""),
    ],
)
def test_unit_after(text: str, name: str, kind: str) -> None:
    unit = unit_after(text, 1)
    assert (unit.name, unit.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("$5", "dollar"),
        ("US$5", "dollar"),
        ("A$5", "australian dollar"),
        ("£5", "pound sterling"),
        ("RM5", "malaysian ringgit"),
        ("EUR 5", "euro"),
        ("FARM5", ""),
        ("5", ""),
    ],
)
def test_currency_before(text: str, name: str) -> None:
    assert currency_before(text, len(text) - 1).name == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" per day", "day"),
        (" a week", "week"),
        (" a week ago", ""),
        (" every month", "month"),
        (" daily", "day"),
        (" a man", ""),
    ],
)
def test_rate_after(text: str, expected: str) -> None:
    assert rate_after(text, 0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe, 41, was", True),
        ("Jane Roe (41) was", True),
        ("Jane Roe, 41 and", True),
        ("a boy aged 41.", True),
        ("she was 41 when she", True),
        ("In Kabul, 41 people", False),
        ("killed 41.", False),
    ],
)
def test_is_age(text: str, expected: bool) -> None:
    at = text.index("41")
    assert is_age(text, at, at + 2) is expected


def test_every_unit_is_of_a_known_kind() -> None:
    lexicon = read_lexicon("units")
    kinds = {*lexicon["kinds"], "money"}
    assert {entry["kind"] for entry in lexicon["units"].values()} <= kinds


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The women, both 22, were hurt.", [22]),
        ("Three teens, all 17, were hurt.", [17]),
        ("Two kids, 11 and 13 years old, are hurt.", [11, 13]),
        ("Ada Lindqvist,16, was hurt.", [16]),
        ("The brothers, 18 and 21, were hurt.", [18, 21]),
        ("On board, all 12 passengers were hurt.", []),
        ("Of the brothers, 18 were hurt.", []),
    ],
)
def test_ages_after_a_comma(text: str, ages: list[float]) -> None:
    assert [found.value for found in read_quantities(text) if found.unit.kind == "age"] == ages
