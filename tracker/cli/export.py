"""``tracker export``: the tables of a store as files other programs read."""

from pathlib import Path
from typing import Annotated

import typer

from tracker import pipeline
from tracker.cli.app import app
from tracker.cli.options import Location, Quiet
from tracker.cli.printing import tell
from tracker.cli.steps import open_store
from tracker.settings import read_settings


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder the tables go into.")],
    format: Annotated[str, typer.Option("--format", help="csv, jsonl, or what a plug-in brings.")] = "csv",
    store: Location = "",
    quiet: Quiet = False,
) -> None:
    """Write the tables of a store as files other programs read."""
    with open_store(read_settings(store=store).store) as kept:
        files = pipeline.export(pipeline.load(pipeline.EXPORT, kept), folder, format=format)
    if not quiet:
        tell(*map(str, files))
