"""Are names looked up as a reader knows them?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.lexicon.gazetteer import adjective_of, capital_city, capital_of, find_people, find_place, is_large


@pytest.mark.parametrize(
    ("word", "country", "kind"),
    [
        ("Kenya", "Kenya", "country"),
        ("the Philippines", "Philippines", "country"),
        ("Mombasa", "Kenya", "city"),
        ("Kyiv", "Ukraine", "city"),
        ("Kiev", "Ukraine", "city"),
        ("Odesa", "Ukraine", "city"),
        ("Crimea", "Ukraine", "region"),
        ("Texas", "United States", "region"),
        ("Paris", "France", "city"),
        ("Birmingham", "United Kingdom", "city"),
        ("Georgia", "Georgia", "country"),
        ("Palestine", "Palestine", "country"),
        ("Myanmar", "Myanmar", "country"),
        ("Burma", "Myanmar", "country"),
        ("DRC", "Democratic Republic of the Congo", "country"),
    ],
)
def test_places(word: str, country: str, kind: str) -> None:
    found = find_place(word)
    assert found is not None
    assert (found.country, found.kind) == (country, kind)


def test_of_two_cities_the_larger_is_meant_by_any_spelling() -> None:
    found = find_place("Odessa")
    assert found is not None
    assert found.country == "Ukraine"


@pytest.mark.parametrize("word", ["Bogota", "Brasilia", "Sao Paulo", "Reykjavik", "Yaounde", "Asuncion"])
def test_names_are_known_without_their_accents(word: str) -> None:
    assert find_place(word) is not None


@pytest.mark.parametrize("word", ["", "kenya", "the", "Anna", "Zelenopilka"])
def test_no_place(word: str) -> None:
    assert find_place(word) is None


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Kenyan", "Kenya"),
        ("Sudanese", "Sudan"),
        ("Philippine", "Philippines"),
        ("Filipinos", "Philippines"),
        ("Turkish", "Turkey"),
        ("Spanish", "Spain"),
        ("Dutch", "Netherlands"),
        ("Britons", "United Kingdom"),
        ("Israeli", "Israel"),
        ("Palestinian", "Palestine"),
        ("Emirati", "United Arab Emirates"),
        ("Burmese", "Myanmar"),
        ("happy", ""),
    ],
)
def test_peoples(word: str, country: str) -> None:
    assert find_people(word) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [("Nairobi", "Kenya"), ("Kyiv", "Ukraine"), ("Kiev", "Ukraine"), ("Washington", "United States"), ("Lagos", "")],
)
def test_a_capital_stands_for_its_country(word: str, country: str) -> None:
    assert capital_of(word) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [("Belgrade", "Serbia"), ("Kingston", "Jamaica"), ("Bogotá", "Colombia"), ("Brasília", "Brazil")],
)
def test_a_capital_is_that_of_the_country_it_lies_in(word: str, country: str) -> None:
    assert capital_of(word) == country


@pytest.mark.parametrize(("country", "capital"), [("Kenya", "Nairobi"), ("Japan", "Tokyo"), ("Atlantis", None)])
def test_the_capital_of_a_country(country: str, capital: str | None) -> None:
    found = capital_city(country)
    assert (found.name if found is not None else None) == capital


@pytest.mark.parametrize(("country", "word"), [("Ukraine", "Ukrainian"), ("France", "French"), ("Atlantis", "")])
def test_the_adjective_of_a_country(country: str, word: str) -> None:
    assert adjective_of(country) == word


@pytest.mark.parametrize(("word", "large"), [("Mumbai", True), ("Lagos", True), ("Feodosia", False)])
def test_the_worlds_largest_cities_are_known_without_their_country(word: str, large: bool) -> None:
    found = find_place(word)
    assert found is not None
    assert is_large(found) is large


@given(st.text(max_size=12))
def test_any_word_may_be_asked(word: str) -> None:
    found = find_place(word)
    assert found is None or found.name
    assert capital_of(word) == "" or found is not None
