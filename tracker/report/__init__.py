"""Report: from the tables to the page a newsroom publishes from, and to files other tools read."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.report.tables_csv import write_csv
from tracker.report.tables_jsonl import write_jsonl
from tracker.tables import Tables

__all__ = ["EXPORTERS", "render_report"]

# One file a format; a new one is one line here.
EXPORTERS: dict[str, Callable[[Tables, Path], list[Path]]] = {"csv": write_csv, "jsonl": write_jsonl}


def render_report(tables: Tables, *, generated: str = "", rules: Mapping[str, str] | None = None) -> str:
    """One static HTML page: the conflicts, every incident, the articles, who was taken for whom, gaps, the method.

    ``generated`` (a day) and ``rules`` (what each rule does, by name) are printed if given.
    """
    from tracker.report.files import render_report as render  # jinja2 is only loaded where a page is made

    return render(tables, generated=generated, rules=rules)
