"""Do an office and its holder go by one name, within an article and across articles?"""

from dataclasses import replace

import pytest

from tests.factory import article
from tracker.extract import extract_article, settle
from tracker.extract.offices import fuller_names, office_form, with_fuller_name


@pytest.mark.parametrize(
    ("mention", "person", "form"),
    [
        ("the governor of Belgorod", "", "belgorod governor"),
        ("the governor of the Belgorod region", "", "belgorod governor"),
        ("Belgorod's governor", "", "belgorod governor"),
        ("Belgorod governor Vasily Orlov", "Vasily Orlov", "belgorod governor"),
        ("Vasily Orlov, the governor of Belgorod", "Vasily Orlov", "belgorod governor"),
        ("the Kenyan interior minister", "", "interior kenyan minister"),
        ("the governor", "", ""),
        ("Belgorod", "", ""),
        ("the army", "", ""),
        ("a man who had once been governor of some far and little known place", "", ""),
    ],
)
def test_an_office_has_one_form(mention: str, person: str, form: str) -> None:
    assert office_form(mention, person) == form


def names(*texts: str) -> list[list[str]]:
    """The names of the sources of each article, settled together."""
    found = settle([extract_article(article(text)) for text in texts])
    return [[claim.source_name for claim in each.claims if claim.source_kind != "narrator"] for each in found]


ALONE = "The governor of Belgorod said ten people had died."
TOLD = "Vasily Orlov, the governor of Belgorod, said nine people had died."
OTHER = "Belgorod governor Pavel Popov said two people had died."


def test_where_one_article_tells_both_the_other_goes_by_the_name() -> None:
    assert names(ALONE, TOLD) == [["Vasily Orlov"], ["Vasily Orlov"]]


def test_an_office_alone_keeps_its_words() -> None:
    assert names(ALONE) == [["governor of Belgorod"]]


def test_an_office_of_two_holders_is_nobodys() -> None:
    assert names(ALONE, TOLD, OTHER)[0] == ["governor of Belgorod"]


def test_another_places_governor_is_another() -> None:
    assert names("The governor of Kursk said ten people had died.", TOLD)[0] == ["governor of Kursk"]


def surnames(*named: tuple[str, str]) -> list[str]:
    """The names of claims after settling: each given as name and party."""
    (one,) = (claim for claim in extract_article(article(ALONE)).claims if claim.source_kind != "narrator")
    claims = [replace(one, source_name=name, party=party) for name, party in named]
    fuller = fuller_names(claims)
    return [with_fuller_name(claim, fuller).source_name for claim in claims]


def test_a_surname_goes_by_the_one_longer_name_of_its_side() -> None:
    assert surnames(("Omondi", "Kenya"), ("Paul Omondi", "Kenya")) == ["Paul Omondi", "Paul Omondi"]


def test_a_surname_of_another_side_is_anothers() -> None:
    assert surnames(("Omondi", "Uganda"), ("Paul Omondi", "Kenya"))[0] == "Omondi"
    assert surnames(("Omondi", ""), ("Paul Omondi", ""))[0] == "Omondi"


def test_a_surname_of_two_persons_of_one_side_stays() -> None:
    assert surnames(("Omondi", "Kenya"), ("Paul Omondi", "Kenya"), ("Ruth Omondi", "Kenya"))[0] == "Omondi"
