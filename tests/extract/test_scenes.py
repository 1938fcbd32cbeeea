"""Which of an article's claims speak of one happening, where and when was it?"""

from dataclasses import dataclass

import pytest

from tests.factory import article
from tracker.extract import extract_article
from tracker.model import Zone

# Every article comes out on a Friday, 15 March 2024.


@dataclass(frozen=True)
class Played:
    """A claim's scene by number, its place, country and first day."""

    scene: int
    place: str
    country: str
    day: str


def played(text: str, **more: object) -> list[Played]:
    claims = extract_article(article(text, **more)).claims
    return [
        Played(int(claim.scene.rpartition("/")[2]), claim.place, claim.country, claim.date_from) for claim in claims
    ]


def scenes(text: str, **more: object) -> list[int]:
    return [each.scene for each in played(text, **more)]


TWO_DAYS = """A missile hit a market in Kharkiv on Thursday, killing four people.
On Wednesday a drone struck a school in Kharkiv, injuring nine."""
YEARS_AGO = """An explosion in Mogadishu killed seven people on Thursday.
More than 300 people were killed in attacks in Somalia in 2019."""
ELSEWHERE = """A missile strike killed five people in Kabul on Tuesday.
A fire killed three people in Kandahar on Tuesday."""
ANOTHER = """A missile strike killed five people in Kabul on Tuesday.
Another attack injured three policemen."""
ANSWER = """A missile strike killed six people in Odesa on Thursday, in answer to Friday's attack on Belgorod."""
SAME = """A missile strike killed six people in Odesa on Thursday.
The strike injured 30 people, the mayor said.
Two of the wounded were children, doctors in Odesa said."""
LAST_YEAR = """An explosion in Jos killed 10 people on Thursday.
Last year, 48 people died in a similar attack in Kaduna."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TWO_DAYS, [0, 1], id="yesterday"),
        pytest.param(YEARS_AGO, [0, 1], id="years ago"),
        pytest.param(LAST_YEAR, [0, 1], id="last year"),
        pytest.param(ELSEWHERE, [0, 1], id="a second city"),
        pytest.param(ANOTHER, [0, 1], id="another attack"),
        pytest.param(SAME, [0, 0, 0], id="one happening"),
    ],
)
def test_scenes_of_an_article(text: str, expected: list[int]) -> None:
    assert scenes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO_DAYS, [Played(0, "Kharkiv", "Ukraine", "2024-03-14"), Played(1, "Kharkiv", "Ukraine", "2024-03-13")]),
        (ANSWER, [Played(0, "Odesa", "Ukraine", "2024-03-14")]),
    ],
    ids=["each day its own", "what was answered is another"],
)
def test_place_and_day(text: str, expected: list[Played]) -> None:
    assert played(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Six people died in Monday's attack, police said on Thursday.", "2024-03-11"),
        ("The attack on Monday killed six people, police said.", "2024-03-11"),
        ("The attack killed six people, police said on Thursday.", ""),
        ("The minister toured the site on Thursday and said six had died in the attack.", ""),
        ("The minister said on Thursday that 14 people had drowned in the flood.", ""),
        ("Two people were killed in Lagos on Monday, police said.", "2024-03-11"),
        ("A bomb in Mogadishu killed seven people on Thursday.", "2024-03-14"),
        pytest.param(
            "Police arrested 30 people after a riot in Madrid on Sunday.",
            "2024-03-10",
            marks=pytest.mark.xfail(strict=True, reason="a day behind the place of a happening hangs on another verb"),
        ),
    ],
)
def test_the_day_it_happened_not_the_day_it_was_said(text: str, day: str) -> None:
    assert {each.day for each in played(text)} == {day}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A fire killed eight people in Manila. Four died in the city's main hospital.", "Manila"),
        ("Flooding in Kenya killed 14 people. Nine of them died in Nairobi.", "Nairobi"),
        ("The ferry sank off Palawan on Sunday. Rescuers found 12 bodies there.", "Palawan"),
        ("A strike sank the Novocherkassk in Feodosia, Crimea, killing 33 sailors.", "Feodosia, Crimea"),
        ("A tornado killed three people in Paris, Texas, on Friday.", "Paris, Texas"),
        ("A shooting in Birmingham, Alabama, killed two people.", "Birmingham, Alabama"),
        ("The warship Novocherkassk was hit in Feodosia, killing 33 sailors.", "Feodosia"),
        ("The navy's Simferopol reconnaissance ship was hit on Friday, killing two sailors.", ""),
        ('A drone hit the ship "Simferopol" off Kerch, killing two sailors.', "Kerch"),
        ("The navy sank the Ukrainian Simferopol off Kerch, killing two sailors.", "Kerch"),
        ("A strike on a school in the city of Makiivka killed 63 soldiers.", "Makiivka"),
        ("A barracks in the Moscow controlled region of Donetsk was hit, killing two.", "Donetsk"),
        ("The Iran earthquake killed 40 people.", "Iran"),
        ("Kyiv was on Monday hit by a barrage of drones that killed three.", "Kyiv"),
        ("Shells fell on Horlivka in Moscow-controlled Donetsk, killing two.", "Horlivka, Donetsk"),
        ("Three Guards Killed in Strike", ""),
        ("Three people were shot in Portland, Maine. Portland police said two of them died.", "Portland, Maine"),
        ("A blaze filled the streets of Lviv with smoke and killed two.", "Lviv"),
        ("A quake in Mexico killed 30 people on Monday. Two people were killed in Guatemala.", "Guatemala"),
    ],
)
def test_place_of_the_last_claim(text: str, place: str) -> None:
    assert played(text)[-1].place == place


@pytest.mark.parametrize("town", ["Paris, Texas", "Birmingham, Alabama", "Moscow, Idaho"])
def test_a_town_with_a_famous_namesake_is_where_the_text_says(town: str) -> None:
    (claim,) = played(f"A tornado killed three people in {town}.")
    assert claim.country == "United States"


def test_namesakes_in_two_states_are_two_places() -> None:
    text = """A shooting in Portland, Oregon, killed three people on Thursday.
