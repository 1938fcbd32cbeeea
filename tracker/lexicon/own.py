"""Sources a desk knows better than we do: parties, names and kinds in a TOML file of its own, asked before our tables.

The file lies beside the store as ``parties.toml`` (or is named by ``TRACKER_PARTIES``) and may hold three tables::

    [parties]                 # a word or name in a mention, and the side it speaks for
    "Kachin Independence Army" = "KIA"
    "Wagner" = "Russia"

    [aliases]                 # a mention as printed, and the one name it is to go by
    "Rosgvardia" = "Russian national guard"

    [kinds]                   # a kind of source, and the names that are of it
    media = ["Meduza", "Rybar"]

Every table may be left out. Capitals do not matter, and the longest name is asked first. The kinds are those of the
claims table's column ``source_kind``. What the file says wins over what the words would tell. The desk's outlets
(``outlets.py``) are sources too, where this file does not name them.
"""

import os
from dataclasses import dataclass
from functools import cache
from typing import Any

from tracker.errors import SettingsError
from tracker.lexicon.desk_files import OUTLETS, PARTIES, check_tables, is_names, read_file, table_of
from tracker.lexicon.kinds import KINDS
from tracker.lexicon.outlets import Outlet, own_outlets

TABLES = ("parties", "aliases", "kinds")

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSources:
    """Pairs of a name and what the desk says of it, longest name first: its party, its one name, its kind."""

    parties: Pairs = ()
    aliases: Pairs = ()
    kinds: Pairs = ()


NONE = OwnSources()


def own_sources() -> OwnSources:
    """What the desk's files say of sources; nothing where none is set. Raises SettingsError for one that is unfit."""
    parties, outlets = os.environ.get(PARTIES, ""), os.environ.get(OUTLETS, "")
    return _joined(parties, outlets) if parties or outlets else NONE


@cache
def _joined(parties: str, outlets: str) -> OwnSources:
    """The file of parties, and of the outlets what it leaves open."""
    said = read_sources(parties) if parties else NONE
    known = own_outlets() if outlets else ()
    return OwnSources(
        parties=_with(said.parties, ((name, each.party) for each in known if each.party for name in _names(each))),
        aliases=_with(said.aliases, ((name, each.name) for each in known for name in _names(each))),
        kinds=_with(said.kinds, ((name, each.kind) for each in known for name in _names(each))),
    )


def _names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.name, *outlet.aliases)


def _with(said: Pairs, more: Any) -> Pairs:
    named = {name.lower() for name, _ in said}
    return _longest_first((*said, *(pair for pair in more if pair[0].lower() not in named)))


@cache
def read_sources(path: str) -> OwnSources:
    """A desk's file, read once a process. Raises SettingsError, which names the file, the trouble and the cure."""
    content = read_file(path, PARTIES)
    check_tables(path, content, TABLES)
    return OwnSources(
        parties=_pairs(path, content, "parties"),
        aliases=_pairs(path, content, "aliases"),
        kinds=_kinds(path, content),
    )


def _pairs(path: str, content: dict[str, Any], table: str) -> Pairs:
    found = table_of(path, content, table)
    for name, value in found.items():
        if not isinstance(value, str) or not name.strip() or not value.strip():
            raise SettingsError(f"{path}: [{table}] {name!r} is given no text", f'Write "{name}" = "a name"')
    return _longest_first(found.items())


def _kinds(path: str, content: dict[str, Any]) -> Pairs:
    found = table_of(path, content, "kinds")
    for kind, names in found.items():
        if kind not in KINDS:
            raise SettingsError(f"{path}: there is no kind of source {kind!r}", f"Use {', '.join(KINDS)}")
        if not is_names(names):
            raise SettingsError(f"{path}: [kinds] {kind} is no list of names", f'Write {kind} = ["a name", "another"]')
    return _longest_first((name, kind) for kind, names in found.items() for name in names)


def _longest_first(pairs: Any) -> Pairs:
    return tuple(
        sorted(((name.strip(), value.strip()) for name, value in pairs), key=lambda pair: (-len(pair[0]), pair))
    )
