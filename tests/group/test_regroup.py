"""Grouping what is new over what is known equals grouping everything: incidents, members, links and where ids lead."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.synthetic import make_press
from tests.factory import article, claim
from tracker.group import (
    block,
    group_claims,
    outline_article,
    packed,
    packed_past,
    regroup,
    unpacked,
    unpacked_past,
)


class Desk:
    """A desk that groups whenever articles come in, and keeps what it found."""

    def __init__(self):
        self.known, self.said, self.outlines = {}, {}, {}
        self.past = b""
        self.incidents, self.links, self.homes, self.members = {}, {}, {}, {}
        self.opened = 0

    def articles(self, article_ids):
        wanted = set(article_ids)
        self.opened += len(wanted)
        return {name: self.known[name] for name in wanted if name in self.known}

    def claims(self, article_ids):
        return [claim for name in article_ids for claim in self.said.get(name, ())]

    def take(self, pages, claims):
        for page in pages:
            self.known[page.article_id] = page
            self.said[page.article_id] = [each for each in claims if each.article_id == page.article_id]
            self.outlines[page.article_id] = packed(outline_article(page, self.said[page.article_id]))

    def lose(self, article_id):
        del self.known[article_id], self.said[article_id], self.outlines[article_id]

    def group(self, **decided):
        self.opened = 0
        pairs = [pair for said in decided.values() for pair in said]
        about = {name for pair in pairs for name in pair}
        found = regroup(
            map(unpacked, self.outlines.values()),
            unpacked_past(self.past),
            self,
            copies={name: page.copy_of for name, page in self.known.items() if page.copy_of},
            decided=[each for said in self.said.values() for each in said if each.claim_id in about],
            **decided,
        )
        self.past = packed_past(found.past)
        for each in found.outlines:
            self.outlines[each.article_id] = packed(each)
        gone = {self.members[name] for name in found.members if name in self.members}
        there = {each.claim_id for said in self.said.values() for each in said}
        gone |= {home for name, home in self.members.items() if name not in there}
        self.members = {name: home for name, home in (self.members | found.members).items() if name in there}
        self.incidents = {name: each for name, each in self.incidents.items() if name not in gone}
        self.links = {name: each for name, each in self.links.items() if each.incident_id not in gone}
        self.incidents |= {each.incident_id: each for each in found.incidents}
        self.links |= {each.link_id: each for each in found.links}
        return found


def assert_as_from_scratch(desk, **decided):
    claims = [each for said in desk.said.values() for each in said]
    whole = group_claims(desk.known.values(), claims, **decided)
    assert desk.members == whole.members
    assert desk.incidents == {each.incident_id: each for each in whole.incidents}
    assert desk.links == {each.link_id: each for each in whole.links}


PRESS = make_press(260, seed=3)
SEEDS = st.integers(min_value=0, max_value=10**6)


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(min_value=1, max_value=6))
def test_in_whatever_portions_and_order_articles_come(seed, portions):
    chance = random.Random(seed)
    pages = list(PRESS.articles)
    chance.shuffle(pages)
    desk = Desk()
    for n in range(portions):
        desk.take(pages[n::portions], PRESS.claims)
        desk.group()
    assert_as_from_scratch(desk)


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_with_what_people_decide_and_take_back_in_between(seed):
    chance = random.Random(seed)
    pages = list(PRESS.articles)
    chance.shuffle(pages)
    names = [each.claim_id for each in PRESS.claims]
    desk, decided = Desk(), {"same": [], "different": []}
    for n in range(4):
        desk.take(pages[n::4], PRESS.claims)
        for kind in decided:
            near = [(one, other) for one, other in pairwise(names) if chance.random() < 0.02]
            decided[kind] = [*chance.sample(near, len(near) // 2), tuple(chance.sample(names, 2))]
        desk.group(**decided)
        assert_as_from_scratch(desk, **decided)


@settings(max_examples=10, deadline=None)
@given(SEEDS)
def test_when_articles_go_and_copies_are_found_later(seed):
    chance = random.Random(seed)
    desk = Desk()
    desk.take(PRESS.articles, PRESS.claims)
    desk.group()
    for gone in chance.sample(sorted(desk.known), 5):
        desk.lose(gone)
    copy, original = chance.sample(sorted(desk.known), 2)
    desk.known[copy] = replace(desk.known[copy], copy_of=original)
    desk.group()
    assert_as_from_scratch(desk)


def test_one_more_article_opens_few_and_changes_few():
    press = make_press(4000, seed=5)
    desk = Desk()
    pages = random.Random(0).sample(press.articles, len(press.articles))
    desk.take(pages[:-9], press.claims)
    desk.group()
    known, opened, changed = len(desk.outlines), [], []
    for page in pages[-9:]:
        desk.take([page], press.claims)
        changed.append(len(desk.group().homes))
        opened.append(desk.opened)
    # Now and then a count takes a step, and much is looked at again.
    assert sorted(opened)[4] < known / 4
    assert 0 < sorted(changed)[4] < known / 6
    assert_as_from_scratch(desk)


def test_nothing_new_changes_nothing():
    desk = Desk()
    desk.take(PRESS.articles, PRESS.claims)
    desk.group()
    again = desk.group()
    assert again.homes == {}
    assert again.incidents == ()
    assert desk.opened == 0


def test_furniture_found_out_later_leaves_the_words_of_older_articles():
    cookies = "We and our partners keep cookies on your device."
    news = {1: "A barn in Hollum burned.", 3: "A mill in Buren fell down.", 6: "A ferry in Nes ran aground."}
    pages = [article(f"{text} {cookies}", published=f"2024-0{month}-01") for month, text in news.items()]
    claims = [claim("x", article_id=page.article_id, scene="") for page in pages]
    desk = Desk()
    desk.take(pages[:2], claims)
    assert desk.group().outlines == ()
    desk.take(pages[2:], claims)
    assert {each.article_id for each in desk.group().outlines} == {page.article_id for page in pages}
    assert_as_from_scratch(desk)


def test_a_crowded_shelf_that_is_split_and_joined_again_is_looked_through_again(monkeypatch: pytest.MonkeyPatch):
    """Where a shelf shrinks, two old scenes meet for the first time though neither has changed."""
    monkeypatch.setattr(block, "CROWDED", 6)
    monkeypatch.setattr(block, "ENOUGH", 0)
    monkeypatch.setattr(block, "ENOUGH_EACH", 0)
    chance = random.Random(2)
    desk = Desk()
    desk.take(PRESS.articles, PRESS.claims)
    desk.group()
    for _ in range(6):
        for gone in chance.sample(sorted(desk.known), len(desk.known) // 5):
            desk.lose(gone)
        desk.group()
        assert_as_from_scratch(desk)
