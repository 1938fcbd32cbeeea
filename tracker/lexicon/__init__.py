"""The words we know, as data: one folder a language, one TOML file an idea, provenance in its comments.

A linguist improves the tracker here without Python. Each file's shape is described in its own head comment; the
room that uses it turns it into its own frozen nouns. ``examples.toml`` of each language is its test.

Installed packages may add to any file (``plugins.LEXICONS``: a package whose folders and files are named as ours), and
a desk adds measures in a file beside its store (``own_measures.py``).
"""

import os
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tracker import plugins
from tracker.lexicon.desk_files import MEASURES
from tracker.lexicon.joining import joined


def read_lexicon(name: str, language: str = "en", *, measures: str | None = None) -> dict[str, Any]:
    """The content of ``tracker/lexicon/<language>/<name>.toml`` with what was added to it. Treat it as frozen.

    ``measures`` is the desk's own file of measures; where it is not given, the one that is set.
    """
    if name not in ("measures", "tallies"):
        return _read(name, language)
    return _with_measures(name, language, os.environ.get(MEASURES, "") if measures is None else measures)


@cache
def _read(name: str, language: str) -> dict[str, Any]:
    """Ours, then what each plug-in adds, read once a process."""
    homes = [files(__package__), *(files(package) for package in plugins.find_plugins(plugins.LEXICONS).values())]
    found = [home.joinpath(language, f"{name}.toml") for home in homes]
    content: dict[str, Any] = {}
    there = [file for file in found if file.is_file()] or found[:1]
    for file in there:
        content = joined(content, tomllib.loads(file.read_text(encoding="utf-8")))
    return content


@cache
def _with_measures(name: str, language: str, path: str) -> dict[str, Any]:
    from tracker.lexicon.own_measures import own_tallies, read_measures

    ours = _read(name, language)
    if not path:
        return ours
    return joined(ours, read_measures(path) if name == "measures" else own_tallies(path))


@cache
def words(name: str, *keys: str, language: str = "en") -> frozenset[str]:
    """The word list at ``keys`` of a lexicon file, as a set: ``words("cues", "verbs", "deny")``."""
    entry: Any = read_lexicon(name, language)
    for key in keys:
        entry = entry[key]
    return frozenset(entry)
