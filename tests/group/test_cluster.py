from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from tracker.group.cluster import cluster
from tracker.group.score import Tie


def columns(listed):
    """Links as columns."""
    return tuple(np.array([link[side] for link in listed]) for side in range(3))


def links(**sureness):
    return columns([Tie(int(pair[1]), int(pair[2]), value) for pair, value in sureness.items()])


def members(groups):
    return {group.members for group in groups}


def test_a_chance_link_chains_nothing():
    """0-1 and 2-3 are sure, one chance link lies between: bare connected components would make one of them."""
    assert members(cluster(4, links(p01=0.9, p23=0.9, p12=0.8))) == {(0, 1), (2, 3)}


def test_what_is_never_linked_stays_alone():
    assert members(cluster(3, links(p01=0.9))) == {(0, 1), (2,)}


def test_apart_wins_over_any_sureness():
    groups = cluster(3, links(p01=0.99, p12=0.9, p02=0.8), apart=lambda a, b: {a, b} == {0, 1})
    assert members(groups) == {(0,), (1, 2)}


def test_together_needs_no_link_and_draws_the_others():
    groups = cluster(4, links(p02=0.9, p12=0.9), together=[(1, 0)])
    assert members(groups) == {(0, 1, 2), (3,)}


def test_together_is_passed_on():
    assert members(cluster(4, links(), together=[(2, 3), (1, 2), (0, 1)])) == {(0, 1, 2, 3)}


def test_the_weakest_join_is_kept_with_its_link():
    (group,) = cluster(3, links(p01=0.9, p02=0.7, p12=0.6))
    assert round(group.sureness, 6) == 0.65
    assert group.weakest == Tie(0, 2, 0.7)


def test_what_comes_then_never_bars_what_comes_first():
    """2 is told in passing by the article of 1: it may not take 0 away from 1."""
    apart = {"apart": lambda a, b: {a, b} == {1, 2}}
    assert members(cluster(3, links(p01=0.8, p02=0.9), **apart)) == {(0, 2), (1,)}
    assert members(cluster(3, links(p01=0.8), then=links(p02=0.9), **apart)) == {(0, 1), (2,)}


def test_what_comes_then_joins_what_is_there():
    groups = cluster(4, links(p01=0.9), then=links(p02=0.9, p12=0.8, p13=0.9))
    assert members(groups) == {(0, 1, 2), (3,)}


sizes = st.integers(2, 7)
# No average of some of their roots is that of others, so that no two groups are ever equally sure.
PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73)


@settings(deadline=None)
@given(sizes.flatmap(lambda n: st.lists(st.integers(1, 10**6), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2)))
def test_without_constraints_it_is_average_linkage(numbers):
    """The sparse way agrees with scipy's, which looks at every pair (values made distinct: ties may go either way)."""
    values = [(number + np.sqrt(PRIMES[index]) / 100) / 1.1e6 for index, number in enumerate(numbers)]
    size = int((1 + np.sqrt(1 + 8 * len(values))) / 2)
    pairs = list(combinations(range(size), 2))
    found = cluster(size, columns([(a, b, value) for (a, b), value in zip(pairs, values, strict=True)]))
    labels = fcluster(linkage(1 - np.array(values), "average"), 0.5, "distance")
    expected = {tuple(int(i) for i in np.flatnonzero(labels == label)) for label in set(labels)}
    assert members(found) == expected


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.floats(0.02, 1)), max_size=15), st.data())
def test_what_must_be_apart_is_never_together(drawn, data):
    listed = [Tie(min(a, b), max(a, b), value) for a, b, value in drawn if a != b]
    forbidden = data.draw(st.sets(st.sampled_from(list(combinations(range(6), 2)))))
    groups = cluster(6, columns(listed), apart=lambda a, b: (min(a, b), max(a, b)) in forbidden)
    assert sorted(member for group in groups for member in group.members) == list(range(6))
    assert not any(pair in forbidden for group in groups for pair in combinations(group.members, 2))


def joined_plainly(size, stages, forbidden):
    """Average linkage as one would write it down: every two groups are held against each other at every join."""
    groups, known = [(n,) for n in range(size)], {}
    for more in stages:
        known |= {(left, right): value for left, right, value in more}
        while True:
            sure = {
                (one, other): sum(known.get((min(a, b), max(a, b)), 0) for a in one for b in other)
                / (len(one) * len(other))
                for one, other in combinations(groups, 2)
                if not any((min(a, b), max(a, b)) in forbidden for a in one for b in other)
            }
            if not sure or max(sure.values()) < 0.5:
                break
            best = max(sure, key=sure.__getitem__)
            groups = [each for each in groups if each not in best] + [tuple(sorted(best[0] + best[1]))]
    return set(groups)


PAIRS = list(combinations(range(9), 2))


@settings(deadline=None)
@given(st.randoms(), st.sets(st.sampled_from(PAIRS), max_size=6))
def test_it_joins_what_holding_every_two_groups_against_each_other_joins(chance, forbidden):
    drawn = [(*pair, chance.uniform(0.1, 1)) for pair in PAIRS if chance.random() < 0.7]
    first = [link for link in drawn if chance.random() < 0.6]
    rest = [link for link in drawn if link not in first]
    groups = cluster(9, columns(first), then=columns(rest), apart=lambda a, b: (min(a, b), max(a, b)) in forbidden)
    assert members(groups) == joined_plainly(9, (first, rest), forbidden)


@settings(deadline=None)
@given(st.randoms())
def test_what_no_link_brings_together_is_joined_as_if_by_itself(chance):
    """Incidents that stay as they are need not be joined anew, whatever comes in beside them; equals included."""
    near, far = (
        [(a + more, b + more, chance.choice((0.25, 0.5, 0.625, 0.75))) for a, b in combinations(range(7), 2)]
        for more in (0, 7)
    )
    both = [*near, *far]
    whole = cluster(14, columns(both))
    apart = [*cluster(range(7), columns(near)), *cluster(range(7, 14), columns(far))]
    assert sorted(whole, key=lambda group: group.members) == sorted(apart, key=lambda group: group.members)
    assert set(cluster(14, columns(chance.sample(both, len(both))))) == set(whole)
