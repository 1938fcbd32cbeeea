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

FORMATS = (
    "Tables: csv, jsonl, parquet, xlsx. Claims: annotation (W3C), claim (schema.org). Incidents: ucdp, markdown. "
    "Or what a plug-in brings."
)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder the files go into.")],
    format: Annotated[str, typer.Option("--format", help=FORMATS)] = "csv",
    incident: Annotated[
        list[str] | None, typer.Option("--incident", help="Only this one, by its id; may repeat.")
    ] = None,
    store: Location = "",
    quiet: Quiet = False,
) -> None:
    """Write what a store holds as files other programs read."""
    with open_store(read_settings(store=store).store) as kept:
        tables = pipeline.load(pipeline.EXPORT, kept)
    files = pipeline.export(pipeline.narrow(tables, incident) if incident else tables, folder, format=format)
    if not quiet:
        tell(*map(str, files))
