"""Parts that other packages bring: readers, word lists, rules, exporters and engines, announced as entry points.

A package that brings an exporter says so in its ``pyproject.toml``::

    [project.entry-points."tracker.exporters"]
    geojson = "desk_tools.geojson:write_geojson"

Our own parts stand in plain dicts beside the verb they serve; those found here are added to them under their name. A
part of a name that we have takes the place of ours. ``tests/desk_tools`` is a whole package with one of each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tracker.errors import SettingsError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

READERS = "tracker.readers"
LEXICONS = "tracker.lexicons"
RULES = "tracker.rules"
EXPORTERS = "tracker.exporters"
ENGINES = "tracker.engines"

# Each group and what a part of it is.
GROUPS = {
    READERS: "a format that articles come in: a tracker.read.Reader",
    LEXICONS: "words, added to ours: a package with folders and files named as those of tracker/lexicon",
    RULES: "a reason to hold two accounts against each other: a function of a tracker.compare.Case",
    EXPORTERS: "files for other programs: a function of the tables and a folder",
    ENGINES: "where the loops run: a function of a stage and its records",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """One part that an installed package brings: its name, the package, what it is for, or why it cannot be loaded."""

    group: str
    name: str
    package: str
    version: str
    about: str = ""
    trouble: str = ""


@cache
def find_plugins(group: str) -> MappingProxyType[str, Any]:
    """The parts of a group by name, loaded; in the order of their names.

    Kept for the process: looking through every installed package takes about 17 ms, loading what looks 90.
    """
    return MappingProxyType({point.name: _load(point) for point in _points(group)})


def list_plugins() -> Iterator[Plugin]:
    """Every part that is installed, by group and name; one that cannot be loaded too, with the trouble."""
    for group in GROUPS:
        for point in _points(group):
            named = {
                "group": group,
                "name": point.name,
                "package": point.dist.name if point.dist else "",
                "version": point.dist.version if point.dist else "",
            }
            try:
                part = point.load()
            except Exception as error:
                yield Plugin(**named, trouble=f"{type(error).__name__}: {error}")
            else:
                yield Plugin(**named, about=_about(part))


def _points(group: str) -> "list[EntryPoint]":
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda point: point.name)


def _about(part: Any) -> str:
    """The first line of what a part says of itself; a reader says it of the function it reads with."""
    return (getdoc(getattr(part, "read", part)) or "").partition("\n")[0]


def _load(point: "EntryPoint") -> Any:
    """Somebody else's code may fail in any way when it is loaded; the user needs to know whose it was."""
    try:
        return point.load()
    except Exception as error:
        broken = f"the plug-in {point.name} ({point.value}) cannot be loaded: {error}"
        raise SettingsError(broken, "Update or uninstall the package that brings it") from error
