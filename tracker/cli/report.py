"""``tracker report``: the page of what a store holds."""

from pathlib import Path

from tracker import pipeline
from tracker.assignments import share_out
from tracker.cli.app import app
from tracker.cli.diff import since_last_run
from tracker.cli.options import Location, Output, Quiet, Split
from tracker.cli.page import deliver, is_stdout, keep_apart
from tracker.cli.printing import tell
from tracker.cli.steps import open_store, use_files
from tracker.settings import read_settings


@app.command()
def report(output: Output = None, store: Location = "", split: Split = None, quiet: Quiet = False) -> None:
    """Write the report: one HTML file, or several where it would be too large."""
    settings = read_settings(store=store, output=output, split=split)
    use_files(settings)
    output = Path(settings.output)
    with open_store(settings.store) as kept:
        keep_apart(output, kept.location, [])
        tables = pipeline.load(pipeline.REPORT, kept)
        since = since_last_run(kept)
    place = deliver(tables, output, split=settings.split, since=since, share=share_out())
    if not quiet and not is_stdout(output):
        tell(f"report    {place}")
