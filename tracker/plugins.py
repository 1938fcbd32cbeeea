"""Parts that other packages bring: readers, rules and exporters, announced as entry points.

A package that brings an exporter says so in its ``pyproject.toml``::

    [project.entry-points."tracker.exporters"]
    geojson = "desk_tools.geojson:write_geojson"

Our own parts stand in plain dicts beside the verb they serve; those found here are added to them under their name.
"""

from functools import cache
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


@cache
def find_plugins(group: str) -> MappingProxyType[str, Any]:
    """The parts of a group by name, loaded; in the order of their names.

    Kept for the process: looking through every installed package takes about 17 ms, loading what looks 90.
    """
    from importlib.metadata import entry_points

    found = sorted(entry_points(group=group), key=lambda point: point.name)
    return MappingProxyType({point.name: _load(point) for point in found})


def _load(point: "EntryPoint") -> Any:
    """Somebody else's code may fail in any way when it is loaded; the user needs to know whose it was."""
    try:
        return point.load()
    except Exception as error:
        broken = f"the plug-in {point.name} ({point.value}) cannot be loaded: {error}"
        raise SettingsError(broken, "Update or uninstall the package that brings it") from error
