"""What one source says, through however many outlets."""

import pytest

from tests.compare.told import MEDICS, POLICE, RECORD, RUSSIA, at_least, compare, count, said
from tests.factory import article
from tracker.model import INF

LATER = {"said_at": "2024-03-16"}


def positions(*told, **incident):
    return compare(*told, **incident).positions


def test_one_source_in_three_outlets_is_one_position_with_its_history():
    told = [
        said(at_least(18), **POLICE, text="one"),
        said(count(24), **POLICE, text="two", **LATER),
        said(count(24, text="24 dead"), **POLICE, text="three", **LATER),
    ]
    (found,) = positions(*told)
    assert (found.low, found.best, found.high, found.value in {"24", "24 dead"}) == (24, 24, 24, True)
    assert (found.first_said, found.last_said) == ("2024-03-15", "2024-03-16")
    assert (found.n_claims, found.n_independent) == (3, 3)
    assert found.claims[0] == told[0].claim.claim_id


def test_the_value_is_printed_as_last_said():
    (found,) = positions(said(at_least(24), **POLICE))
    assert (found.value, found.high) == ("at least 24", INF)


@pytest.mark.parametrize("stance", ["denies", "unknown", "doubts"])
def test_a_figure_not_claimed_makes_no_position(stance):
    assert positions(said(count(24), stance=stance, **POLICE)) == ()


@pytest.mark.parametrize("stance", ["asserts", "blames", "concedes", "estimates"])
def test_a_figure_claimed_makes_one(stance):
    assert len(positions(said(count(24), stance=stance, **POLICE))) == 1


def test_an_outlet_and_a_source_of_its_name_are_two():
    own = said(count(24), source_name="Tass")
    quoted = said(count(24), source_name="Tass", source_kind="media", party="Russia")
    assert len(positions(own, quoted)) == 2


def test_nameless_sources_of_two_articles_are_two():
    witnesses = [said(count(number), source_name="a witness", source_kind="witness") for number in (3, 4)]
    assert len(positions(*witnesses)) == 2


def test_different_things_places_and_scopes_are_different_positions():
    figures = (
        count(12, measure="damaged", counted="blocks of flats"),
        count(13, measure="damaged", counted="homes"),
        count(45),
        count(19, scope="part", place="Kyiv"),
        count(7, measure="injured"),
    )
    found = positions(said(*figures, **POLICE, country="Ukraine", place="Ukraine"), place="Ukraine", country="Ukraine")
    assert sorted((each.measure, each.scope, each.best) for each in found) == [
        ("damaged", "total", 12),
        ("damaged", "total", 13),
        ("injured", "total", 7),
        ("killed", "part", 19),
        ("killed", "total", 45),
    ]


