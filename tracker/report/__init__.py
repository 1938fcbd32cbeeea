"""Report: from the tables to the page a newsroom publishes from, and to files other tools read."""

from collections.abc import Callable
from pathlib import Path

from tracker.report.tables_csv import write_csv
from tracker.report.tables_jsonl import write_jsonl
from tracker.tables import Tables

__all__ = ["EXPORTERS", "render_report"]

# One file a format; a new one is one line here.
EXPORTERS: dict[str, Callable[[Tables, Path], list[Path]]] = {"csv": write_csv, "jsonl": write_jsonl}


def render_report(tables: Tables, *, generated: str = "") -> str:
    """One static HTML page: conflicts first, then every incident, what is no conflict and why, the articles, gaps."""
    from tracker.report.render import render_report as render  # jinja2 is only loaded where a page is made

    return render(tables, generated=generated)
