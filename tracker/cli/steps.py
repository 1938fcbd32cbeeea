"""``tracker extract``, ``group`` and ``compare``: one step of the work on a store."""

from typing import TYPE_CHECKING

import typer

from tracker import pipeline, summary
from tracker.cli.app import FOUND, app
from tracker.cli.options import EngineName, Fail, Location, Measures, Outlets, Parties, Parts, Quiet, Scheduler
from tracker.cli.printing import tell, warn
from tracker.engine import use_cluster
from tracker.progress import watching
from tracker.settings import Settings, read_settings

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.tables import Tables


@app.command()
def extract(
    store: Location = "",
    parties: Parties = "",
    measures: Measures = "",
    outlets: Outlets = "",
    engine: EngineName = "",
    scheduler: Scheduler = "",
    parts: Parts = "",
    quiet: Quiet = False,
) -> None:
    """Find who says what in each article."""
    settings = read_settings(
        store=store,
        engine=engine,
        scheduler=scheduler,
        parts=parts,
        parties=parties,
        measures=measures,
        outlets=outlets,
    )
    use_files(settings)
    use_cluster(scheduler=settings.scheduler, parts=settings.parts)
    tables = carry_out(pipeline.extracting(settings.engine), settings.store, quiet)
    warn(*summary.claimless(tables))
    if not quiet:
        tell(summary.extracted(len(tables.claims), len(tables.figures)))


@app.command()
def group(store: Location = "", quiet: Quiet = False) -> None:
    """Find which claims speak of the same incident."""
    tables = carry_out(pipeline.GROUP, read_settings(store=store).store, quiet)
    if not quiet:
        tell(summary.grouped(len(tables.incidents)))


@app.command()
def compare(store: Location = "", fail_on: Fail = None, quiet: Quiet = False) -> None:
    """Hold the claims on each incident against each other."""
    settings = read_settings(store=store, fail_on=fail_on)
    tables = carry_out(pipeline.comparing(), settings.store, quiet)
    if not quiet:
        tell(summary.compared(len(list(summary.conflicts(tables.discrepancies))), len(tables.discrepancies)))
    if settings.fail_on and any(summary.conflicts(tables.discrepancies)):
        raise typer.Exit(FOUND)


def open_store(location: str, *, renew: bool = False) -> "Store":
    """The store at a location: loaded when wanted. Verbs that make everything anew may ``renew`` it."""
    from tracker.store import Store

    return Store(location, renew=renew)


def use_files(settings: Settings) -> None:
    """Let the desk's own words hold until the command ends, in worker processes too. Raises SettingsError."""
    from tracker.lexicon.desk_files import use

    use(parties=settings.parties, measures=settings.measures, outlets=settings.outlets)


def carry_out(verb: pipeline.Verb, location: str, quiet: bool) -> "Tables":
    """One verb between load and save, its progress shown."""
    with open_store(location) as kept, watching(quiet=quiet) as watch:
        return pipeline.carry_out(verb, kept, watch=watch)
