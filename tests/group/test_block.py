from datetime import date, timedelta

from tests.factory import article, claim
from tracker.group import block
from tracker.group.block import CROWDED, NEIGHBOURS, block_keys, candidate_pairs, shelf_marks
from tracker.group.scene import make_scenes
from tracker.group.weights import weigh
from tracker.group.words import count_words


def scenes_of(*claims, articles=()):
    return make_scenes(articles, claims)


def batches_of(scenes):
    return candidate_pairs(scenes, weigh(list(map(count_words, scenes))), list(map(shelf_marks, scenes)))


def pairs_of(scenes):
    batches = batches_of(scenes)
    return [pair for left, right in batches for pair in zip(left.tolist(), right.tolist(), strict=True)]


def test_one_place_and_day_share_a_shelf():
    scenes = scenes_of(
        claim("a", article_id="art-a", scene="art-a/1", place="Lviv", date_from="2024-03-09"),
        claim("b", article_id="art-b", scene="art-b/1", place="Lviv", date_from="2024-03-09"),
    )
    assert pairs_of(scenes) == [(0, 1)]


def test_a_night_apart_shares_a_shelf_and_a_week_apart_none():
    keys = [
        set(block_keys(scenes_of(claim("a", scene="s", place="Lviv", date_from=day))[0]))
        for day in ("2024-03-09", "2024-03-10", "2024-03-16")
    ]
    assert keys[0] & keys[1]
    assert not keys[0] & keys[2]


def test_a_vague_window_puts_a_happening_on_no_day():
    (scene,) = scenes_of(claim("a", scene="s", place="Lviv", date_from="2016-01-01", date_to="2016-12-31"))
    assert not list(block_keys(scene))


def test_scenes_of_one_article_are_never_a_pair():
    known = {"place": "Lviv", "date_from": "2024-03-09"}
    assert not pairs_of(scenes_of(claim("a", scene="art-a/1", **known), claim("b", scene="art-a/2", **known)))


def trams(number, days):
    first = date(2020, 1, 1)
    pages = [article(f"Tram {n} derailed.", published=f"{first + timedelta(days=days * n)}") for n in range(number)]
    return make_scenes(pages, [claim("Tram", article_id=page.article_id, scene="") for page in pages])


def test_a_crowded_shelf_is_split_by_week():
    scenes = trams(3 * CROWDED, days=7)
    assert len(pairs_of(scenes)) < 2 * len(scenes)


def test_many_reports_of_one_week_all_meet():
    scenes = trams(CROWDED + 30, days=0)
    assert len(pairs_of(scenes)) == len(scenes) * (len(scenes) - 1) // 2


def test_a_flood_of_them_does_not_blow_up(monkeypatch):
    monkeypatch.setattr(block, "ENOUGH", 1000)
    monkeypatch.setattr(block, "ENOUGH_EACH", 0)
    scenes = trams(3 * CROWDED, days=0)
    assert 0 < len(pairs_of(scenes)) <= NEIGHBOURS * len(scenes)


def test_batches_hold_every_pair_once(monkeypatch):
    scenes = trams(40, days=0)
    whole = pairs_of(scenes)
    monkeypatch.setattr(block, "AT_ONCE", 100)
    assert len(list(batches_of(scenes))) > 1
    assert sorted(pairs_of(scenes)) == sorted(whole) == sorted(set(whole))


def test_nothing_makes_no_pairs():
    assert pairs_of(()) == []
