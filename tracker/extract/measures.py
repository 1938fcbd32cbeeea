"""Measures: what a figure counts, as ``lexicon/en/measures.toml`` tells it. A new measure is an entry there."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from tracker.lexicon import read_lexicon

# What a desk's own measure says for the report and for comparing; nothing here reads it.
FOR_OTHERS = frozenset({"label", "meaning", "trend", "why"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: the words that give it, by the role they play, and the classes of what it may count."""

    name: str
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    wound_verbs: frozenset[str] = frozenset()
    wounds: frozenset[str] = frozenset()
    fatal: frozenset[str] = frozenset()
    limbs: frozenset[str] = frozenset()
    ends_in: frozenset[str] = frozenset()
    unit_kinds: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    zero: bool = False
    partitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedClass:
    """A class of counted nouns, such as people. ``singular``: "a man" counts one; ``sums``: lists add up."""

    name: str
    nouns: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    entities: frozenset[str] = frozenset()
    singular: bool = False
    sums: bool = False


@cache
def measures() -> tuple[Measure, ...]:
    """The measures in the lexicon's order, which is the order in which they are tried."""
    return tuple(Measure(name=name, **_sets(Measure, entry)) for name, entry in _lexicon("measures").items())


@cache
def measure_named(name: str) -> Measure:
    """The measure of that name; one that the lexicon does not have counts nothing."""
    return next((measure for measure in measures() if measure.name == name), Measure(name=name))


@cache
def classes() -> tuple[CountedClass, ...]:
    """The classes of counted nouns."""
    return tuple(CountedClass(name=name, **_sets(CountedClass, entry)) for name, entry in _lexicon("classes").items())


@cache
def fallback() -> str:
    """The measure of what is counted but has none."""
    return str(_lexicon("fallback")["measure"])


def measures_by(role: str, word: str) -> tuple[Measure, ...]:
    """The measures that a word gives in a role, in order: ``measures_by("objects", "kill")``."""
    return _by_word(role).get(word, ())


@cache
def _by_word(role: str) -> dict[str, tuple[Measure, ...]]:
    given = {word for measure in measures() for word in getattr(measure, role)}
    return {word: tuple(measure for measure in measures() if word in getattr(measure, role)) for word in given}


def begins_one(role: str, word: str) -> bool:
    """Is this a word that gives some measure in a role, or the first of words that do ("shoot down")?"""
    return word in _first_words(role)


@cache
def _first_words(role: str) -> frozenset[str]:
    return frozenset(given.split(" ")[0] for given in _by_word(role))


@cache
def is_state(word: str) -> bool:
    """Is this a state that some measure counts: "dead", "wounded", "missing"?"""
    return any(word in measure.states for measure in measures())


@cache
def classes_of(noun: str, *, by_ending: bool = False) -> frozenset[str]:
    """The classes a counted noun's lemma belongs to; where no list has it, by its ending if that is allowed."""
    listed = {found.name for found in classes() if noun in found.nouns}
    if listed or not by_ending:
        return frozenset(listed)
    return frozenset(found.name for found in classes() if noun.endswith(found.suffixes or ("\0",)) and len(noun) > 4)


@cache
def classes_with(trait: str) -> frozenset[str]:
    """The names of the classes that have a trait: ``classes_with("sums")``."""
    return frozenset(found.name for found in classes() if getattr(found, trait))


@cache
def class_of_entity(label: str) -> frozenset[str]:
    """The classes that a named entity of this kind belongs to: a nationality is people."""
    return frozenset(found.name for found in classes() if label in found.entities)


@cache
def phrases(table: str, key: str) -> tuple[str, ...]:
    """A list of the lexicon's other tables, longest first: ``phrases("part", "before")``."""
    return tuple(sorted(_lexicon(table)[key], key=len, reverse=True))


def fits(measure: Measure, kinds: frozenset[str], word: str) -> bool:
    """May this measure count that? ``kinds`` are the counted noun's classes, empty where the number stands alone."""
    if kinds:
        return bool(kinds & measure.counts)
    return "*" in measure.alone or word in measure.alone


def _lexicon(key: str) -> dict[str, Any]:
    entries: dict[str, Any] = read_lexicon("measures")[key]
    return entries


def _sets(kind: type, entry: dict[str, Any]) -> dict[str, Any]:
    """The lists of a TOML entry as frozen sets, suffixes as a tuple (``str.endswith`` wants one)."""
    known = {field.name for field in fields(kind)}
    unknown = entry.keys() - known - FOR_OTHERS
    if unknown:
        raise ValueError(f"measures.toml: {kind.__name__} has no {sorted(unknown)}")
    return {key: _frozen(key, value) for key, value in entry.items() if key in known}


def _frozen(key: str, value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return tuple(value) if key == "suffixes" else frozenset(value)
