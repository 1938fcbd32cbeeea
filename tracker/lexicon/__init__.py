"""The words we know, as data: one folder a language, one TOML file an idea, provenance in its comments.

A linguist improves the tracker here without Python. Each file's shape is described in its own head comment; the
room that uses it turns it into its own frozen nouns. ``examples.toml`` of each language is its test.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_lexicon(name: str, language: str = "en") -> dict[str, Any]:
    """The content of ``tracker/lexicon/<language>/<name>.toml``, read once a process. Treat it as frozen."""
    return tomllib.loads(files(__package__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str, language: str = "en") -> frozenset[str]:
    """The word list at ``keys`` of a lexicon file, as a set: ``words("cues", "verbs", "deny")``."""
    entry: Any = read_lexicon(name, language)
    for key in keys:
        entry = entry[key]
    return frozenset(entry)
