import pytest

from tests.factory import account, claim
from tracker.model import INF
from tracker.report.wording import account_words, base_unit, interval_words, measure_words, number_words, word


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (24, "24"),
        (3330, "3,330"),
        (2.5, "2.5"),
        (0, "0"),
        (-3, "-3"),
        (INF, "no upper limit"),
        (1e300, "1e+300"),
        (0.001, "0.001"),
    ],
)
def test_numbers_for_people(value: float, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (74, 74, 74, "74"),
        (24, 24, INF, "at least 24"),
        (0, 10, 10, "at most 10"),
        (20, 25, 30, "20 to 30"),
        (0, 0, 0, "0"),
    ],
)
def test_intervals_for_people(low: float, best: float, high: float, words: str) -> None:
    assert interval_words(low, best, high) == words


def test_a_measure_bears_its_scope_unless_it_is_the_total() -> None:
    assert measure_words("killed", "total") == "killed"
    assert measure_words("killed", "part") == "killed (part of a total)"


@pytest.mark.parametrize(("unit", "base"), [("acre", "hectare"), ("mile", "km"), ("dollar", "dollar"), ("", "")])
def test_numbers_are_in_the_base_unit(unit: str, base: str) -> None:
    assert base_unit(unit) == base


def test_a_name_without_a_word_is_shown_as_it_stands() -> None:
    assert word("measures", "kept_bees") == "kept bees"


@pytest.mark.parametrize(
    ("slot", "value", "denied", "words"),
    [
        ("agent", "Estmark", False, "Estmark"),
        ("cause", "strike", True, "not strike"),
        ("happened", "yes", True, "denied"),
        ("happened", "yes", False, "yes"),
    ],
)
def test_accounts_are_answers(slot: str, value: str, denied: bool, words: str) -> None:
    assert account_words(account(slot, value, of=claim(), denied=denied)) == words
