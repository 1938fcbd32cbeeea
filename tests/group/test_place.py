import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.group.place import Nearness, nearness, read_place


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("Kharkiv", "Ukraine"), ("Kharkiv", "Ukraine"), Nearness.SAME),
        (("Kharkiv", "Ukraine"), ("Kharkov", ""), Nearness.SAME),
        (("Zaporizhzhia", "Ukraine"), ("Zaporizhzhya", "Ukraine"), Nearness.SAME),
        (("Feodosia, Crimea", "Ukraine"), ("Crimea", "Ukraine"), Nearness.INSIDE),
        (("Feodosia, Crimea", ""), ("Ukraine", "Ukraine"), Nearness.UNKNOWN),
        (("Kyiv", "Ukraine"), ("Ukraine", "Ukraine"), Nearness.INSIDE),
        (("Kyiv", "Ukraine"), ("", "Ukraine"), Nearness.INSIDE),
        (("Kyiv", "Ukraine"), ("Lviv", "Ukraine"), Nearness.ELSEWHERE),
        (("Kherson", "Ukraine"), ("Kharkiv", "Ukraine"), Nearness.ELSEWHERE),
        (("Belgorod", "Russia"), ("Kharkiv", "Ukraine"), Nearness.ABROAD),
        (("Birmingham", "United Kingdom"), ("Birmingham", "United States"), Nearness.ABROAD),
        (("Leeds", "Britain"), ("Leeds", "UK"), Nearness.SAME),
        (("Kyiv", ""), ("", ""), Nearness.UNKNOWN),
        (("the Gaza Strip", ""), ("Gaza Strip", ""), Nearness.SAME),
    ],
)
def test_nearness(left, right, expected):
    assert nearness(read_place(*left), read_place(*right)) is expected


names = st.sampled_from(["Kyiv", "Kiev", "Lviv", "Feodosia, Crimea", "Crimea", "Ukraine", "Russia", ""])


@given(names, names, names, names)
def test_nearness_is_the_same_both_ways(place, country, other_place, other_country):
    left, right = read_place(place, country), read_place(other_place, other_country)
    assert nearness(left, right) is nearness(right, left)
