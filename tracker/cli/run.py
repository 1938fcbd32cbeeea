"""``tracker run``: read articles, find their conflicts, write the report."""

from dataclasses import asdict
from pathlib import Path

import typer

from tracker import pipeline, runs, summary
from tracker.assignments import share_out
from tracker.cli.app import FOUND, app
from tracker.cli.diff import since_last_run
from tracker.cli.options import (
    Anew,
    Articles,
    Author,
    Beside,
    EngineName,
    Fail,
    Fetch,
    Measures,
    Outlets,
    Output,
    Parties,
    Parts,
    Published,
    Publisher,
    Quiet,
    Scheduler,
    Split,
    Strict,
    Title,
    Url,
    Verbose,
    WithReport,
)
from tracker.cli.page import deliver, is_stdout, keep_apart
from tracker.cli.printing import tell, warn
from tracker.cli.read import Asked, given_by, read_new_into
from tracker.cli.steps import open_store, use_files
from tracker.engine import Crew, use_cluster
from tracker.progress import watching
from tracker.report import pages_beside
from tracker.settings import Settings, read_settings


@app.command()
def run(
    paths: Articles,
    output: Output = None,
    store: Beside = "",
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
    fetch: Fetch = False,
    engine: EngineName = "",
    scheduler: Scheduler = "",
    parts: Parts = "",
    parties: Parties = "",
    measures: Measures = "",
    outlets: Outlets = "",
    split: Split = None,
    report: WithReport = True,
    fail_on: Fail = None,
    strict: Strict = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    anew: Anew = False,
) -> None:
    """Read articles, find their conflicts, write the report.

    On a store that holds articles only what is new or changed is read; what is there stays.
    """
    settings = read_settings(
        reporting=True,
        store=store,
        output=output,
        publisher=publisher,
        author=author,
        engine=engine,
        scheduler=scheduler,
        parts=parts,
        parties=parties,
        measures=measures,
        outlets=outlets,
        split=split,
        fail_on=fail_on,
        strict=strict,
    )
    use_files(settings)
    use_cluster(scheduler=settings.scheduler, parts=settings.parts)
    given = {"title": title, "published": published, "url": url} | given_by(settings)
    output, location = Path(settings.output), settings.store
    quiet = quiet or is_stdout(output)
    keep_apart(output, location, paths)
    pipeline.make_folder(output)
    asked = Asked(
        paths=paths,
        given=given,
        fetch=fetch,
        engine=settings.engine,
        leave_out=(output, *pages_beside(output), Path(location)),
        strict=settings.strict,
        quiet=quiet,
        verbose=verbose,
        anew=anew,
    )
    with open_store(location, renew=True) as kept:
        with watching(quiet=quiet) as watch, Crew() as crew:
            readings, recorded = read_new_into(kept, asked, crew, watch), _recorded(settings)
            runs.run(kept, readings, engine=settings.engine, crew=crew, settings=recorded, watch=watch)
            if report:
                watch("report", 0, 0)
                tables = pipeline.load(pipeline.REPORT, kept)
                warn(*summary.claimless(tables))
                share = share_out(settings.engine)
                place = deliver(tables, output, split=settings.split, since=since_last_run(kept), share=share)
        count = {name: kept.count(name) for name in ("claims", "figures", "incidents", "discrepancies")}
        conflicts = kept.load("discrepancies", where={"relation": ["conflict"]})
    if not quiet:
        tell(summary.extracted(count["claims"], count["figures"]), summary.grouped(count["incidents"]))
        tell(summary.compared(len(conflicts), count["discrepancies"]))
        tell(*(summary.conflicts(conflicts) if verbose else ()))
        tell(*([f"report    {place}"] if report else ()), f"store     {location}")
    if settings.fail_on and conflicts:
        raise typer.Exit(FOUND)


def _recorded(settings: Settings) -> dict[str, object]:
    """The settings as the record of a run keeps them: all but the store's address, which may hold a password."""
    return {name: value for name, value in asdict(settings).items() if name != "store"}
