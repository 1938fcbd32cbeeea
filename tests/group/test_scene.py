from datetime import date, timedelta

import pytest

from tests.factory import article, claim
from tracker.group.place import read_place
from tracker.group.scene import Window, make_scenes, window


def test_claims_of_one_scene_are_one():
    first, second = claim("a", scene="art-a/1"), claim("b", start=9, scene="art-a/1")
    (scene,) = make_scenes([], [second, first])
    assert scene.claims == (first, second)


def test_a_claim_without_a_scene_belongs_to_the_main_one():
    (scene,) = make_scenes([], [claim("a", scene=""), claim("b", start=9, scene="art-a/0")])
    assert scene.main


def test_a_later_scene_is_background():
    (scene,) = make_scenes([], [claim("a", scene="art-a/1")])
    assert not scene.main


def test_what_is_known_comes_from_the_claim_that_stands_first():
    late = claim("b", start=50, scene="art-a/1", place="Kyiv", event="fire", date_from="2024-03-01")
    early = claim("a", start=5, scene="art-a/1", place="Lviv", event="attack", date_from="2024-03-09")
    (scene,) = make_scenes([], [late, early])
    assert (scene.event, scene.place.finest) == ("attack", "lviv")
    assert scene.window == Window(first=date(2024, 3, 9), last=date(2024, 3, 9))


def test_a_town_says_more_than_a_country():
    claims = [claim("a", country="Ukraine", scene="s"), claim("b", start=9, place="Lviv", country="Ukraine", scene="s")]
    (scene,) = make_scenes([], claims)
    assert scene.place.finest == "lviv"


def test_a_claim_split_in_two_changes_nothing():
    told = article("Two fishing boats burned in the harbour of Varna at dawn.")
    whole = claim(told.text, article_id=told.article_id, scene="s", place="Varna")
    left = claim(told.text[:20], article_id=told.article_id, scene="s", place="Varna")
    right = claim(told.text[20:], start=20, article_id=told.article_id, scene="s", place="Varna")
    (one,), (two,) = make_scenes([told], [whole]), make_scenes([told], [right, left])
    assert (one.text, one.places, one.window) == (two.text, two.places, two.window)


@pytest.mark.parametrize(
    ("date_from", "date_to", "days"),
    [
        ("2024-03-09", "2024-03-09", 1),
        ("2024-03-09", "2024-03-11", 3),
        ("2024-03-09", "", 1),
        ("", "2024-03-11", 1),
        ("2024-03-09T22:15:00", "", 1),
        ("", "", None),
        ("2024-03-11", "2024-03-09", None),
        ("last spring", "", None),
    ],
)
def test_a_window_needs_one_end_and_the_right_order(date_from, date_to, days):
    found = window(date_from, date_to)
    assert (found.days if found else None) == days


@pytest.mark.parametrize(("other", "days"), [("2024-03-10", 0), ("2024-03-12", 1), ("2024-03-01", 8)])
def test_windows_know_how_far_they_are_apart(other, days):
    here = window("2024-03-09", "2024-03-11")
    assert here.apart(window(other, other)) == timedelta(days=days)


@pytest.mark.parametrize(
    ("title", "text", "back"),
    [
        ("Man sentenced over mill fire", "A court in Buren ruled.", True),
        ("Mill burns", "The mill of Buren burned down overnight.", False),
        ("Mill burns", "x " * 400 + "He was charged.", False),
    ],
)
def test_a_report_that_opens_with_the_aftermath_looks_back(title, text, back):
    page = article(text, title=title)
    (scene,) = make_scenes([page], [claim(text, article_id=page.article_id, scene="")])
    assert scene.looks_back is back


def test_which_place_an_article_names_first():
    page = article("Shells fell in Belgorod. Kyiv denied it.", title="Belgorod hit")
    (scene,) = make_scenes([page], [claim("x", article_id=page.article_id, scene="")])
    here, there, nowhere = (read_place(name) for name in ("Belgorod", "Kyiv", "Lviv"))
    assert scene.names_first(here, there)
    assert scene.names_first(there, nowhere)
    assert not scene.names_first(there, here)
    assert not scene.names_first(nowhere, here)
