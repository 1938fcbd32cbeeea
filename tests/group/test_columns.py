"""What is added up in columns is what the witnesses say of each pair."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group.columns import read_columns
from tracker.group.odds import FAINT, add_up, shared_names
from tracker.group.scene import make_scenes
from tracker.group.score import judge
from tracker.group.witness import Meeting, read_custom

PLACES = [
    ("", ""),
    ("Lviv", "Ukraine"),
    ("Belgorod", "Russia"),
    ("Lviv", ""),
    ("Ukraine", "Ukraine"),
    ("Kyiv", "Ukraine"),
]
TEXTS = ["words", "A boy, 9, in Lviv", "A ten-year-old in Belgorod", "Ann Roe, 62, of Kyiv", "Bo Lee, 63, stood trial"]
told = st.fixed_dictionaries(
    {
        "number": st.integers(0, 2),
        "where": st.sampled_from(PLACES),
        "date_from": st.sampled_from(["", "2024-03-09", "2024-03-10", "2024-03-20", "2023-01-05"]),
        "event": st.sampled_from(["", "fire", "explosion", "election", "other"]),
        "names": st.sampled_from([(), ("Minin",), ("Minin", "Sveta"), ("A", "B", "C", "D")]),
        "text": st.sampled_from(TEXTS),
        "published": st.sampled_from(["", "2024-03-10", "2024-03-11", "2024-06-01"]),
    }
)


def scenes_of(drawn):
    pages, claims = [], []
    for n, known in enumerate(drawn):
        place, country = known["where"]
        page = article(known["text"], article_id=f"a{n}", published=known["published"])
        rest = {key: known[key] for key in ("date_from", "event", "names")}
        pages.append(page)
        scene = f"a{n}/{known['number']}"
        claims.append(claim(known["text"], article_id=f"a{n}", scene=scene, place=place, country=country, **rest))
        if known["number"] == 2:
            claims.append(claim("before", article_id=f"a{n}", scene=f"a{n}/0", date_from="2023-01-05"))
    return make_scenes(pages, claims)


@settings(max_examples=150, deadline=None)
@given(st.lists(told, min_size=2, max_size=5), st.sampled_from([0.0, 0.1, 0.4]))
def test_columns_say_what_the_witnesses_say(drawn, words):
    scenes = scenes_of(drawn)
    pairs = list(combinations(range(len(scenes)), 2))
    left, right = np.array(pairs).T
    custom = read_custom(scenes)
    columns = read_columns(scenes, custom)
    named = shared_names(columns, left, right)
    odds, most = add_up(columns, left, right, np.full(len(pairs), words), named)
    for at, (one, other) in enumerate(pairs):
        expected = judge(Meeting(scenes[one], scenes[other], words, custom)).sureness
        found = min(most[at], 1 / (1 + np.exp(-odds[at])))
        assert found == pytest.approx(expected) or max(found, expected) < FAINT
