"""Can we read every way of printing a number, and pass over what only looks like one?"""

import pytest

from tracker.extract.numbers import find_numbers, malformed


def read(text: str) -> list[float]:
    return [number.value for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234 people", [1234]),
        ("1 234 people", [1234]),
        ("12,34,567 voters", [1234567]),
        ("1.5 million", [1_500_000]),
        ("20k troops", [20_000]),
        ("$3.2bn", [3_200_000_000]),
        ("10m people", [10_000_000]),
        ("the 37m mast", [37]),
        ("twenty-seven men", [27]),
        ("two hundred and five thousand", [205_000]),
        ("one hundred and twenty", [120]),
        ("two and a half million", [2_500_000]),
        ("half a million", [500_000]),
        ("a dozen", [12]),
        ("half a dozen", [6]),
        ("three dozen shells", [36]),
        ("a hundred thousand", [100_000]),
        ("1½ hours", [1.5]),
        ("killed two and three more", [2, 3]),
        ("seven, eight", [7, 8]),
        ("minus 20 degrees", [-20]),
        ("m .0.9", [0.9]),
    ],
)
def test_numbers(text: str, expected: list[float]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on Dec. 29, 2023",
        "on 3 March",
        "since 2014",
        "the 2018-19 season",
        "at 6 p.m. and 18:30",
        "a Su-34 and an F-16",
        "on Interstate 95",
        "in the 1200 block of Elm",
        "at 212 North Main Street",
        "call 252-555-1411",
        "the 72nd brigade",
        "in the 1990s",
        "won 3-1",
        "see https://example.org/2023/12",
        "no one and one another",
        "the 9/11 attacks",
    ],
)
def test_no_numbers(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a city of 3330,000 people", ["3330,000"]),
        ("some 1,0000 homes", ["1,0000"]),
        ("12,34,567 and 1,234,567 and 1,2,3 and 12,5", []),
        ("on May 3,2019", []),
    ],
)
def test_malformed(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in malformed(text)] == expected
    assert not expected or read(text) == []
