"""Sources a desk knows better than we do: parties, names and kinds in a TOML file of its own, asked before our tables.

The file is named by the setting ``TRACKER_PARTIES`` (or an option of the command) and may hold three tables::

    [parties]                 # a word or name in a mention, and the side it speaks for
    "Kachin Independence Army" = "KIA"
    "Wagner" = "Russia"

    [aliases]                 # a mention as printed, and the one name it is to go by
    "Rosgvardia" = "Russian national guard"

    [kinds]                   # a kind of source, and the names that are of it
    media = ["Meduza", "Rybar"]

Every table may be left out. Capitals do not matter, and the longest name is asked first. The kinds are those of the
claims table's column ``source_kind``. What the file says wins over what the words would tell.
"""

import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tracker.errors import SettingsError

SETTING = "TRACKER_PARTIES"
KINDS = (
    "official",
    "military",
    "emergency",
    "medic",
    "police",
    "company",
    "union",
    "party",
    "media",
    "witness",
    "visual_evidence",
    "document",
    "unnamed",
    "person",
)
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
    """What the desk's file says; nothing where no file is set. Raises SettingsError where it cannot be used."""
    path = os.environ.get(SETTING, "")
    return read_sources(path) if path else NONE


def use_sources(path: str) -> None:
    """Take a desk's file for the whole run, worker processes too; no path: what is set. Raises SettingsError."""
    if path:
        os.environ[SETTING] = path
    own_sources()


@cache
def read_sources(path: str) -> OwnSources:
    """A desk's file, read once a process. Raises SettingsError, which names the file, the trouble and the cure."""
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read: {error.strerror}", f"Name a file that is there in {SETTING}"
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is no UTF-8 text", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is no TOML: {error}", "Put names in quotation marks, one to a line") from error
    for table in content:
        if table not in TABLES:
            raise SettingsError(f"{path} has a table [{table}] that means nothing", f"Use {_listed(TABLES)}")
    return OwnSources(
        parties=_pairs(path, content, "parties"),
        aliases=_pairs(path, content, "aliases"),
        kinds=_kinds(path, content),
    )


def _pairs(path: str, content: dict[str, Any], table: str) -> Pairs:
    found = content.get(table, {})
    if not isinstance(found, dict):
        raise SettingsError(f"{path}: {table} is no table", f"Write [{table}] on a line of its own")
    for name, value in found.items():
        if not isinstance(value, str) or not name.strip() or not value.strip():
            raise SettingsError(f"{path}: [{table}] {name!r} is given no text", f'Write "{name}" = "a name"')
    return _longest_first(found.items())


def _kinds(path: str, content: dict[str, Any]) -> Pairs:
    found = content.get("kinds", {})
    if not isinstance(found, dict):
        raise SettingsError(f"{path}: kinds is no table", "Write [kinds] on a line of its own")
    for kind, names in found.items():
        if kind not in KINDS:
            raise SettingsError(f"{path}: there is no kind of source {kind!r}", f"Use {_listed(KINDS)}")
        if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
            raise SettingsError(f"{path}: [kinds] {kind} is no list of names", f'Write {kind} = ["a name", "another"]')
    return _longest_first((name, kind) for kind, names in found.items() for name in names)


def _longest_first(pairs: Any) -> Pairs:
    return tuple(
        sorted(((name.strip(), value.strip()) for name, value in pairs), key=lambda pair: (-len(pair[0]), pair))
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