@pytest.mark.parametrize(
    ("told", "scope"),
    [
        pytest.param([said(count(5, scope="increment"), **POLICE)], "total", id="nobody counted before"),
        pytest.param(
            [said(count(5, scope="increment"), **POLICE), said(count(30), **MEDICS)], "increment", id="somebody did"
        ),
        pytest.param(
            [said(count(74, measure="lost"), count(5, scope="increment"), **RECORD), said(count(30), **MEDICS)],
            "total",
            id="other people before",
        ),
        pytest.param(
            [said(count(500, measure="deployed", scope="increment"), **RUSSIA)], "increment", id="reinforcements"
        ),
        pytest.param(
            [said(count(9, counted="domestic workers"), **POLICE), said(count(160), **MEDICS)], "part", id="some of all"
        ),
        pytest.param([said(count(9, counted="domestic workers"), **POLICE)], "total", id="all there are"),
        pytest.param(
            [said(count(2, counted="others", text="two others"), **POLICE), said(count(4), **MEDICS)],
            "part",
            id="others",
        ),
        pytest.param(
            [
                said(count(110, measure="injured", counted="others"), count(24), **POLICE),
                said(count(150, measure="injured"), **MEDICS),
            ],
            "total",
            id="others than the dead",
        ),
        pytest.param(
            [said(count(2, text="two of the victims"), **POLICE), said(count(8), **MEDICS)],
            "part",
            id="two of the victims",
        ),
        pytest.param(
            [said(count(4, start=13), text="The names of four men", **POLICE), said(count(8), **MEDICS)],
            "part",
            id="the names of four",
        ),
        pytest.param(
            [
                said(count(4, start=13, measure="missing"), text="The names of four men", **POLICE),
                said(count(8, measure="missing"), **MEDICS),
            ],
            "total",
            id="the names of all who are missing",
        ),
        pytest.param(
            [said(count(2, counted="his sons"), **POLICE), said(count(9, counted="civilians"), **MEDICS)],
            "part",
            id="kin beside civilians",
        ),
        pytest.param(
            [said(count(8, counted="civilians"), **POLICE), said(count(9, counted="people"), **MEDICS)],
            "total",
            id="civilians are all where nobody counts fighters",
        ),
        pytest.param(
            [
                said(count(8, counted="civilians"), **POLICE),
                said(count(9, counted="people"), count(1, counted="soldier"), **MEDICS),
            ],
            "part",
            id="civilians are some where a soldier is counted",
        ),
        pytest.param(
            [said(count(63, counted="servicemen"), **RUSSIA), said(count(400, counted="people"), **MEDICS)],
            "total",
            id="of a strike on troops the troops are all",
        ),
        pytest.param(
            [
                said(count(63, counted="servicemen"), **RUSSIA),
                said(count(400, counted="people"), count(3, counted="children", scope="part"), **MEDICS),
            ],
            "part",
            id="troops are some where children are counted",
        ),
        pytest.param(
            [said(count(63, counted="troops", text="63 of its troops"), **RUSSIA), said(count(400), **MEDICS)],
            "total",
            id="of its troops",
        ),
        pytest.param(
            [said(count(2, counted="neighbours", text="two of her neighbours"), **POLICE), said(count(4), **MEDICS)],
            "part",
            id="of her neighbours",
        ),
        pytest.param(
            [
                said(count(2, counted="Ada Lindqvist", text="Ada Lindqvist and her son"), **POLICE),
                said(count(8, counted="members"), **MEDICS),
            ],
            "part",
            id="by name",
        ),
        pytest.param(
            [said(count(20, counted="Kenyans", text="20 Kenyans"), **POLICE), said(count(8), **MEDICS)],
            "total",
            id="a nation is no name",
        ),
        pytest.param(
            [said(count(2, text="the two youngest victims"), **POLICE), said(count(8), **MEDICS)],
            "part",
            id="the youngest",
        ),
        pytest.param(
            [said(count(2), count(1), count(1.5), **POLICE), said(count(4), **MEDICS)], "part", id="piecemeal"
        ),
        pytest.param(
            [said(count(1, counted="man", text="a man"), **POLICE), said(count(2), **MEDICS)], "part", id="a man"
        ),
        pytest.param([said(count(1, counted="man", text="a man"), **POLICE)], "total", id="a man and nobody else"),
        pytest.param(
            [said(count(1, text="one dead"), **POLICE), said(count(2), **MEDICS)], "total", id="one is a count"
        ),
    ],
)
def test_the_scope_a_figure_really_has(told, scope):
    source = told[0].claim.source_name
    assert scope in [each.scope for each in positions(*told) if each.source_name == source]


def test_in_one_article_the_body_has_the_last_word():
    caption = said(count(41), zone="caption", article_id="art-a", start=900)
    body = said(count(45), article_id="art-a", start=100)
    assert [each.best for each in positions(caption, body)] == [45]


ONE_HURT = {"measure": "injured", "counted": "boy", "text": "a boy"}


@pytest.mark.parametrize(
    ("told", "hurt"),
    [
        ((said(count(1, **ONE_HURT), article_id="art-a"), said(count(1), article_id="art-b", **LATER)), "part"),
        ((said(count(1, **ONE_HURT), article_id="art-a", **LATER), said(count(1), article_id="art-b")), "total"),
        ((said(count(1, **ONE_HURT), article_id="art-a"), said(count(1), article_id="art-a")), "total"),
        ((said(count(1, **ONE_HURT), article_id="art-a"), said(count(2), article_id="art-b", **LATER)), "total"),
    ],
)
def test_one_person_hurt_and_then_dead_is_no_hurt_beside_a_dead(told, hurt):
    (found,) = (each for each in positions(*told) if each.measure == "injured")
    assert found.scope == hurt


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Police said five were hurt; medics took two to St. Jude Hospital.", "part"),
        ("Police said five were hurt; two are in a critical condition.", "part"),
        ("Police said five were hurt; two were hurt, says the mayor.", "total"),
    ],
)
def test_who_is_in_hospital_is_a_part_of_a_greater_count(text, scope):
    paper = article(text, article_id="art-a")
    five = said(count(5, measure="injured"), **POLICE, article_id="art-a", text=text)
    start = text.index("two")
    two = said(count(2, measure="injured", start=start, end=start + 3), **MEDICS, article_id="art-a", text=text)
    found = {position.best: position.scope for position in compare(five, two, articles=[paper]).positions}
    assert found == {5: "total", 2: scope}
