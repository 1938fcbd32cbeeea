"""How alike two texts are is the product of their rows, in whatever order and company it is asked."""

import random

import numpy as np
import pytest

from tracker.group import weights
from tracker.group.weights import likeness, weigh
from tracker.group.words import Words

CHANCE = random.Random(3)


def words_of(size):
    marks = np.array(sorted(CHANCE.sample(range(40), size)), dtype=np.uint64)
    return Words(marks, np.array([CHANCE.randrange(1, 5) for _ in range(size)], dtype=np.uint64))


WEIGHED = weigh([words_of(size) for size in (0, 1, 5, 9, 20, 3, 12, 0, 7)])
LEFT, RIGHT = (side.ravel() for side in np.indices((9, 9)))


@pytest.mark.parametrize("many", [1, 5, 9, 10])
@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1), slice(3, 31), slice(0, 0), slice(0, 81, 4)])
def test_likeness_is_the_product_of_the_rows(many, order, monkeypatch):
    monkeypatch.setattr(weights, "MANY", many)
    expected = (WEIGHED.rows @ WEIGHED.rows.T).toarray()[LEFT[order], RIGHT[order]]
    assert likeness(WEIGHED, LEFT[order], RIGHT[order]).tolist() == expected.tolist()
