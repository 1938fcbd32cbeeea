"""Does the lexicon of measures say what the code needs, and nothing it does not know?"""

import pytest

from tracker.extract.measures import begins_one, classes, classes_of, fallback, fits, measures, measures_by
from tracker.lexicon import read_lexicon

CONTRACT = (
    "killed injured missing captured detained displaced evacuated rescued affected attended voted deployed lost "
    "fired intercepted hit destroyed damaged stolen burned spilled money area distance weight percentage age"
)


def test_the_measures_are_those_of_the_table_contract() -> None:
    assert {measure.name for measure in measures()} == set(CONTRACT.split())
    assert fallback() == "other"


def test_every_counted_class_is_listed_or_a_kind_of_unit() -> None:
    known = {found.name for found in classes()} | read_lexicon("units")["kinds"].keys() | {"money", "things"}
    assert all(measure.counts <= known for measure in measures())


def test_settled_measures_exist() -> None:
    names = {measure.name for measure in measures()}
    assert all({rule["from"], rule["measure"]} <= names for rule in read_lexicon("measures")["settled"])


@pytest.mark.parametrize(
    ("noun", "plural", "expected"),
    [
        ("soldier", False, {"people", "forces"}),
        ("missile", False, {"munitions"}),
        ("baker", True, {"people"}),
        ("number", False, set()),
        ("year", False, {"never"}),
    ],
)
def test_classes_of(noun: str, plural: bool, expected: set[str]) -> None:
    assert classes_of(noun, by_ending=plural) == expected


def test_what_is_destroyed_depends_on_what_is_counted() -> None:
    def first(kind: str) -> str:
        return next(
            found.name for found in measures_by("objects", "destroy") if fits(found, frozenset({kind}), "destroy")
        )

    assert first("munitions") == "intercepted"
    assert first("structures") == "destroyed"


@pytest.mark.parametrize(("word", "expected"), [("kill", True), ("shoot", True), ("baker", False), ("", False)])
def test_a_word_begins_one_where_a_measure_s_words_begin_with_it(word: str, expected: bool) -> None:
    assert begins_one("objects", word) is expected
