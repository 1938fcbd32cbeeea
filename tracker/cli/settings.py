"""``tracker settings``: what holds here, and where each of it is said."""

from dataclasses import fields
from typing import Annotated, Any

import typer

from tracker.cli.app import app
from tracker.cli.options import Location, Output
from tracker.cli.printing import tell, warn
from tracker.settings import Settings, tell_settings, unknown_variables


@app.command()
def settings(
    origin: Annotated[
        bool, typer.Option("--origin", help="Say of each where it comes from, and what it means.")
    ] = False,
    output: Output = None,
    store: Location = "",
) -> None:
    """List every setting and its value: a flag's, else the environment's, else that of tracker.toml, else ours."""
    told = tell_settings(store=store, output=output)
    width = max(len(each.name) for each in fields(Settings))
    for each in told:
        tell(f"{each.name:{width}}  {_printed(each.value)}")
        if origin:
            tell(f"{'':{width}}  from {each.origin}: {each.meaning}")
    warn(*(f"warning: {line}" for line in unknown_variables()))


def _printed(value: Any) -> str:
    """A value as a settings file has it; a dash for none."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if value not in (None, "") else "-"
