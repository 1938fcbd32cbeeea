"""Floods: the work grows with the claims, and what cannot be placed stays by itself."""

import random

import pytest

from tests.bench.grouping import pairwise
from tests.bench.synthetic import make_press
from tests.clock import seconds
from tests.factory import article, claim
from tracker.group import group_claims

WORDS = [f"word{n}" for n in range(3000)]


def flood(number, *, base="", **known):
    """So many articles of one day, in words of their own or nearly those of ``base``, each with one claim."""
    chance = random.Random(1)
    told = [f"{base or ' '.join(chance.choices(WORDS, k=25))} no{n}." for n in range(number)]
    published = known.pop("published", "2024-03-10")
    pages = [article(text, article_id=f"art-{n}", published=published) for n, text in enumerate(told)]
    return pages, [claim("x", article_id=page.article_id, scene="", **known) for page in pages]


def grouping(pages, claims):
    """How long it takes to give every claim its incident."""
    found = set()
    taken = seconds(lambda: found.update(group_claims(pages, claims).members), times=1)
    assert found == {each.claim_id for each in claims}
    return taken


PLACED = {"place": "Lviv", "country": "Ukraine", "date_from": "2024-03-09", "event": "attack"}
REPORT = " ".join(WORDS[:40])


@pytest.mark.parametrize(
    "known",
    [PLACED, {}, {"base": REPORT}, {"base": REPORT, "published": ""}, {**PLACED, "base": REPORT}],
    ids=["one block", "no date or place", "one text", "one text undated", "one text in one block"],
)
def test_the_work_grows_with_the_claims(known):
    grouping(*flood(100, **known))
    few, many = (grouping(*flood(number, **known)) for number in (600, 2400))
    assert many < 8 * few + 1


def test_words_alone_join_hardly_any_of_a_flood():
    pages, claims = flood(1000)
    assert len(group_claims(pages, claims).incidents) > 950


def test_a_form_filled_in_anew_each_day_is_no_incident():
    pages = [article(f"{REPORT} no{n}.", article_id=f"art-{n}", published=f"2024-{n:02}-15") for n in range(1, 13)]
    claims = [claim("x", article_id=page.article_id, scene="", date_from=page.published) for page in pages]
    assert len(group_claims(pages, claims).incidents) == 12


def test_what_has_no_place_or_date_stays_by_itself_and_says_so():
    (incident,) = group_claims([], [claim("x", scene="art-a/1")]).incidents
    assert incident.label == "Event, place unknown, date unknown"
    assert incident.reason == "one article, nothing joined"


def test_a_made_up_press_is_grouped_well():
    press = make_press(3000)
    precision, recall = pairwise(press, group_claims(press.articles, press.claims).members)
    assert precision > 0.97
    assert recall > 0.65


def test_a_press_follows_from_its_seed():
    assert make_press(200) == make_press(200)
    assert make_press(200) != make_press(200, seed=1)
