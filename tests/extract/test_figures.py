"""Do we find what every figure counts, and leave alone what counts nothing?"""

import pytest

from tests.factory import article
from tracker.extract.figures import FigureMention, find_figures, malformed_numbers
from tracker.extract.parse import parse
from tracker.model import INF


def figures(text: str, *, skip: str = "age other") -> list[FigureMention]:
    return [
        mention
        for passage in parse(article(text))
        for mention in find_figures(passage)
        if mention.measure not in skip.split()
    ]


def told(text: str) -> list[tuple[str, str, float, float]]:
    return [(found.text, found.measure, found.low, found.high) for found in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 50 people were killed and wounded.", [("At least 50 people", "lost", 50, INF)]),
        ("The blast killed and injured 50 people.", [("50 people", "lost", 50, 50)]),
        ("A man was shot and killed.", [("A man", "killed", 1, 1)]),
        ("The attack killed at least 24 people.", [("at least 24 people", "killed", 24, INF)]),
        ("The attack injured nearly 110 others.", [("nearly 110 others", "injured", 99, 110)]),
        ("The blast killed two and injured four.", [("two", "killed", 2, 2), ("four", "injured", 4, 4)]),
        ("Moscow spoke of one dead and six wounded.", [("one dead", "killed", 1, 1), ("six wounded", "injured", 6, 6)]),
        ("The raid left 17 wounded.", [("17 wounded", "injured", 17, 17)]),
        ("A clerk was among the 17 wounded.", [("17 wounded", "injured", 17, 17)]),
        ("Another 27 were wounded.", [("Another 27", "injured", 27, 27)]),
        ("The death toll rose to 45 from 41.", [("45", "killed", 45, 45), ("41", "killed", 41, 41)]),
        ("The toll, according to the mayor, is 132.", [("132", "killed", 132, 132)]),
        ("The toll according to the mayor now stands at 132.", [("132", "killed", 132, 132)]),
        ("The death toll, which is expected to rise, stands at 132.", [("132", "killed", 132, 132)]),
        ("Deaths have climbed to 141.", [("141", "killed", 141, 141)]),
        ("The toll doubled to 132.", [("132", "killed", 132, 132)]),
        ("The toll may have reached 132.", [("132", "killed", 132, 132)]),
        ("An air strike killed 50 people at the hospital.", [("50 people", "killed", 50, 50)]),
        ("Five miners were crushed, and one was killed.", [("one", "killed", 1, 1)]),
        (
            "Two medics were taken to hospital, where she was pronounced dead.",
            [("Two medics", "injured", 2, 2), ("she", "killed", 1, 1)],
        ),
        ("The mine's death toll hits 45.", [("45", "killed", 45, 45)]),
        ("Officials gave a death count of 45 last week.", [("45", "killed", 45, 45)]),
        (
            "The names of 30 of the 45 dead are known.",
            [("30 of the 45 dead", "killed", 30, 30), ("45 dead", "killed", 45, 45)],
        ),
        ("There are eight more people in critical but stable condition.", [("eight more people", "injured", 8, 8)]),
        ("The storm brought the death toll to at least 45.", [("at least 45", "killed", 45, INF)]),
        ("A man was shot dead outside a bar.", [("A man", "killed", 1, 1)]),
        ("No one was injured in the fire.", [("No one", "injured", 0, 0)]),
        ("There were no deaths.", [("no deaths", "killed", 0, 0)]),
        ("Four people were shot and killed.", [("Four people", "killed", 4, 4)]),
        ("Police arrested 23 protesters.", [("23 protesters", "detained", 23, 23)]),
        ("31 people remain missing.", [("31 people", "missing", 31, 31)]),
        ("More than 2,000 families were evacuated.", []),
        ("More than 2,000 residents were evacuated.", [("More than 2,000 residents", "evacuated", 2000, INF)]),
        ("Police put the crowd at 750,000.", [("750,000", "attended", 750_000, 750_000)]),
        ("20,000 troops will be on duty tonight.", [("20,000 troops", "deployed", 20_000, 20_000)]),
        ("Ukraine lost 300 soldiers.", [("300 soldiers", "lost", 300, 300)]),
        ("It shot down 21 of 49 drones.", [("21 of 49 drones", "intercepted", 21, 21)]),
        (
            "The corps said it had destroyed 14 of 30 drones launched overnight.",
            [("14 of 30 drones", "intercepted", 14, 14)],
        ),
        ("Ukraine hit the city with two missiles.", [("two missiles", "fired", 2, 2)]),
        ("At least six missiles hit the city.", [("At least six missiles", "fired", 6, INF)]),
        (
            "It caused damage to 12 shops and 13 homes.",
            [("12 shops", "damaged", 12, 12), ("13 homes", "damaged", 13, 13)],
        ),
        ("The quake destroyed 300 homes.", [("300 homes", "destroyed", 300, 300)]),
        ("The fire burned 100 hectares.", [("100 hectares", "burned", 100, 100)]),
        ("Repairs will cost $3.2m.", [("$3.2m", "money", 3_200_000, 3_200_000)]),
        ("They found the bodies of nine miners.", [("nine miners", "killed", 9, 9)]),
        ("Some 300 were feared dead.", [("Some 300", "killed", 270, 330)]),
        ("Between three and five people died in it.", [("Between three and five people", "killed", 3, 5)]),
        (
            "Between 12 and 15 villagers, among them a nurse, were killed.",
            [("Between 12 and 15 villagers", "killed", 12, 15)],
        ),
        ("Doctors tallied seven men as having been killed.", [("seven men", "killed", 7, 7)]),
        ("Medics tallied seven men as having been killed, later.", [("seven men", "killed", 7, 7)]),
        ("The list names nine men as dead.", [("nine men", "killed", 9, 9)]),
        (
            "It killed up to 20 guests, including at least 14 women.",
            [("up to 20 guests", "killed", 14, 20), ("at least 14 women", "killed", 14, INF)],
        ),
        (
            "It killed up to 10 guests, including five boys and three girls.",
            [("up to 10 guests", "killed", 8, 10), ("five boys", "killed", 5, 5), ("three girls", "killed", 3, 3)],
        ),
        ("Police treated two men as witnesses.", []),
    ],
)
def test_figures(text: str, expected: list[tuple[str, str, float, float]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 24-year-old driver was charged.",
        "Jane Roe, 41, moved there in 2019.",
        "They were killed on 3 March at 18:30.",
        "The toll could climb to 132.",
        "The death toll is expected to pass 132.",
        "The toll, the mayor said, is not known.",
        "The 18-hour barrage killed many in the 22-month war.",
        "The 72nd brigade lost a Su-34.",
        "The blast could kill 200 people.",
        "He threatened to kill 12 people.",
        "He was jailed for the attempted murder of five people.",
        "The shop at 212 North Main Street was hit.",
        "They beat the visitors 3-1.",
        "They were killed at 45 High Street.",
        "She was shot at 9.30 pm.",
        "Section 12 of the act was killed off.",
        "Flight 370 vanished in 2014.",
        "A Boeing 737 was hit by hail.",
        "The 12-storey block was hit on the 9th floor.",
        "The storm hit at 120 km/h.",
        "The G20 summit was hit by rows.",
        "The death penalty was dropped after 20 years.",
        "Channel 4 was hurt by the row.",
        "Call 555-0134 to report the injured.",
        "The team lost 4-2 and were hurt.",
        "The 1998 bombing hurt trade.",
        "Route 66 was hit by floods.",
        "The attack killed a third of the herd.",
    ],
)
def test_never_victims(text: str) -> None:
    assert figures(text) == []


