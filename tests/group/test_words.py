from math import isclose

from tests.factory import article, claim
from tracker.group.scene import make_scenes
from tracker.group.words import find_furniture, terms, weigh

COOKIES = "We and our partners keep cookies on your device."


def test_a_sentence_of_many_months_is_furniture():
    barns = {1: "A barn in Hollum burned.", 3: "A mill in Buren burned.", 6: "A ferry in Nes ran aground."}
    pages = [article(f"{COOKIES} {news}", published=f"2024-0{month}-01") for month, news in barns.items()]
    assert find_furniture(pages) == {COOKIES.removesuffix(".").casefold()}


def test_an_agency_text_of_one_day_is_not():
    pages = [article("A barn in Hollum burned.", publisher=name) for name in ("The Daily", "The Post", "The Sun")]
    assert not find_furniture(pages)


def test_furniture_is_left_out_of_a_scene():
    page = article(f"{COOKIES}\nA barn in Hollum burned.")
    (scene,) = make_scenes([page], [claim("A barn", article_id=page.article_id, scene="")])
    left_out = frozenset([COOKIES.removesuffix(".").casefold()])
    assert "cookies" in terms(scene)
    assert "cookies" not in terms(scene, left_out)


def test_a_background_scene_has_the_words_of_its_claims_alone():
    page = article("A barn in Hollum burned. In 1911 the mill of Oudeschild burned down.")
    start = page.text.index("In 1911")
    (scene,) = make_scenes([page], [claim(page.text[start:], article_id=page.article_id, start=start, scene="x/1")])
    assert {"mill", "oudeschild"} <= set(terms(scene))
    assert "hollum" not in terms(scene)


def test_rare_words_weigh_more_than_those_of_everyday_news():
    pages = [article("Police said a ferry ran aground at Oosterend."), article("Police said nothing.")]
    scenes = make_scenes(pages, [claim("words", article_id=page.article_id, scene="") for page in pages])
    weights = weigh(scenes)
    ferry = next(index for index, scene in enumerate(scenes) if "ferry" in scene.article.text)
    weight = dict(zip(weights.terms, weights.rows[[ferry]].toarray()[0], strict=True))
    assert weight["oosterend"] > 2 * weight["police"] > 0
    assert isclose(sum(value * value for value in weight.values()), 1)


def test_no_scenes_no_words():
    assert weigh(()).rows.shape == (0, 0)
