"""``tracker review``: the desk, in a browser on this machine."""

import webbrowser
from typing import Annotated

import typer

from tracker import pipeline
from tracker.cli.app import app
from tracker.cli.decide import By
from tracker.cli.options import Location
from tracker.cli.printing import tell, warn
from tracker.cli.steps import open_store
from tracker.settings import read_reviewer, read_settings


@app.command()
def review(
    store: Location = "",
    reviewer: By = "",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes any that is free.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the desk in a browser.")] = True,
) -> None:
    """Decide on conflicts in a browser: the report's pages with buttons and keys.

    The desk answers to this machine alone, at an address with a token in it that nobody else can guess. Stop it with
    Ctrl-C; what was decided is in the store at once.
    """
    from tracker.review.desk import serve

    def ready(address: str) -> None:
        tell(f"review    {address}")
        if browser and not webbrowser.open(address):
            warn("no browser could be opened: go to the address above")

    with open_store(read_settings(store=store).store) as kept:
        pipeline.load(pipeline.REPORT, kept)  # a store that lacks a step says so here, not in the browser
        serve(kept, reviewer=read_reviewer(reviewer, store=store), port=port, ready=ready)
