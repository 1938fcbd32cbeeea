"""``tracker plugins``: the parts that installed packages bring, and where they belong."""

from collections.abc import Mapping
from dataclasses import asdict
from textwrap import wrap
from typing import Annotated

import typer

from tracker.cli.app import app
from tracker.cli.options import Json
from tracker.cli.printing import tell, tell_json
from tracker.plugins import ENGINES, EXPORTERS, GROUPS, READERS, RULES, Plugin, list_plugins

Kinds = Annotated[bool, typer.Option("--kinds", help="Also list which kinds of parts there are.")]


@app.command()
def plugins(kinds: Kinds = False, as_json: Json = False) -> None:
    """List the readers, words, rules, exporters and engines that installed packages bring."""
    found = list(list_plugins())
    if as_json:
        tell_json([asdict(each) for each in found])
        return
    ours = _ours() if found else {}
    for each in found:
        tell(f"{_kind(each.group):10}{each.name}  from {each.package} {each.version}")
        for line in _told(each, replaces=each.name in ours.get(each.group, {})):
            tell(*wrap(line, width=80, initial_indent=" " * 10, subsequent_indent=" " * 10))
    if not found:
        tell("no installed package brings a part")
    if kinds or not found:
        tell("", "kinds of parts, each announced as an entry point of its group:")
        for group, meaning in GROUPS.items():
            tell(*wrap(f"  {group:19}{meaning}", width=80, subsequent_indent=" " * 21))


def _kind(group: str) -> str:
    """ "tracker.readers" is a reader."""
    return group.removeprefix("tracker.").removesuffix("s")


def _told(plugin: Plugin, *, replaces: bool) -> list[str]:
    trouble = f"cannot be loaded: {plugin.trouble}. Update or uninstall the package" if plugin.trouble else ""
    return [line for line in (trouble or plugin.about, "takes the place of ours" if replaces else "") if line]


def _ours() -> dict[str, Mapping[str, object]]:
    """Our own parts by group and name."""
    from tracker.compare import RULES as OUR_RULES
    from tracker.engine import ENGINES as OUR_ENGINES
    from tracker.read import READERS as OUR_READERS
    from tracker.report import EXPORTERS as OUR_EXPORTERS

    return {READERS: OUR_READERS, RULES: OUR_RULES, EXPORTERS: OUR_EXPORTERS, ENGINES: OUR_ENGINES}
