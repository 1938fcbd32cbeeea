"""``tracker extract``, ``group`` and ``compare``: one step of the work on a store."""

from typing import TYPE_CHECKING

import typer

from tracker import pipeline, summary
from tracker.cli.app import FOUND, app
from tracker.cli.options import EngineName, Fail, Location, Parties, Quiet
from tracker.cli.printing import tell, warn
from tracker.lexicon.own import use_sources
from tracker.progress import watching
from tracker.settings import read_settings

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.tables import Tables


@app.command()
def extract(store: Location = "", parties: Parties = "", engine: EngineName = "auto", quiet: Quiet = False) -> None:
    """Find who says what in each article."""
    use_sources(parties)
    tables = carry_out(pipeline.extracting(engine), store, quiet)
    warn(*summary.claimless(tables))
    if not quiet:
        tell(summary.extracted(tables))


@app.command()
def group(store: Location = "", quiet: Quiet = False) -> None:
    """Find which claims speak of the same incident."""
    tables = carry_out(pipeline.GROUP, store, quiet)
    if not quiet:
        tell(summary.grouped(tables))


@app.command()
def compare(store: Location = "", fail_on: Fail = None, quiet: Quiet = False) -> None:
    """Hold the claims on each incident against each other."""
    tables = carry_out(pipeline.COMPARE, store, quiet)
    if not quiet:
        tell(summary.compared(tables))
    if fail_on and any(summary.conflicts(tables)):
        raise typer.Exit(FOUND)


def open_store(location: str, *, renew: bool = False) -> "Store":
    """The store at a location: loaded when wanted. Verbs that make everything anew may ``renew`` it."""
    from tracker.store import Store

    return Store(location, renew=renew)


def carry_out(verb: pipeline.Verb, store: str, quiet: bool) -> "Tables":
    """One verb between load and save, its progress shown."""
    with open_store(read_settings(store=store).store) as kept, watching(quiet=quiet) as watch:
        return pipeline.carry_out(verb, kept, watch=watch)
