"""``tracker backup`` and ``tracker restore``: a store copied into a file, and back to where it is worked on."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.app import app
from tracker.cli.options import Location, Quiet
from tracker.cli.printing import tell
from tracker.settings import read_settings

Copy = Annotated[Path, typer.Argument(metavar="FILE", help="The copy: a store in one file.")]

# What a desk would miss most.
TOLD = ("articles", "claims", "decisions", "runs")


@app.command()
def backup(file: Copy, store: Location = "", quiet: Quiet = False) -> None:
    """Copy a store into a file, while others go on working on it."""
    copy(read_settings(store=store).store, str(file), quiet=quiet)


@app.command()
def restore(file: Copy, store: Location = "", quiet: Quiet = False) -> None:
    """Copy a backup to where there is no store: a file, or an empty database."""
    copy(str(file), read_settings(store=store).store, quiet=quiet)


def copy(source: str, target: str, *, quiet: bool) -> None:
    """Copy a store and say what was copied."""
    from tracker.store.transfer import copy_store

    copied = copy_store(source, target)
    if not quiet:
        tell(f"copied    {', '.join(f'{copied[name]} {name}' for name in TOLD)}", f"store     {target}")