A shooting in Portland, Maine, killed two people."""
    assert scenes(text) == [0, 1]


@pytest.mark.xfail(strict=True, reason="what was answered has a scene of its own only without a relative clause")
def test_figures_of_what_was_answered_are_another_scene() -> None:
    text = "Missile strikes killed six people in Odesa, in answer to Friday's attack on Belgorod, which killed 20."
    assert sorted(scenes(text)) == [0, 1]


@pytest.mark.xfail(strict=True, reason="a lead without a place takes the place of what came before it")
def test_what_it_comes_after_is_another_happening() -> None:
    assert scenes("Ten people died in Tuesday's attack. It comes after 30 were killed in Kherson last week.") == [0, 1]


def test_what_went_before_may_have_a_name_and_no_place() -> None:
    text = """A missile strike killed six people in Odesa on Thursday.
It comes after a leaked file told how the navy lost 30 sailors when raiders blitzed warship Kestrel.
The count is far above the admiral's claim of two dead."""
    assert scenes(text) == [0, 1, 1]


def test_a_caption_does_not_turn_the_telling() -> None:
    lead, caption = "A missile strike on Odesa killed six people on Thursday.", "A strike on Lviv killed two in 2022."
    text = f"{lead}\n{caption}\nThe strike also injured 30 people."
    starts = [text.index(line) for line in text.split("\n")]
    zones = [
        Zone(start=start, end=start + len(line), kind="caption" if line == caption else "body")
        for start, line in zip(starts, text.split("\n"), strict=True)
    ]
    found = played(text, zones=tuple(zones))
    assert [each.scene for each in found] == [0, 1, 0]
    assert found[2].place == "Odesa"


def test_scenes_are_the_articles_own() -> None:
    made = article("A missile strike on Odesa killed six people.")
    (claim,) = extract_article(made).claims
    assert claim.scene == f"{made.article_id}/0"


@pytest.mark.parametrize(
    "text",
    [
        "Israeli strikes killed 30 people in Rafah on Tuesday.\nOn 7 October 2023 1,200 people were killed in Israel.",
        "The quake killed 40 people in Morocco.\nA 2004 quake in the same province killed 628 people.",
        "The wildfire killed 97 people in Lahaina.\nIt is the deadliest since the 1918 Cloquet fire, which killed 453.",
    ],
)
def test_a_toll_of_years_ago_is_another_scene(text: str) -> None:
    assert scenes(text) == [0, 1]


@pytest.mark.xfail(strict=True, reason="the toll of a year so far joins the scene it is told beside")
def test_the_toll_of_a_year_is_no_toll_of_the_day() -> None:
    text = (
        "A gunman killed four people in Nashville on Monday.\nShootings this year have killed 90 people in the state."
    )
    assert scenes(text) == [0, 1]


def test_what_it_came_a_day_after_is_another_happening() -> None:
    text = "Six people died in a missile strike on Dnipro.\nThe strike came a day after four people died in Kharkiv."
    assert scenes(text) == [0, 1]


def test_a_second_city_on_the_same_day() -> None:
    text = "A bomb went off in Quetta on Thursday, killing 11.\nThe same day, gunmen killed three people in Karachi."
    assert [(each.scene, each.place) for each in played(text)] == [(0, "Quetta"), (1, "Karachi")]


def test_the_country_of_a_place_is_not_the_attackers() -> None:
    text = "Israeli strikes killed 30 people in Gaza on Tuesday, Gaza's health ministry said."
    assert {each.country for each in played(text)} == {"Palestine"}


def test_what_is_told_in_passing_does_not_turn_the_telling() -> None:
    text = """An earthquake struck Kerman on Monday, killing 40 people.
It is the deadliest in Iran since a 2003 earthquake that killed 26,000 people in Bam.
The quake also injured at least 900 people.
The death toll rose to 50, officials said."""
    found = played(text)
    assert [each.scene for each in found] == [0, 1, 0, 0]
    assert found[1].day[:4] == "2003"
    assert {each.day for each in found if each.scene == 0} == {"2024-03-11"}


def test_a_count_elsewhere_keeps_the_happening_and_its_day() -> None:
    text = "A strong earthquake in Mexico killed 30 people on Monday.\nTwo people were killed in Guatemala."
    assert {each.day for each in played(text)} == {"2024-03-11"}


def test_a_second_victim_is_no_second_happening() -> None:
    text = "A ferry sank off Palawan on Monday, killing one passenger.\nA second victim died in hospital."
    assert set(scenes(text)) == {0}


def test_the_night_of_the_new_year_is_one_night() -> None:
    eve, day = (
        played(f"Missiles hit a school in Makiivka {when}, killing 20 soldiers.", published="2024-01-02")
        for when in ("on New Year's Eve", "two minutes after midnight on New Year's Day")
    )
    assert (eve[0].day, day[0].day) == ("2023-12-31", "2024-01-01")


def test_a_statement_that_comes_after_another_is_of_the_same_happening() -> None:
    text = """A blast in Makiivka, Ukraine, killed 63 soldiers on Sunday.
The statement came after Kyiv claimed 400 soldiers had died in the blast in the Donetsk region."""
    assert set(scenes(text)) == {0}
