"""What people decide is honoured, whatever the words say."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article, claim
from tracker.group import group_claims
from tracker.group.decided import pairs_of_scenes, settle_claims, without_contradiction
from tracker.group.scene import make_scenes

HARBOUR = "Two fishing boats burned in the harbour of Varna before dawn. The Minin and the Sveta lay there."
TRAM = "A tram left the rails on Alexander Boulevard in Sofia. Nineteen passengers went to Pirogov hospital."


def page(text, paper):
    return article(text, article_id=f"art-{paper}", publisher=paper)


def of(paper, start=0, **known):
    return claim(
        f"words {start}", article_id=f"art-{paper}", start=start, claim_id=f"{paper}{start}", scene="", **known
    )


PAGES = [page(HARBOUR, "a"), page(HARBOUR + " It rained.", "b"), page(TRAM, "c")]
CLAIMS = [of("a"), of("b"), of("c")]


def together(pages=PAGES, claims=CLAIMS, **decided):
    members = group_claims(pages, claims, **decided).members
    return {pair for pair in combinations(sorted(members), 2) if members[pair[0]] == members[pair[1]]}


def test_without_decisions_the_words_decide():
    assert together() == {("a0", "b0")}


def test_the_same_whatever_the_words_say():
    assert ("a0", "c0") in together(same=[("c0", "a0")])


def test_different_whatever_the_words_say():
    assert together(different=[("b0", "a0")]) == set()


def test_different_wins_even_through_a_third():
    found = together(same=[("a0", "c0"), ("b0", "c0")], different=[("a0", "b0")])
    assert ("a0", "b0") not in found
    assert len(found) == 1


def test_even_a_copy_can_be_different():
    pages = [PAGES[0], article(HARBOUR, article_id="art-b", copy_of="art-a")]
    assert together(pages, CLAIMS[:2]) == {("a0", "b0")}
    assert together(pages, CLAIMS[:2], different=[("a0", "b0")]) == set()


def test_two_claims_of_one_scene_can_be_different():
    claims = [of("a"), of("a", 40), of("a", 60)]
    assert len(together(PAGES[:1], claims)) == 3
    assert together(PAGES[:1], claims, different=[("a40", "a0")]) == {("a0", "a60")}


def test_two_happenings_of_one_article_can_be_the_same():
    claims = [of("a"), claim("x", article_id="art-a", scene="art-a/1", start=50, claim_id="a50")]
    assert not together(PAGES[:1], claims)
    assert together(PAGES[:1], claims, same=[("a0", "a50")]) == {("a0", "a50")}


def test_claims_that_are_gone_decide_nothing():
    assert together(same=[("a0", "gone")], different=[("gone", "b0"), ("a0", "a0")]) == {("a0", "b0")}


@pytest.mark.parametrize(
    ("pairs", "parts"),
    [
        ([], [{"a0", "a1", "a2", "a3"}]),
        ([("a1", "a3")], [{"a0", "a1", "a2"}, {"a3"}]),
        ([("a0", "a1"), ("a0", "a2")], [{"a0", "a3"}, {"a1", "a2"}]),
        ([("a0", "a1"), ("a0", "a2"), ("a1", "a2")], [{"a0", "a3"}, {"a1"}, {"a2"}]),
    ],
)
def test_who_leaves_a_scene(pairs, parts):
    scenes = make_scenes([], settle_claims([of("a", n) for n in range(4)], pairs))
    assert [{said.claim_id for said in scene.claims} for scene in scenes] == parts


pairs = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]), max_size=10)


@settings(deadline=None)
@given(pairs, pairs)
def test_what_is_kept_of_the_decisions_contradicts_none(same, different):
    kept = list(without_contradiction(same, different))
    group = {n: {n} for n in range(7)}
    for left, right in kept:
        both = group[left] | group[right]
        group |= dict.fromkeys(both, both)
    assert not any(right in group[left] for left, right in different)
    if not different:
        assert kept == same


def test_pairs_of_claims_become_pairs_of_scenes_each_once():
    scenes = make_scenes([], CLAIMS)
    assert pairs_of_scenes(scenes, [("c0", "a0"), ("a0", "c0"), ("a0", "a0")]) == ((0, 2),)
