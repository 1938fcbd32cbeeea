"""Does a date name one day, and which?"""

import pytest

from tracker.read.dates import iso_date


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-03-15", "2024-03-15"),
        (" 2024-03-15T08:00:00Z ", "2024-03-15T08:00:00+00:00"),
        ("2024-03-15T08:00:00.123+02:00", "2024-03-15T08:00:00+02:00"),
        ("2024-03-15 00:00:00", "2024-03-15"),
        ("20240315", "2024-03-15"),
        ("Fri, 15 Mar 2024 08:00:00 GMT", "2024-03-15T08:00:00+00:00"),
        ("15 March 2024", "2024-03-15"),
        ("March 15th, 2024", "2024-03-15"),
        ("Friday, March 15, 2024 8:00 am", "2024-03-15T08:00:00"),
        ("Published: 15 March 2024", "2024-03-15"),
        ("15/03/2024", "2024-03-15"),
        ("03/15/2024", "2024-03-15"),
        ("04/04/2024", "2024-04-04"),
        ("1710489600", "2024-03-15T08:00:00+00:00"),
        ("1710489600000", "2024-03-15T08:00:00+00:00"),
    ],
)
def test_a_date_is_read(printed: str, expected: str) -> None:
    assert iso_date(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        "yesterday",
        "Tuesday",
        "3 hours ago",
        "March 2024",
        "2024",
        "03/04/2024",
        "3.4.24",
        "2024-02-31",
        "99",
        "soon",
        "0000-00-00",
        "1" * 50,
        "15 March 2024 " * 50,
        "31/31/2024",
    ],
)
def test_what_is_no_certain_day_stays_unknown(printed: str) -> None:
    assert iso_date(printed) == ""
