"""Measures a desk counts beside ours, in a TOML file of its own.

The file lies beside the store as ``measures.toml`` (or is named by ``TRACKER_MEASURES``) and has the shape of
``lexicon/en/measures.toml``, whose head tells what each list is for::

    [measures.arrested]
    label = "arrested"                          # what the report calls it
    meaning = "People taken into custody"       # its line in the report's glossary
    objects = ["arrest", "detain"]              # verbs in their base form: "police arrested 12 people"
    nouns = ["arrest"]                          # "12 arrests"
    counts = ["people"]                         # what may be counted
    trend = "grows"                             # how a tally of it moves: grows, falls, moves (by the day), fixed
    why = "arrests add up over the day"         # the reason for that

    [classes.people]
    nouns = ["ranger"]                          # what counts as people, too

A measure of a name we do not have is tried before ours; for one we have, the lists are added to ours. Where no trend
is given a measure moves: a later figure does not dispute an earlier one.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tracker.errors import SettingsError
from tracker.lexicon.desk_files import MEASURES, check_tables, is_names, read_file, table_of

TABLES = ("measures", "classes")
# Texts for the report and for comparing, beside the lists of words.
WORDS = ("label", "meaning", "trend", "why")
TRENDS = ("grows", "falls", "moves", "fixed")
UNSAID = "the desk's own measure, of which no trend is given"


@cache
def read_measures(path: str) -> dict[str, Any]:
    """The measures of a file, checked. Raises SettingsError, which names the file, the key and the cure."""
    from tracker.lexicon import read_lexicon

    content = read_file(path, MEASURES)
    check_tables(path, content, TABLES)
    ours = read_lexicon("measures", measures="")
    for table in TABLES:
        keys = {key: value for entry in ours[table].values() for key, value in entry.items()}
        for name, entry in table_of(path, content, table).items():
            at = f"{path}: [{table}.{name}]"
            if not isinstance(entry, dict) or not name.strip():
                raise SettingsError(f"{at} is no table", f"[{table}.its-name] stands on a line of its own")
            for key, value in entry.items():
                _check(at, key, value, keys | (dict.fromkeys(WORDS, "") if table == "measures" else {}))
            if entry.get("trend", TRENDS[0]) not in TRENDS:
                raise SettingsError(f"{at} has no trend {entry['trend']!r} to give", f"Use {', '.join(TRENDS)}")
            _check_counts(at, entry, {*ours["classes"], *content.get("classes", {})})
    return content


def own_tallies(path: str) -> dict[str, Any]:
    """How the tallies of a file's own measures move, in the shape of ``lexicon/en/tallies.toml``."""
    from tracker.lexicon import read_lexicon

    ours = read_lexicon("tallies", measures="")["measures"]
    told = read_measures(path).get("measures", {})
    return {"measures": {name: _tally(name, entry) for name, entry in told.items() if name not in ours}}


def _tally(name: str, entry: Mapping[str, Any]) -> dict[str, str]:
    people = "people" in entry.get("counts", ())
    return {
        "phrase": entry.get("label", name.replace("_", " ")),
        "counts": "people" if people else "things",
        "trend": entry.get("trend", "moves"),
        "why": entry.get("why", UNSAID),
    }


def _check(at: str, key: str, value: object, keys: Mapping[str, object]) -> None:
    """Is this a key there is, and its value of the kind ours are?"""
    if key not in keys:
        raise SettingsError(f"{at} has a key {key!r} that means nothing", f"Use {', '.join(keys)}")
    wanted = type(keys[key])
    if wanted is list and not is_names(value):
        raise SettingsError(f"{at} {key} is no list of words", f'Write {key} = ["a word", "another"]')
    if wanted is not list and type(value) is not wanted:
        raise SettingsError(
            f"{at} {key} cannot be {value!r}", "Write true or false" if wanted is bool else "Write text"
        )
    capitals = [word for word in value if word != word.lower()] if isinstance(value, list) and key != "entities" else []
    if capitals:
        raise SettingsError(f"{at} {key}: {capitals[0]!r} has capitals", "Words are looked for in small letters")


def _check_counts(at: str, entry: Mapping[str, Any], classes: set[str]) -> None:
    for name in entry.get("counts", ()):
        if name not in classes:
            raise SettingsError(f"{at} counts {name!r}, which is no class", f"Use {', '.join(sorted(classes))}")
