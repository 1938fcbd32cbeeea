"""``tracker report``: the page of what a store holds."""

from tracker import pipeline
from tracker.cli.app import app
from tracker.cli.options import Location, Output, Quiet
from tracker.cli.page import REPORT, deliver, is_stdout, keep_apart
from tracker.cli.printing import tell
from tracker.cli.steps import open_store
from tracker.settings import read_settings


@app.command()
def report(output: Output = REPORT, store: Location = "", quiet: Quiet = False) -> None:
    """Write the report: one HTML file."""
    with open_store(read_settings(store=store).store) as kept:
        keep_apart(output, kept.location, [])
        page = pipeline.report(pipeline.load(pipeline.REPORT, kept))
    deliver(page, output)
    if not quiet and not is_stdout(output):
        tell(f"report    {output}")
