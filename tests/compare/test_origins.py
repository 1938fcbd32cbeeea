"""Copies count once."""

import pytest

from tests.factory import article, claim
from tracker.compare.origins import count_origins

LONG = "officials put the number of dead at twenty-four"


@pytest.mark.parametrize(
    ("claims", "origins"),
    [
        pytest.param([claim("a", article_id="art-1"), claim("b", article_id="art-2")], 2, id="two reports"),
        pytest.param([claim("a", article_id="art-1"), claim("b", article_id="art-1")], 1, id="one article"),
        pytest.param([claim(LONG, article_id="art-1"), claim(LONG.upper(), article_id="art-2")], 1, id="one sentence"),
        pytest.param(
            [
                claim(LONG, article_id="art-1"),
                claim("“Officials put the number of dead” at twenty-four.", article_id="art-2"),
            ],
            1,
            id="one sentence in other marks",
        ),
        pytest.param(
            [claim("24 dead", article_id="art-1"), claim("24 dead", article_id="art-2")], 2, id="two few words"
        ),
        pytest.param([claim("a", article_id="art-1"), claim("b", article_id="art-3")], 1, id="a copy"),
        pytest.param([claim("a", article_id="art-3"), claim("b", article_id="art-4")], 1, id="a copy of a copy"),
        pytest.param([claim("a", article_id="art-5"), claim("b", article_id="art-6")], 1, id="a ring of copies"),
        pytest.param(
            [claim("a", article_id="art-1", via=("Echo", "Reuters")), claim("b", article_id="art-2", via=("reuters",))],
            1,
            id="one agency",
        ),
        pytest.param([], 1, id="never none"),
    ],
)
def test_origins(claims, origins):
    copies = {"art-3": "art-1", "art-4": "art-3", "art-5": "art-6", "art-6": "art-5"}
    articles = {found: article("x", article_id=found, copy_of=copy_of) for found, copy_of in copies.items()}
    assert count_origins(claims, articles) == origins
    assert count_origins(claims[::-1], articles) == origins
