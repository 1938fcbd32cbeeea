import pytest

from tests.factory import article, claim
from tracker.group.scene import make_scenes
from tracker.group.score import judge, kept_apart
from tracker.group.witness import Meeting, read_custom

PLACE = {"place": "Lviv", "country": "Ukraine"}
DAY = {"date_from": "2024-03-09", "date_to": "2024-03-09"}


def scene(article_id, number=0, published="2024-03-10", text="words", **known):
    page = article(text, article_id=article_id, published=published)
    (found,) = make_scenes([page], [claim(text, article_id=article_id, scene=f"{article_id}/{number}", **known)])
    return found


def link(left, right, words=0.1):
    return judge(Meeting(left, right, words, read_custom([left, right])))


def sureness(left, right, words=0.1):
    return link(left, right, words).sureness


@pytest.mark.parametrize("words", [0.05, 0.1, 0.3])
def test_evidence_adds_up(words):
    bare = sureness(scene("a"), scene("b"), words)
    placed = sureness(scene("a", **PLACE), scene("b", **PLACE), words)
    dated = sureness(scene("a", **PLACE, **DAY), scene("b", **PLACE, **DAY), words)
    assert bare < placed < dated


def test_likeness_of_words_adds_up():
    assert sureness(scene("a"), scene("b"), 0.05) < 0.5 < sureness(scene("a"), scene("b"), 0.4)


def test_publication_is_soft():
    late = scene("b", published="2024-11-20")
    assert sureness(scene("a"), late, 0.4) < sureness(scene("a"), scene("b"), 0.4)
    placed = scene("b", published="2024-11-20", **PLACE)
    assert sureness(scene("a", **PLACE), placed, 0.6) > 0.5


@pytest.mark.parametrize(
    ("known", "joins"),
    [
        ({}, False),
        ({**PLACE}, True),
        ({**DAY}, True),
        ({"names": ("Minin",)}, True),
        ({"text": "A boy, 9, was hurt"}, True),
        ({"event": "fire"}, False),
    ],
)
def test_words_alone_never_join_what_was_printed_weeks_apart(known, joins):
    first, late = scene("a", **known), scene("b", published="2024-04-10", **known)
    assert (sureness(first, late, 0.9) >= 0.5) is joins
    assert sureness(first, scene("b", published="", **known), 0.9) >= 0.5 or not joins
    assert sureness(first, scene("b", published="2024-03-20", **known), 0.9) >= 0.5


def test_a_few_words_alone_never_join():
    assert sureness(scene("a"), scene("b"), 0.14) < 0.5
    assert sureness(scene("a", **PLACE), scene("b", **PLACE), 0.14) >= 0.5


def test_a_missing_date_is_no_sign_of_difference():
    assert sureness(scene("a", **DAY), scene("b")) == sureness(scene("a"), scene("b"))


@pytest.mark.parametrize(
    ("known", "joins"),
    [
        ({**PLACE, **DAY, "event": "attack"}, True),
        ({**DAY, "names": ("Minin",), "event": "attack"}, True),
        ({**PLACE, "event": "attack"}, True),
        ({**PLACE, "event": "attack", "published": "2024-03-06"}, False),
        ({**PLACE}, False),
        ({**DAY, "country": "Ukraine", "event": "attack"}, False),
        ({"names": ("Minin",)}, False),
    ],
)
def test_background_joins_on_day_and_place_or_names_or_as_the_news_of_the_day(known, joins):
    there = {key: value for key, value in known.items() if key != "published"}
    assert (sureness(scene("a", 1, **known), scene("b", **there)) >= 0.5) is joins


def test_a_reason_names_the_strongest_witness_first():
    found = link(scene("a", **PLACE, **DAY, names=("Minin",)), scene("b", **PLACE, **DAY, names=("Minin",)))
    assert found.reason.startswith("both name minin; both on 2024-03-09; the same place")


BELGOROD = {"place": "Belgorod", "country": "Russia", "text": "In Belgorod shells fell; in Lviv they prayed."}
LVIV = {"place": "Lviv", "country": "Ukraine", "text": "In Lviv they prayed; in Belgorod shells fell."}


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (scene("a", 0), scene("a", 1), True),
        (scene("a", **DAY), scene("b", date_from="2024-03-10"), False),
        (scene("a", **DAY), scene("b", date_from="2024-03-11"), True),
        (scene("a", **DAY), scene("b", date_from="2024-03-29", text="A man stood trial on Friday."), False),
        (
            scene("a", **DAY),
            scene("b", published="2024-02-02", date_from="2024-02-01", text="A man stood trial."),
            True,
        ),
        (scene("a", **DAY), scene("b", date_from="2024-02-01"), False),
        (scene("a", **DAY), scene("b", date_from="2024-02-01", published="2024-04-10"), True),
        (scene("a", **BELGOROD), scene("b", **LVIV), True),
        (scene("a", **LVIV), scene("b", **{**BELGOROD, "text": LVIV["text"]}), False),
        (scene("a", **PLACE), scene("b", country="Ukraine"), False),
        (scene("a"), scene("b"), False),
    ],
)
def test_what_must_never_be_one(left, right, apart):
    assert kept_apart(left, right) is apart
    assert kept_apart(right, left) is apart
