"""Do the word lists keep the shape their readers count on?"""

from importlib.resources import files

import pytest

from tracker.extract.events import APART
from tracker.lexicon import read_lexicon, words

NAMES = sorted(path.name.removesuffix(".toml") for path in files("tracker.lexicon").joinpath("en").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_read_and_says_what_it_is(name: str) -> None:
    assert read_lexicon(name)
    text = files("tracker.lexicon").joinpath("en", f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith("# ")


def test_a_list_is_found_by_its_path() -> None:
    assert "say" in words("cues", "takes", "clause")
    assert words("cues", "takes", "clause") is words("cues", "takes", "clause")


def test_a_file_is_read_once() -> None:
    assert read_lexicon("cues") is read_lexicon("cues")


@pytest.mark.parametrize("missing", ["nonsense", "../en/cues"])
def test_a_list_that_is_not_there_is_told(missing: str) -> None:
    with pytest.raises((FileNotFoundError, ValueError, KeyError)):
        words("nonsense", missing)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("cues", ("takes", "clause")),
        ("cues", ("takes", "object")),
        ("cues", ("nouns", "claims")),
        ("cues", ("evidence", "verbs")),
        ("events", ("general", "happening")),
        ("sources", ("speakers", "nouns")),
        ("sources", ("honorifics", "words")),
    ],
)
def test_lemmas_are_one_lower_case_word(name: str, keys: tuple[str, ...]) -> None:
    assert not [word for word in words(name, *keys) if word != word.lower().strip() or " " in word]


def test_kinds_of_source_are_single_words() -> None:
    assert not [noun for nouns in read_lexicon("sources")["kinds"].values() for noun in nouns if " " in noun]


def test_every_stance_is_one_a_claim_can_have() -> None:
    known = {"asserts", "denies", "blames", "concedes", "doubts", "estimates", "unknown"}
    assert set(read_lexicon("cues")["stance"]) <= known


def test_a_verb_that_never_reports_is_no_listed_cue() -> None:
    silent = words("cues", "silent", "verbs") - {"believe", "fear", "mean"}  # cues with a person, never alone
    assert not silent & words("cues", "takes", "clause")


@pytest.mark.parametrize("groups", ["families", "kin"])
def test_families_name_kinds_there_are(groups: str) -> None:
    events = read_lexicon("events")
    assert {kind for group in events[groups].values() for kind in group} <= {
        kind for kind in events if kind not in APART
    }


def test_what_nobody_makes_is_a_kind_and_hazards_are_of_those() -> None:
    natural, hazards = words("events", "general", "natural"), words("events", "general", "hazards")
    assert hazards < natural <= set(read_lexicon("events")) - APART


def test_holidays_and_months_are_days_of_the_calendar() -> None:
    times = read_lexicon("times")
    assert all(1 <= month <= 12 and 1 <= day <= 31 for month, day, *_ in times["holidays"].values())
    assert all(sum(into) <= 1 for _, _, *into in times["holidays"].values())
    assert set(times["months"].values()) == set(range(1, 13))
    assert len(times["weekdays"]) == 7
