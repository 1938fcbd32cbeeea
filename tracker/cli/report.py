"""``tracker report``: the page of what a store holds."""

from tracker import pipeline
from tracker.cli.app import app
from tracker.cli.options import Location, Output, Quiet, Split
from tracker.cli.page import REPORT, deliver, is_stdout, keep_apart
from tracker.cli.printing import tell
from tracker.cli.steps import open_store
from tracker.settings import read_settings


@app.command()
def report(output: Output = REPORT, store: Location = "", split: Split = None, quiet: Quiet = False) -> None:
    """Write the report: one HTML file, or several where it would be too large."""
    with open_store(read_settings(store=store).store) as kept:
        keep_apart(output, kept.location, [])
        tables = pipeline.load(pipeline.REPORT, kept)
    place = deliver(tables, output, split=split)
    if not quiet and not is_stdout(output):
        tell(f"report    {place}")
