"""How well does what a clause says agree with a scene, and what does a scene call itself?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.scene import Scene, agreement, fits, name_places, narrowed, overlap, place_score, within
from tracker.lexicon.gazetteer import Place

ODESA = Place(name="Odesa", country="Ukraine", kind="city", region="Odesa Oblast")
LVIV = Place(name="Lviv", country="Ukraine", kind="city")
FEODOSIA = Place(name="Feodosiya", country="Ukraine", kind="city", region="Crimea", printed="Feodosia")
CRIMEA = Place(name="Crimea", country="Ukraine", kind="region")
UKRAINE = Place(name="Ukraine", country="Ukraine", kind="country")
KENYA = Place(name="Kenya", country="Kenya", kind="country")
HAMLET = Place(name="Zelenopilka", country="", kind="place")
PLACES = [ODESA, LVIV, FEODOSIA, CRIMEA, UKRAINE, KENYA, HAMLET]
MARCH = [date(2024, 3, day) for day in range(1, 32)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (ODESA, ODESA, True),
        (ODESA, UKRAINE, True),
        (FEODOSIA, CRIMEA, True),
        (ODESA, CRIMEA, False),
        (ODESA, LVIV, False),
        (ODESA, KENYA, False),
        (HAMLET, ODESA, True),
        (UKRAINE, KENYA, False),
    ],
)
def test_fits(left: Place, right: Place, expected: bool) -> None:
    assert fits(left, right) is fits(right, left) is expected


@pytest.mark.parametrize(
    ("known", "told", "points"),
    [([ODESA], [ODESA], 2), ([UKRAINE], [ODESA], 1), ([ODESA], [LVIV], 0), ([ODESA], [HAMLET], 0.25)],
)
def test_points_for_places(known: list[Place], told: list[Place], points: float) -> None:
    assert place_score(Scene(number=0, places=tuple(known)), told) == points


FRIDAY, SATURDAY = (MARCH[14], MARCH[14]), (MARCH[15], MARCH[15])
SCENE = Scene(number=0, kinds=("attack",), places=(ODESA,), days=FRIDAY, names=frozenset({"Moskva"}))


@pytest.mark.parametrize(
    ("places", "days", "kinds", "names", "points"),
    [
        ([ODESA], FRIDAY, ["attack"], [], 3),
        ([ODESA], SATURDAY, ["attack"], [], None),
        ([LVIV], FRIDAY, ["attack"], [], None),
        ([ODESA], FRIDAY, ["flood"], [], None),
        ([], None, ["explosion"], [], 0),
        ([], None, [], ["Moskva"], 2),
    ],
)
def test_agreement(
    places: list[Place], days: tuple[date, date] | None, kinds: list[str], names: list[str], points: float | None
) -> None:
    assert agreement(SCENE, places, days, kinds, frozenset(names)) == points


@pytest.mark.parametrize(
    ("places", "name"),
    [([], ""), ([ODESA], "Odesa"), ([FEODOSIA, CRIMEA, UKRAINE], "Feodosia, Crimea"), ([UKRAINE, KENYA], "Ukraine")],
)
def test_a_place_is_named_as_printed_with_what_holds_it(places: list[Place], name: str) -> None:
    assert name_places(places) == name


def test_a_scene_is_called_after_what_was_told_most() -> None:
    scene = Scene(number=0, kinds=("general", "explosion", "attack", "attack"), places=(CRIMEA, LVIV, ODESA, ODESA))
    assert (scene.event, scene.place, scene.country) == ("attack", "Odesa, Crimea", "Ukraine")


@pytest.mark.parametrize(
    ("places", "country"), [([ODESA, UKRAINE], "Ukraine"), ([ODESA, KENYA], ""), ([HAMLET, KENYA], "Kenya"), ([], "")]
)
def test_country(places: list[Place], country: str) -> None:
    assert Scene(number=0, places=tuple(places)).country == country


SPANS = st.tuples(st.sampled_from(MARCH), st.sampled_from(MARCH)).map(lambda pair: (min(pair), max(pair)))


@given(SPANS, SPANS)
def test_a_later_word_narrows_but_never_moves_a_day(known: tuple[date, date], new: tuple[date, date]) -> None:
    found = narrowed(known, new)
    assert found is not None
    assert within(Scene(number=0, days=found), *known)
    assert overlap(known, new) == overlap(new, known)
    assert narrowed(None, new) == new
    assert narrowed(known, None) == known


@given(st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_fitting_is_mutual(left: Place, right: Place) -> None:
    assert fits(left, right) == fits(right, left)


def test_a_scene_is_called_by_the_place_and_the_kind_told_most_often_the_first_of_several() -> None:
    """Two spellings are one place, which goes by the first."""
    printed = Place(name="Odesa", country="Ukraine", kind="city", region="Odesa Oblast", printed="Odessa")
    assert Scene(number=0, places=(LVIV, printed, UKRAINE, ODESA)).place == "Odessa, Ukraine"
    assert Scene(number=0, places=(LVIV, ODESA, UKRAINE)).place == "Lviv, Ukraine"
    assert Scene(number=0, kinds=("general", "general", "fire", "attack")).event == "fire"
    assert Scene(number=0, kinds=("fire", "attack", "attack")).event == "attack"
    assert (Scene(number=0, kinds=("general",)).event, Scene(number=0).place) == ("", "")
