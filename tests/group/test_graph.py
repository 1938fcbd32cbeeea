import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tracker.group.graph import Graph


def graph(places, listed):
    return Graph.of(np.array(places), tuple(np.array([link[side] for link in listed]) for side in range(3)))


LINKS = [(7, 9, 0.5), (2, 9, 0.5), (2, 7, 0.25)]


def test_who_is_around_some_scenes():
    others, links = graph([2, 7, 9], LINKS).around([1])
    assert sorted(others.tolist()) == [0, 2]
    assert len(links) == 2


def test_the_first_of_equally_sure_links():
    found = graph([2, 7, 9], LINKS)
    assert found.surest(found.around([2])[1]) == (0, 2, 0.5)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9), st.floats(0, 1)), min_size=1), st.randoms())
def test_in_whatever_order_links_come(listed, chance):
    mixed = chance.sample(listed, len(listed))
    one, other = (graph(range(10), each) for each in (listed, mixed))
    assert [one.surest(one.around([n])[1]) for n in {right for _, right, _ in listed}] == [
        other.surest(other.around([n])[1]) for n in {right for _, right, _ in listed}
    ]
    assert sorted(one.around(range(5))[0].tolist()) == sorted(right for _, right, _ in listed)
