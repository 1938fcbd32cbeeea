"""Which names are places, and which of them tell where it happened?"""

import pytest

from tests.clock import seconds
from tests.extract.passages import passage
from tracker.extract.places import find_places
from tracker.extract.places_settled import countries_named, settle_places
from tracker.lexicon.gazetteer import Place


def where(text: str) -> list[str]:
    """The names that tell where it happened, as printed."""
    return [found.place.printed or found.place.name for found in find_places(passage(text).doc) if found.at]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb exploded in Nairobi.", ["Nairobi"]),
        ("Missiles hit Kharkiv.", ["Kharkiv"]),
        ("The Lagos attack shocked many.", ["Lagos"]),
        ("Floods swept across Kenya.", ["Kenya"]),
        ("A fire broke out in the town of Lahaina.", ["Lahaina"]),
        ("A ferry sank off the coast of Palawan.", ["Palawan"]),
        ("Khartoum was bombed.", ["Khartoum"]),
        ("It burned in Feodosia, Crimea.", ["Feodosia", "Crimea"]),
        ("London's march was peaceful.", ["London"]),
        ("Russia's barrage killed ten.", []),
        ("Kyiv insisted that it was over.", []),
        ("The ministry in Moscow said it was over.", []),
        ("The embassy in Nairobi spoke.", []),
        ("The war in Iraq was long.", []),
        ("Israeli strikes killed ten.", []),
        ("Paris Hilton was in tears.", []),
        ("He was shot near Hamilton St. in Tunis.", ["Hamilton St.", "Tunis"]),
        ("Two men fought on Ohio Avenue.", ["Ohio Avenue"]),
        ("The crew of the Novocherkassk fled.", []),
    ],
)
def test_where_it_happened(text: str, names: list[str]) -> None:
    assert where(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A fire raged in Manila and smoke rose over the city.", ["Manila", "Manila"]),
        ("A bomb exploded in Manila and ten died there.", ["Manila", "Manila"]),
        ("A bomb exploded in Manila and there were ten dead.", ["Manila"]),
        ("Floods swept across Kenya, and nine died in the capital.", ["Kenya", "Nairobi"]),
        ("Ten died in the capital.", []),
    ],
)
def test_words_that_take_a_place_up(text: str, names: list[str]) -> None:
    found = [mention.place.printed or mention.place.name for mention in find_places(passage(text).doc) if mention.at]
    assert found == names


@pytest.mark.parametrize("text", ["The ship Odesa burned at sea.", "The ferry Lagos sank.", "The Moskva sank."])
def test_a_name_behind_a_thing_is_the_thing(text: str) -> None:
    assert find_places(passage(text).doc) == ()


@pytest.mark.parametrize(
    "text", ["A blast shook Manila.", "Protesters filled Nairobi on Tuesday.", "The storm devastated Manila."]
)
def test_what_harm_was_done_to_is_where(text: str) -> None:
    assert where(text)


@pytest.mark.parametrize(
    "text", ["The warship Novocherkassk was hit in Feodosia.", "The warship Novocherkassk was sunk in Feodosia."]
)
def test_a_name_behind_a_thing_is_the_thing_whatever_the_parser_makes_of_it(text: str) -> None:
    names = {found.place.printed for found in find_places(passage(text).doc)}
    assert "Novocherkassk" not in names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Ohio spoke.", "United States"),
        ("The Kenyan army spoke.", "Kenya"),
        ("Shots rang out in Mumbai and beyond.", "India"),
        ("Shots rang out in Mumbai.", "India"),
        ("Shots rang out in Gela.", ""),
    ],
)
def test_countries_an_article_names(text: str, country: str) -> None:
    assert countries_named([text]) == ({country} if country else frozenset())


@pytest.mark.parametrize(
    ("text", "countries", "country"),
    [
        ("It burned in San Fernando.", {"Philippines"}, "Philippines"),
        ("It burned in San Fernando.", {"Japan"}, ""),
        ("It burned in Mumbai.", set(), "India"),
        ("It burned in Portland.", {"United States"}, "United States"),
    ],
)
def test_a_namesake_abroad_has_no_known_country(text: str, countries: set[str], country: str) -> None:
    (found,) = settle_places(passage(text).doc, frozenset(countries))
    assert found.place.country == country
    assert found.place.printed or found.place.name == "San Fernando"


def test_a_name_no_table_knows_is_a_place_behind_a_preposition() -> None:
    (found,) = find_places(passage("Two people died in Zelenopilka on Friday.").doc)
    assert found.place == Place(name="Zelenopilka", country="", kind="place")


def test_a_name_no_table_knows_may_stand_before_village() -> None:
    assert where("Two people died in Zelenopilka village near the river.") == ["Zelenopilka"]


@pytest.mark.parametrize("piece", ["a ", "1, ", "in Paris ", "the city "])
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = (passage(piece * (n // len(piece))).doc for n in (1000, 4000))
    few = seconds(lambda: find_places(short))
    assert seconds(lambda: find_places(long)) < 12 * max(few, 0.01)


@pytest.mark.parametrize(
    "text", ["A bomb went off in Quetta.", "Ten bodies were found in Quetta.", "Ten deaths were recorded in Quetta."]
)
def test_where_a_bomb_went_off_or_bodies_were_found(text: str) -> None:
    assert where(text) == ["Quetta"]
