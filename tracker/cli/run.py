"""``tracker run``: read articles, find their conflicts, write the report."""

from pathlib import Path

import typer

from tracker import pipeline, summary
from tracker.cli.app import FOUND, app
from tracker.cli.options import (
    Articles,
    Author,
    Beside,
    EngineName,
    Fail,
    Output,
    Parties,
    Published,
    Publisher,
    Quiet,
    Split,
    Strict,
    Title,
    Url,
    Verbose,
)
from tracker.cli.page import REPORT, deliver, is_stdout, keep_apart
from tracker.cli.printing import tell, warn
from tracker.cli.read import read_into
from tracker.cli.steps import open_store
from tracker.lexicon.own import use_sources
from tracker.progress import watching
from tracker.report import pages_beside
from tracker.settings import read_settings


@app.command()
def run(
    paths: Articles,
    output: Output = REPORT,
    store: Beside = "",
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
    engine: EngineName = "auto",
    parties: Parties = "",
    split: Split = None,
    fail_on: Fail = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles, find their conflicts, write the report."""
    given = {"title": title, "publisher": publisher, "published": published, "url": url, "author": author}
    use_sources(parties)
    quiet = quiet or is_stdout(output)
    location = read_settings(store=store, report=None if is_stdout(output) else output).store
    keep_apart(output, location, paths)
    pipeline.make_folder(output)
    with open_store(location, renew=True) as kept:
        ours = (output, *pages_beside(output), Path(location))
        saves = read_into(paths, given, kept, leave_out=ours, strict=strict, quiet=quiet, verbose=verbose)
        with watching(quiet=quiet) as watch:
            tables = pipeline.run(kept, engine=engine, since=saves, watch=watch)
        place = deliver(tables, output, split=split)
    warn(*summary.claimless(tables))
    if not quiet:
        tell(summary.extracted(tables), summary.grouped(tables), summary.compared(tables))
        tell(*(summary.conflicts(tables) if verbose else ()))
        tell(f"report    {place}", f"store     {location}")
    if fail_on and any(summary.conflicts(tables)):
        raise typer.Exit(FOUND)
