"""How two places are related."""

import pytest

from tracker.compare.places import placing, read_place

OPPOSITE = {"same": "same", "inside": "around", "around": "inside", "apart": "apart"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("Kyiv", "Ukraine"), ("Kyiv", "Ukraine"), "same"),
        (("Feodosia, Crimea", "Ukraine"), ("Feodosia", ""), "same"),
        (("Feodosia, Crimea", "Ukraine"), ("Crimea", "Ukraine"), "same"),
        (("Kharkiv", "Ukraine"), ("Kharkov", "Ukraine"), "same"),
        (("", ""), ("Kyiv", "Ukraine"), "same"),
        (("Kyiv", "Ukraine"), ("Ukraine", "Ukraine"), "inside"),
        (("Kyiv", "Ukraine"), ("", "Ukraine"), "inside"),
        (("Ukraine", "Ukraine"), ("", "Ukraine"), "same"),
        (("Kyiv", "Ukraine"), ("Russia", "Russia"), "apart"),
        (("Lviv", "Ukraine"), ("Odesa", "Ukraine"), "apart"),
        (("Belgorod", "Russia"), ("Kharkiv", "Ukraine"), "apart"),
        (("Jurong", "Singapore"), ("Singapore", "Singapore"), "same"),
        (("Jurong", "Singapore"), ("", "Singapore"), "same"),
        (("Poplar Lane", "United Kingdom"), ("Ashford", "United Kingdom"), "same"),
        (("Ashford and Poplar Lane", ""), ("Ashford", ""), "same"),
        (("Ashford and Poplar Lane", ""), ("Dunmore", ""), "apart"),
        (("West Ashford", "United Kingdom"), ("Ashford", ""), "same"),
        (("South Side Ashford", ""), ("Ashford", ""), "same"),
        (("New Ashford", ""), ("Ashford", ""), "apart"),
        (("South Sudan", ""), ("Sudan", ""), "apart"),
    ],
)
def test_placing(left, right, expected):
    one, other = read_place(*left), read_place(*right)
    assert placing(one, other) == expected
    assert placing(other, one) == OPPOSITE[expected]
