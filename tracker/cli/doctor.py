"""``tracker doctor``: what is wrong with a store, and what to do about it."""

import typer

from tracker.cli.app import UNREADABLE, app
from tracker.cli.options import Location
from tracker.cli.printing import tell
from tracker.settings import read_settings


@app.command()
def doctor(store: Location = "") -> None:
    """Check a store, and say what to do about what is wrong. Exit code 3 where something is."""
    from tracker.store.checkup import examine

    location = read_settings(store=store).store
    found = examine(location)
    tell(f"store     {location}, schema {found.schema}")
    if found.counts:
        tell(f"holds     {', '.join(f'{count} {name}' for name, count in found.counts.items())}")
    for ailment in found.ailments:
        tell(f"{'note' if ailment.harmless else 'wrong':10}{ailment.told}", f"          {ailment.cure}")
    if not found.is_well:
        raise typer.Exit(UNREADABLE)
    tell("well      nothing is wrong with it")
