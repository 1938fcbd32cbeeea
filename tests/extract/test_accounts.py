"""Who did it, what caused it, how did it end, what was hit, who were the victims?"""

import pytest

from tests.extract.passages import passage
from tracker.extract.accounts import find_accounts


def told(text: str, stance: str = "asserts") -> list[tuple[str, str, bool]]:
    found = passage(text)
    return [(each.slot, each.value, each.denied) for each in find_accounts(found, list(found.doc), stance)]


def slot(text: str, name: str, stance: str = "asserts") -> list[str]:
    return [f"not {value}" if denied else value for kind, value, denied in told(text, stance) if kind == name]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Russia struck a dam.", ["Russia"]),
        ("Ukrainian forces shelled the town.", ["Ukraine"]),
        ("The town was bombed by Israel.", ["Israel"]),
        ("Sudan's airstrike killed ten.", ["Sudan"]),
        ("India is behind the attack.", ["India"]),
        ("Iran and Syria were responsible for the attack.", ["Iran", "Syria"]),
        ("Russia did not strike the dam.", []),
        ("The storm struck the coast.", []),
        ("Ten people died in Kenya.", []),
        # by whom a thing was done or fired, whose launch it was
        ("The attack was carried out by Hamas.", ["Hamas"]),
        ("The raid was conducted by Palestinian Islamic Jihad.", ["Islamic Jihad"]),
        ("A raid by Hamas killed four.", ["Hamas"]),
        ("Rockets launched by Hamas hit the mill.", ["Hamas"]),
        ("The mill was hit by a rocket fired by Syria.", ["Syria"]),
        ("The meeting was attended by Hamas.", []),
        ("The protest was organised by Hamas.", []),
        # whose it was is left open
        ("He did not know whether it was an Israeli air strike.", []),
        ("The army is looking into a reported Israeli strike on the market.", []),
        ("The army is investigating an Israeli strike on the market.", []),
        ("There were reports of an Israeli strike on the market.", []),
        ("An alleged Israeli strike hit the market.", []),
        ("It asked whether an Israeli strike hit the market.", []),
        ("The ministry reported an Israeli strike on the market.", ["Israel"]),
    ],
)
def test_agents(text: str, parties: list[str]) -> None:
    assert slot(text, "agent") == parties


@pytest.mark.parametrize(
    ("text", "parties"), [("Russia for the strike", ["Russia"]), ("Ethiopia and Eritrea", ["Ethiopia", "Eritrea"])]
)
def test_who_is_blamed_is_an_agent(text: str, parties: list[str]) -> None:
    assert slot(text, "agent", "blames") == parties


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("The fire was caused by a short circuit.", ["short circuit"]),
        ("The fire was not caused by a gas leak.", ["not gas leak"]),
        ("The deaths were due to falling debris.", ["air defence debris"]),
        ("The blaze was the result of arson.", ["arson"]),
        ("A gas leak caused the explosion.", ["gas leak"]),
        ("Debris fell on the house.", ["air defence debris"]),
        ("There was a gas leak.", []),
    ],
)
def test_causes(text: str, causes: list[str]) -> None:
    assert slot(text, "cause") == causes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The jet was shot down.", ["shot down"]),
        ("The ship was not sunk.", ["not sunk"]),
        ("The army repelled the assault.", ["repelled"]),
        ("The missile destroyed the bridge.", ["destroyed"]),
        ("Most of the missiles were shot down.", []),
        ("Ten missiles were shot down.", []),
        ("The ship sank.", []),
    ],
)
def test_outcomes(text: str, outcomes: list[str]) -> None:
    assert slot(text, "outcome") == outcomes


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The missile hit a residential building.", ["civilian"]),
        ("Jets bombed an ammunition depot.", ["military"]),
        ("They live in a residential building.", []),
    ],
)
def test_targets(text: str, targets: list[str]) -> None:
    assert slot(text, "target") == targets


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("All of the dead were civilians.", ["civilian"]),
        ("The victims were soldiers.", ["combatant"]),
        ("The victims were not soldiers.", ["not combatant"]),
        ("Most of the dead were civilians.", []),
        ("The guests were soldiers.", []),
    ],
)
def test_victims(text: str, status: list[str]) -> None:
    assert slot(text, "victim_status") == status


@pytest.mark.parametrize(
    ("text", "stance", "happened"),
    [
        ("that it bombed the hospital", "denies", ["not yes"]),
        ("any attack on the hospital", "denies", ["not yes"]),
        ("taking bribes", "denies", []),
        ("that it bombed the hospital", "asserts", []),
    ],
)
def test_a_denial_says_that_it_did_not_happen(text: str, stance: str, happened: list[str]) -> None:
    assert slot(text, "happened", stance) == happened


def test_each_answer_is_told_once() -> None:
    found = told("Russia struck a dam and Russia struck a mill, Russian missiles struck both.")
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mayor was shot during a campus event at Ostrava Technical University.", ["Ostrava Technical University"]),
        ("The attack occurred during a rally on the Brno Arts University campus.", ["Brno Arts University"]),
        ("He was shot in the middle of his outdoor event at Brno Arts University.", ["Brno Arts University"]),
        ("Two students were killed in a shooting at Leeds Grand University.", ["Leeds Grand University"]),
        ("A student at Leeds Grand University was shot in York.", []),
        ("The wounded were taken to Mercy Hospital.", []),
        ("She was shot and died at Mercy Hospital.", []),
        ("He was shot at a university.", []),
        ("Two men were shot in College Station.", []),
        ("The attack did not happen at Leeds Grand University.", []),
    ],
)
def test_the_named_place_of_the_happening(text: str, place: list[str]) -> None:
    assert slot(text, "place") == place


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The shooter was still at large on Saturday.", ["at large"]),
        ("The gunman remains on the run.", ["at large"]),
        ("The suspect in the harbour shooting is in custody.", ["in custody"]),
        ("A suspect was taken into custody.", ["in custody"]),
        ("No suspect was in custody.", ["not in custody"]),
        ("The suspect is not in custody.", ["not in custody"]),
        ("A second suspect remains at large.", []),
        ("Two suspects are in custody.", []),
        ("The public at large was told.", []),
        ("The prisoner died in custody.", []),
    ],
)
def test_whether_the_suspect_is_held(text: str, held: list[str]) -> None:
    assert slot(text, "custody") == held


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Hamas claimed responsibility for the attack.", ["Hamas"]),
        ("Responsibility for the blast was claimed by the Islamic State.", ["Islamic State"]),
        ("Iran denied it but Hezbollah took responsibility for the strike.", ["Hezbollah"]),
        ("Hamas did not claim responsibility for the attack.", ["not Hamas"]),
        ("The parent has responsibility for the child.", []),
    ],
)
def test_who_owns_to_it_is_an_agent(text: str, owner: list[str]) -> None:
    assert slot(text, "agent") == owner
