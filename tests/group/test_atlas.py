"""What is read off the columns of places is what the places themselves say."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group import atlas
from tracker.group.atlas import APART, INSIDE, SAME, Spellings, read_atlas
from tracker.group.place import Nearness, alike, nearness
from tracker.group.scene import make_scenes
from tracker.group.witness import nearest

NAMES = ["Kyiv", "Kiev", "Lviv", "Feodosia, Crimea", "Crimea", "Zaporizhzhia", "Zaporizhia, Ukraine", "Ukraine", ""]
where = st.tuples(st.sampled_from(NAMES), st.sampled_from(["Ukraine", "Russia", "Austria", "Australia", ""]))
CODES = {Nearness.SAME: SAME, Nearness.INSIDE: INSIDE, Nearness.ELSEWHERE: APART, Nearness.ABROAD: APART}


def scenes_at(*lists):
    """A scene for each list of places."""
    pages = [article("words", article_id=f"art-{n:03}") for n in range(len(lists))]
    claims = [
        claim("words", article_id=page.article_id, scene="", start=at, place=place, country=country)
        for page, places in zip(pages, lists, strict=True)
        for at, (place, country) in enumerate(places or [("", "")])
    ]
    return make_scenes(pages, claims)


def all_pairs(scenes):
    left, right = np.array(list(product(range(len(scenes)), repeat=2))).T
    near, apart = read_atlas(scenes, Counter()).nearest(left, right)
    return zip(left.tolist(), right.tolist(), near.tolist(), apart.tolist(), strict=True)


@given(st.lists(st.lists(where, max_size=3), min_size=1, max_size=4))
def test_the_nearest_places_of_two_scenes_are_those_the_places_give(lists):
    scenes = scenes_at(*lists)
    for one, other, near, apart in all_pairs(scenes):
        left, right = scenes[one], scenes[other]
        expected = CODES.get(nearest(left, right), 0)
        assert near == (expected if expected in (SAME, INSIDE) else 0)
        told = left.place and right.place and nearness(left.place, right.place)
        assert apart == (told in (Nearness.ELSEWHERE, Nearness.ABROAD))


def test_places_are_looked_at_in_portions_of_any_size(monkeypatch):
    lists = [[(name, "Ukraine") for name in NAMES[:n]] for n in range(5)]
    at_once = list(all_pairs(scenes_at(*lists)))
    monkeypatch.setattr(atlas, "AT_ONCE", 2)
    assert list(all_pairs(scenes_at(*lists))) == at_once


@given(st.text(alphabet="abcdé ", max_size=14), st.text(alphabet="abcdé ", max_size=14))
@example("zaporizhzhia", "zaporizhia")
@example("krasnohorivka", "krasnohorivke")
def test_names_are_one_where_their_spelling_says_so(left, right):
    listed = list(dict.fromkeys(["", left, right]))
    one, other = listed.index(left), listed.index(right)
    found = Spellings(listed).alike(np.array([one, other, one]), np.array([other, one, one]))
    assert found.tolist() == [alike(left, right), alike(right, left), True]


@pytest.mark.parametrize("lists", [[[]], [[], [("Lviv", "Ukraine")]]])
def test_who_names_no_place_lies_nowhere(lists):
    assert not any(near or apart for one, other, near, apart in all_pairs(scenes_at(*lists)) if one != other)
