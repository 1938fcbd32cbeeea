"""What a figure counts, and how two nouns are related."""

import pytest

from tests.factory import claim, killed
from tracker.compare.counted import kinship, plain_phrase, read_counted
from tracker.compare.measures import measure_of

MIRROR = {"same": "same", "part": "whole", "whole": "part", "apart": "apart"}


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("people", "people"),
        ("12 blocks of flats", "block of flat"),
        ("the innocent victims in the square", "victim"),
        ("At least 19 of whom", "whom"),
        ("others", "other"),
        ("", ""),
        ("Russian-made drones", "russian-made drone"),
    ],
)
def test_plain_phrase(phrase, plain):
    assert plain_phrase(phrase) == plain


@pytest.mark.parametrize(
    ("measure", "left", "right", "expected"),
    [
        ("killed", "", "people", "same"),
        ("killed", "others", "victims", "same"),
        ("killed", "sailors", "", "part"),
        ("killed", "sailors", "soldiers", "part"),
        ("killed", "children", "civilians", "part"),
        ("killed", "civilians", "soldiers", "apart"),
        ("killed", "Ukrainian soldiers", "Russian soldiers", "apart"),
        ("killed", "Russians", "Russian soldiers", "whole"),
        ("killed", "Russians", "people", "same"),
        ("killed", "Russians", "Ukrainian soldiers", "apart"),
        ("killed", "Troops", "Russian troops", "same"),
        ("killed", "troops", "soldiers", "same"),
        ("killed", "Thai workers", "workers", "same"),
        ("killed", "sheep farmers", "sheep farmer", "same"),
        ("killed", "dog walkers", "people", "part"),
        ("killed", "dog walkers", "tax collectors", "apart"),
        ("damaged", "homes", "houses", "same"),
        ("damaged", "homes", "blocks of flats", "apart"),
        ("damaged", "apartment buildings", "blocks of flats", "same"),
        ("fired", "missiles", "rockets", "apart"),
        ("fired", "attack drones", "UAVs", "same"),
        ("fired", "", "drones", "apart"),
        ("burned", "acres of scrub", "hectares", "same"),
        ("age", "", "", "apart"),
        ("distance", "miles off the coast", "miles off the coast", "same"),
    ],
)
def test_kinship(measure, left, right, expected):
    entry = measure_of(measure)
    one, other = (read_counted(killed(1, of=claim(), counted=noun), entry) for noun in (left, right))
    assert kinship(one, other, entry) == expected
    assert kinship(other, one, entry) == MIRROR[expected]
