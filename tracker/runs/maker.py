"""Which version, with which words, made what a store keeps: what another one made is made again."""

import hashlib
import os
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tracker.lexicon.desk_files import MEASURES, OUTLETS, PARTIES

# What an article's claims follow from, besides its text.
ROOMS = ("read", "extract", "group", "lexicon", "model")


def made_by() -> str:
    """The mark of this version: of its code, its words, and the files that the desk has set."""
    digest = hashlib.sha256(_own().encode())
    for name in (PARTIES, MEASURES, OUTLETS):
        path = os.environ.get(name, "")
        digest.update(b"\0")
        if path:
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()[:16]


@cache
def _own() -> str:
    digest = hashlib.sha256()
    for room in ROOMS:
        for each in _under(files("tracker").joinpath(room)):
            digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()


def _under(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            found.extend(_under(each))
        elif each.name.endswith((".py", ".toml")):
            found.append(each)
    return found
