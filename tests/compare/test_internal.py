"""An article against itself."""

import pytest

from tests.compare.told import POLICE, at_least, count, rows, said
from tracker.model import INF

ONE = {"article_id": "art-a"}
FRIDAY = {"place": "Ukraine", "country": "Ukraine", "date_from": "2024-03-15", "date_to": "2024-03-15"}


def body(*numbers, **more):
    return said(*numbers, **({"start": 500, "text": "in the body"} | ONE | more))


def test_a_caption_that_lags_behind_the_body():
    caption = said(count(41, text="41"), zone="caption", start=900, **ONE, **FRIDAY)
    (row,) = rows(caption, body(at_least(45), **FRIDAY))
    assert (row.kind, row.relation, row.left_value, row.right_value) == ("internal", "conflict", "41", "at least 45")
    assert row.reason == (
        "Killed: The Daily (its own words) gives “41” in a caption and “at least 45” in the body of the same article; "
        "no number fits both."
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(count(24, 99, bound="vague"), [body(count(43))], id="a vaguer headline"),
        pytest.param(at_least(30), [body(count(43))], id="a lower bound"),
        pytest.param(count(41), [body(count(41)), body(count(45), place="x")], id="some sentence agrees"),
        pytest.param(count(41), [body(count(45), **POLICE)], id="another voice: not against itself"),
        pytest.param(count(41), [body(count(19, scope="part"))], id="a part"),
        pytest.param(count(4, of_total=8.0), [body(count(8))], id="told as a part"),
        pytest.param(count(3), [body(count(2), text="he killed two and shot himself")], id="the attacker is the third"),
        pytest.param(
            count(6), [body(count(4), text="four of them in a single incident by the docks")], id="one of several"
        ),
        pytest.param(count(6), [body(count(9), text="nine were hurt in three attacks")], id="three happenings"),
        pytest.param(count(5), [body(count(6, text="six more people", counted="people"))], id="six besides"),
        pytest.param(count(41), [body(count(45), incident_id="inc-b")], id="another incident"),
        pytest.param(count(41, date_from="2024-03-11"), [body(count(45, date_from="2024-03-15"))], id="another day"),
        pytest.param(count(4, counted="children"), [body(count(45, INF))], id="some of the people"),
    ],
)
def test_no_quarrel_with_itself(above, below):
    headline = said(above, zone="headline", **ONE)
    assert not [row for row in rows(headline, *below) if row.kind == "internal"]


def test_all_of_a_kind_may_be_a_part_of_all():
    caption = said(count(5, counted="children"), count(3, counted="adults"), zone="caption", start=900, **ONE)
    found = rows(caption, body(count(6, counted="children"), count(2, counted="adults")), body(count(8), start=5))
    assert ("internal", "5", "6") in [(row.kind, row.left_value, row.right_value) for row in found]


def test_only_articles_are_held_against_themselves():
    assert rows(said(count(41), zone="caption", article_id="art-b"), body(count(45))) == ()


def test_a_city_cannot_count_more_than_its_country():
    caption = said(count(41), zone="caption", start=900, **ONE, **FRIDAY)
    assert [row.kind for row in rows(caption, body(at_least(45), **FRIDAY | {"place": "Kyiv"}), place="Kyiv")] == [
        "internal"
    ]
    assert rows(caption, body(count(19), **FRIDAY | {"place": "Kyiv"})) == ()
