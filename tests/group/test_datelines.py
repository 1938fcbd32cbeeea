"""What reports that name their own places first say against each other is what the witness of places says."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group.datelines import Datelines
from tracker.group.scene import make_scenes
from tracker.group.witness import HEADLINED_APART, PLACE_APART, Meeting, places_agree, read_custom

PLACES = ["Nes", "Nesse", "Buren", "Oldenburg"]
told = st.fixed_dictionaries(
    {
        "title": st.lists(st.sampled_from(PLACES), max_size=2).map(" and ".join),
        "text": st.lists(st.sampled_from([*PLACES, "words"]), max_size=4).map(" ".join),
        "place": st.sampled_from(PLACES),
        "number": st.integers(0, 1),
    }
)


def scenes_of(*drawn):
    pages = [article(each["text"], article_id=f"a{n}", title=each["title"]) for n, each in enumerate(drawn)]
    return make_scenes(
        pages,
        [
            claim(each["text"], article_id=f"a{n}", scene=f"a{n}/{each['number']}", place=each["place"], country="X")
            for n, each in enumerate(drawn)
        ],
    )


def against(scenes, pairs, open=lambda places: None):
    left, right = np.array(pairs).T
    return Datelines(scenes, open).apart(left, right).tolist()


@given(st.lists(told, min_size=2, max_size=4))
def test_they_say_what_the_witness_says(drawn):
    scenes = scenes_of(*drawn)
    pairs = [(a, b) for a, b in permutations(range(len(scenes)), 2) if scenes[a].place != scenes[b].place]
    if not pairs:
        return
    for (one, other), found in zip(pairs, against(scenes, pairs), strict=True):
        said = places_agree(Meeting(scenes[one], scenes[other], 0.0, read_custom(scenes))).weight
        assert found == (said if said in (PLACE_APART, HEADLINED_APART) else 0.0)


def test_each_scene_is_opened_before_it_is_read_and_once():
    opened = []
    scenes = scenes_of(*({"title": "", "text": name, "place": name, "number": 0} for name in PLACES[1:]))
    lines = Datelines(scenes, lambda places: opened.extend(places))
    for _ in range(2):
        assert lines.apart(np.array([0, 0]), np.array([1, 2])).tolist() == [PLACE_APART, PLACE_APART]
    assert sorted(opened) == [0, 1, 2]
