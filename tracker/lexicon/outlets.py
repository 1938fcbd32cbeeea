"""Outlets a desk knows: one name for each, whatever a page or an address calls it, in a TOML file of the desk's own.

The file lies beside the store as ``outlets.toml`` (or is named by ``TRACKER_OUTLETS``)::

    [outlets."Harbour Gazette"]
    aliases = ["Gazette Online", "The Gazette"]    # other names it is printed under
    domains = ["gazette.example"]                  # its addresses, subdomains too
    party = "Norland"                              # only where it speaks for a side, as a state's own channel does
    kind = "media"                                 # what kind of source it is; media where it is left out

Every line may be left out. An article's publisher is told by these names, else by its address; an outlet that is
quoted by another goes by the same name, and where it speaks for a side, its own voice does too.
"""

import os
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from tracker.errors import SettingsError
from tracker.lexicon.desk_files import OUTLETS, check_tables, is_names, read_file, table_of
from tracker.lexicon.kinds import KINDS

KEYS = ("aliases", "domains", "party", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet, as a desk knows it."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    party: str = ""
    kind: str = "media"


def own_outlets() -> tuple[Outlet, ...]:
    """The desk's outlets; none where no file is set. Raises SettingsError where it cannot be used."""
    path = os.environ.get(OUTLETS, "")
    return read_outlets(path) if path else ()


def outlet_named(publisher: str, url: str = "") -> Outlet | None:
    """The outlet that goes by a name, an alias or an address; where there is no name, that of the article's address."""
    path = os.environ.get(OUTLETS, "")
    if not path:
        return None
    names, domains = _by_name(path)
    known = names.get(publisher.strip().lower())
    return known or _at(domains, publisher if publisher.strip() else urlsplit(url).hostname or "")


def _at(domains: dict[str, Outlet], host: str) -> Outlet | None:
    """The outlet of an address; "news.gazette.example" is of "gazette.example"."""
    parts = host.strip().lower().split(".")
    hosts = (".".join(parts[number:]) for number in range(len(parts)))
    return next((domains[each] for each in hosts if each in domains), None)


@cache
def _by_name(path: str) -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    """Outlets by every name in small letters, and by domain."""
    outlets = read_outlets(path)
    names = {name.lower(): each for each in outlets for name in (each.name, *each.aliases)}
    return names, {domain.lower().removeprefix("www."): each for each in outlets for domain in each.domains}


@cache
def read_outlets(path: str) -> tuple[Outlet, ...]:
    """The outlets of a file. Raises SettingsError, which names the file, the line's key and the cure."""
    content = read_file(path, OUTLETS)
    check_tables(path, content, ("outlets",))
    found = table_of(path, content, "outlets")
    return tuple(_outlet(path, name, entry) for name, entry in found.items())


def _outlet(path: str, name: str, entry: Any) -> Outlet:
    at = f'{path}: [outlets."{name}"]'
    if not isinstance(entry, dict) or not name.strip():
        raise SettingsError(f"{at} is no table", '[outlets."Its name"] stands on a line of its own')
    for key, value in entry.items():
        if key not in KEYS:
            raise SettingsError(f"{at} has a key {key!r} that means nothing", f"Use {', '.join(KEYS)}")
        if key in ("aliases", "domains") and not is_names(value):
            raise SettingsError(f"{at} {key} is no list of names", f'Write {key} = ["a name", "another"]')
        if key in ("party", "kind") and not isinstance(value, str):
            raise SettingsError(f"{at} {key} is no text", f'Write {key} = "a name"')
    if entry.get("kind", "media") not in KINDS:
        raise SettingsError(f"{at} there is no kind of source {entry['kind']!r}", f"Use {', '.join(KINDS)}")
    lists = {key: tuple(map(str.strip, entry.get(key, ()))) for key in ("aliases", "domains")}
    return Outlet(name=name.strip(), party=entry.get("party", "").strip(), kind=entry.get("kind", "media"), **lists)
