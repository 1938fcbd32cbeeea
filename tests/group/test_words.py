import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group.marks import mark, word_mark
from tracker.group.scene import make_scenes
from tracker.group.weights import weigh
from tracker.group.words import _NAME, _SENTENCE, _mask, count_words, read_pieces
from tracker.group.words import find_furniture as furniture_of


def find_furniture(pages):
    return furniture_of(map(read_pieces, pages))


def weigh_words(scenes):
    return weigh(list(map(count_words, scenes)))


def used(scene, furniture=frozenset()):
    """How often a scene uses a word."""
    counted = count_words(scene, furniture)
    known = dict(zip(counted.marks.tolist(), counted.counts.tolist(), strict=True))
    return lambda word: known.get(word_mark(word), 0)


COOKIES = "We and our partners keep cookies on your device."


def test_a_sentence_of_many_months_is_furniture():
    barns = {1: "A barn in Hollum burned.", 3: "A mill in Buren fell down.", 6: "A ferry in Nes ran aground."}
    pages = [article(f"{COOKIES} {news}", published=f"2024-0{month}-01") for month, news in barns.items()]
    assert find_furniture(pages) == {mark("* and our partners keep cookies on your device")}


def test_furniture_is_the_same_under_other_names():
    names = {1: "Ann Roe", 3: "Jo Dyk", 6: "Sam Poe"}
    pages = [article(f"Write to {name} about this story.", published=f"2024-0{n}-01") for n, name in names.items()]
    assert len(find_furniture(pages)) == 1


def test_the_name_of_the_site_behind_a_headline_is_furniture():
    titles = {1: "Barn burns", 3: "Mill falls", 6: "Ferry aground"}
    pages = [article(news, title=f"{news} | The Daily News", published=f"2024-0{n}-01") for n, news in titles.items()]
    assert find_furniture(pages) == {mark("the daily news")}


def test_an_agency_text_of_one_day_is_not():
    pages = [article("A barn in Hollum burned.", publisher=name) for name in ("The Daily", "The Post", "The Sun")]
    assert not find_furniture(pages)


def test_furniture_is_left_out_of_a_scene():
    page = article(f"{COOKIES}\nA barn in Hollum burned.")
    (scene,) = make_scenes([page], [claim("A barn", article_id=page.article_id, scene="")])
    months = [replace(page, published=f"2024-0{month}-01", text=COOKIES, zones=()) for month in (1, 3, 6)]
    assert used(scene)("cookies")
    assert not used(scene, find_furniture(months))("cookies")


def test_a_text_of_few_words_is_never_quite_alike():
    """Two headlines of the same three words; two articles of the same thirty."""
    short, long = (alike([article(text, publisher=name) for name in "ab"]) for text in ("Ferry aground at Nes", LONG))
    assert short < 0.6 < long


LONG = """The ferry Oerd ran aground on the Roggesloot sandbank off Nes with eighty passengers, cattle trucks
and a wedding cake aboard. Lifeboats from Moddergat brought everyone ashore. The skipper blamed a buoy."""


def alike(pages):
    weights = weigh_words(make_scenes(pages, [claim("x", article_id=page.article_id, scene="") for page in pages]))
    return (weights.rows[[0]] @ weights.rows[[1]].T).toarray()[0, 0]


def test_a_background_scene_has_the_words_of_its_claims_alone():
    page = article("A barn in Hollum burned. In 1911 the mill of Oudeschild burned down.")
    start = page.text.index("In 1911")
    (scene,) = make_scenes([page], [claim(page.text[start:], article_id=page.article_id, start=start, scene="x/1")])
    assert list(map(used(scene), ("mill", "oudeschild", "hollum"))) == [1, 1, 0]


def test_rare_words_weigh_more_than_those_of_everyday_news():
    pages = [article("Police said a ferry ran aground at Oosterend."), article("Police said nothing.")]
    scenes = make_scenes(pages, [claim("words", article_id=page.article_id, scene="") for page in pages])
    weights = weigh_words(scenes)
    ferry = next(index for index, scene in enumerate(scenes) if "ferry" in scene.article.text)
    weight = dict(zip(weights.marks.tolist(), weights.rows[[ferry]].toarray()[0], strict=True))
    assert weight[word_mark("oosterend")] > 2 * weight[word_mark("police")] > 0
    assert 0 < sum(value * value for value in weight.values()) < 1


def test_no_scenes_no_words():
    assert weigh_words(()).rows.shape == (0, 0)


# Whatever parts words, names and sentences, or might be taken for what does.
SIGNS = st.text("aEé1٣_ \n.!…,\"”’'-*", max_size=60)
TOKEN = r"(?:[A-Z][\w'’.-]{0,60}|[^\s\d]{0,30}\d\S{0,60})"


@given(SIGNS)
def test_patterns_that_are_quick_find_what_plain_ones_find(text):
    plain = re.compile(r"(?<![.!?…])[.!?…]+[\"”’)]*\s+|\n+")
    assert _SENTENCE.split(text) == plain.split(text)
    assert _NAME.findall(text) == re.findall(r"(?:[A-Z][a-z'’]+[ -]){1,2}[A-Z][a-z'’]+", text)


@given(SIGNS)
def test_names_and_numbers_are_masked_where_four_words_are_left(text):
    masked = re.sub(rf"\b{TOKEN}(?: {TOKEN})*", "*", text)
    words = re.findall(r"[^\W_]+(?:['’.][^\W_]+)*", masked)
    assert _mask(text) == (masked if len(words) >= 4 else text.casefold())


def test_a_headline_counts_thrice_and_the_first_paragraphs_twice():
    late = "barge " * 100
    page = article(f"A ferry and a FERRY. {late}The buoy of Ann Roe.", title="Ferry aground")
    (scene,) = make_scenes([page], [claim("A ferry", article_id=page.article_id, scene="")])
    assert list(map(used(scene), ("ferry", "aground", "buoy", "ann roe", "roe", "the"))) == [7, 3, 1, 1, 1, 0]
    marks = count_words(scene).marks.tolist()
    assert marks == sorted(set(marks))