def test_a_city_of_so_many_is_no_toll() -> None:
    assert told("The attack on a city of 330,000 killed 12 people.") == [("12 people", "killed", 12, 12)]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [("The fire burned 100 acres.", 40.468564224, "acre"), ("It lies 10 miles away.", 16.09344, "mile")],
)
def test_values_are_in_the_base_unit_and_the_unit_as_printed(text: str, low: float, unit: str) -> None:
    (found,) = figures(text)
    assert found.low == pytest.approx(low)
    assert found.unit == unit


def test_spans_lead_back_to_the_article() -> None:
    text = "Nothing here.\nThe attack killed 24 people."
    (found,) = figures(text)
    assert text[found.span.start : found.span.end] == found.text == "24 people"


def test_malformed_numbers_are_reported_and_not_counted() -> None:
    text = "The attack hit a city of 3330,000 people."
    (passage,) = parse(article(text))
    assert [text[span.start : span.end] for span in malformed_numbers(passage)] == ["3330,000"]
    assert figures(text, skip="") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll had risen to 381 people.", [("381 people", "killed", 381, 381)]),
        ("The toll from the flood rose today to at least 138 people.", [("at least 138 people", "killed", 138, INF)]),
        ("The toll fell to 38.", [("38", "killed", 38, 38)]),
        ("At least 150 of the town's 1,800 residents were killed.", [(None, "killed", 150, INF)]),
        (
            "It left 12,000 homes destroyed and 30,000 more damaged.",
            [("12,000 homes destroyed", "destroyed", 12_000, 12_000), ("30,000", "damaged", 30_000, 30_000)],
        ),
        (
            "The storm destroyed 12 homes and damaged 30.",
            [("12 homes", "destroyed", 12, 12), ("30", "damaged", 30, 30)],
        ),
        (
            "Two people killed, four injured in crash.",
            [("Two people killed", "killed", 2, 2), ("four injured", "injured", 4, 4)],
        ),
        (
            "Police said 150 people marched. Organisers said the number was 170.",
            [("150 people", "attended", 150, 150), ("170", "attended", 170, 170)],
        ),
        ("Forty homes were buried.", [("Forty homes", "destroyed", 40, 40)]),
    ],
)
def test_what_is_left_to_the_words_before(text: str, expected: list[tuple[str | None, str, float, float]]) -> None:
    found = [
        (None if words is None else got[0], *got[1:]) for got, (words, *_) in zip(told(text), expected, strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("The toll fell to 38, down from 41.", 38, 41),
        ("The toll was 70, up from 63.", 70, 63),
        ("The death toll rose to 45 from 41.", 45, 41),
        ("Some 400 people were arrested, compared with 300 on Friday.", 400, 300),
    ],
)
def test_the_figure_that_was_replaced_is_an_earlier_one(text: str, now: float, before: float) -> None:
    assert [(found.best, found.scope) for found in figures(text)] == [(now, "total"), (before, "earlier")]


def test_a_number_taken_from_somewhere_is_no_earlier_figure() -> None:
    assert [found.best for found in figures("Police arrested 12 people from 3 towns.")] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "He was killed 12 miles from the border.",
        "He was hit by a .45 calibre round fired 30 metres away.",
        "The attack cost $40m and took 11 hours.",
        "The toll road costs 12 euros.",
        "She was shot from 200 yards on 5 June.",
        "He was wounded in the 88th minute.",
        "A guard was hurt at 6 Mill Lane.",
    ],
)
def test_numbers_in_passing_are_no_victims(text: str) -> None:
    people = {"killed", "injured", "lost", "missing"}
    assert [found for found in figures(text) if found.measure in people and found.person is None] == []
