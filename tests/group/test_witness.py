import pytest

from tests.factory import article, claim
from tracker.group import witness
from tracker.group.scene import make_scenes
from tracker.group.witness import WITNESSES, Meeting, read_custom

AT_NES = {"country": "Netherlands", "text": "A ferry at Nes, across from Buren"}
AT_BUREN = {"country": "Netherlands", "text": "A mill in Buren"}


def scene(article_id="a", number=0, published="2024-03-10", text="words", title="", **known):
    page = article(text, article_id=article_id, published=published, title=title)
    (found,) = make_scenes([page], [claim(text, article_id=article_id, scene=f"{article_id}/{number}", **known)])
    return found


def meeting(left, right, *others, words=0.1):
    return Meeting(left, right, words, read_custom([left, right, *others]))


def weight(name, left, right, *others):
    return getattr(witness, name)(meeting(scene("a", **left), scene("b", **right), *others)).weight


def test_each_witness_says_what_it_looks_at():
    assert all(heard.__doc__ for heard in WITNESSES)


@pytest.mark.parametrize(
    ("name", "left", "right", "sign"),
    [
        ("days_agree", {"date_from": "2024-03-09"}, {"date_from": "2024-03-09"}, 1),
        ("days_agree", {"date_from": "2024-03-09"}, {"date_from": "2024-03-10"}, -1),
        ("days_agree", {"date_from": "2024-03-09"}, {"date_from": "2024-03-20"}, -1),
        ("days_agree", {"date_from": "2024-03-09"}, {}, 0),
        ("days_agree", {"date_from": "2016-01-01", "date_to": "2016-12-31"}, {"date_from": "2016-03-09"}, 0),
        ("places_agree", {"place": "Nes"}, {"place": "Nes"}, 1),
        ("places_agree", {"place": "Nes, Ameland"}, {"place": "Ameland"}, 1),
        ("places_agree", {"place": "Nes"}, {}, 0),
        ("places_agree", {"place": "Nes", **AT_NES}, {"place": "Buren", **AT_BUREN}, -1),
        ("places_agree", {"place": "Nes", **AT_NES}, {"place": "Buren", **AT_BUREN, "country": ""}, 0),
        ("places_agree", {"place": "Nes", **AT_NES, "text": "Near Buren, at Nes"}, {"place": "Buren", **AT_BUREN}, 0),
        ("names_agree", {"names": ("Minin",)}, {"names": ("MININ", "Sveta")}, 1),
        ("names_agree", {"names": ("Minin",)}, {"names": ("Sveta",)}, 0),
        ("ages_agree", {"text": "A boy, 9, was hurt"}, {"text": "A nine-year-old"}, 1),
        ("ages_agree", {"text": "A boy, 9, was hurt"}, {"text": "A 10-year-old"}, -1),
        ("ages_agree", {"text": "A boy, 9, was hurt"}, {"text": "A 40-year-old"}, -1),
        ("ages_agree", {"text": "A boy, 9, was hurt"}, {"text": "A boy was hurt"}, 0),
        ("events_agree", {"event": "fire"}, {"event": "fire"}, 1),
        ("events_agree", {"event": "fire"}, {"event": "explosion"}, 0),
        ("events_agree", {"event": "fire"}, {"event": "election"}, -1),
        ("events_agree", {"event": "fire"}, {"event": ""}, 0),
        ("printed_close", {"published": "2024-03-09"}, {"published": "2024-03-10"}, 0),
        ("printed_close", {"published": "2024-03-09"}, {"published": "2024-05-10"}, -1),
        ("printed_close", {"published": ""}, {"published": "2024-05-10"}, 0),
    ],
)
def test_which_way_a_witness_speaks(name, left, right, sign):
    found = weight(name, left, right)
    assert (found > 0) - (found < 0) == sign
    assert weight(name, right, left) == found


def test_two_places_in_two_headlines_are_meant():
    nes, buren = {"place": "Nes", **AT_NES}, {"place": "Buren", **AT_BUREN}
    headlined = weight("places_agree", {**nes, "title": "Ferry aground at Nes"}, {**buren, "title": "Buren mill burns"})
    one = weight("places_agree", {**nes, "title": "Ferry aground at Nes"}, {**buren, "title": "Mill burns"})
    assert headlined < one < 0


def test_what_all_of_a_corpus_shares_tells_less():
    known = {"place": "Nes", "date_from": "2024-03-09"}
    crowd = [scene(f"c{n}", **known) for n in range(30)]
    others = [scene(f"d{n}", place=f"Town {n}", date_from=f"2023-01-{n + 1:02}") for n in range(30)]
    for name in ("days_agree", "places_agree"):
        assert 0 < weight(name, known, known, *crowd) < weight(name, known, known, *others)


def test_only_whole_articles_are_compared_by_words():
    assert not witness.words_agree(meeting(scene("a", 1), scene("b"), words=0.9)).weight
    assert witness.words_agree(meeting(scene("a"), scene("b"), words=0.9)).weight > 0


def test_who_tells_both_days_means_two_happenings():
    """An anniversary: its article recalls the first march as another happening."""
    page = article("words", article_id="c", published="2025-03-10")
    days = [{"date_from": "2025-03-10"}, {"date_from": "2024-03-09"}]
    told = [claim(f"w{n}", article_id="c", scene=f"c/{n}", **day) for n, day in enumerate(days)]
    first, alone = scene("a", date_from="2024-03-09"), scene("b", published="2025-03-10", date_from="2025-03-10")
    march = make_scenes([page], told)[0]
    assert witness.days_agree(meeting(march, first)).weight < witness.days_agree(meeting(alone, first)).weight < 0
