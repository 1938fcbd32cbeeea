"""Report: from the tables to the page a newsroom publishes from, and to files other tools read."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.report.export_annotation import write_annotations
from tracker.report.export_claim import write_claims
from tracker.report.export_markdown import write_markdown
from tracker.report.export_ucdp import write_ucdp
from tracker.report.part_pages import ReportFile
from tracker.report.tables_csv import write_csv
from tracker.report.tables_jsonl import write_jsonl
from tracker.report.tables_parquet import write_parquet
from tracker.report.tables_xlsx import write_xlsx
from tracker.report.writing import pages_beside, write_files
from tracker.sharing import Sharing, alone
from tracker.tables import Tables

if TYPE_CHECKING:
    from tracker.difference import Difference

__all__ = ["EXPORTERS", "get_ready", "pages_beside", "render_files", "render_report", "write_files"]

# One file a format; a new one is one line here.
EXPORTERS: dict[str, Callable[[Tables, Path], list[Path]]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
    "annotation": write_annotations,
    "claim": write_claims,
    "ucdp": write_ucdp,
    "markdown": write_markdown,
}


def get_ready() -> None:
    """Load what the first page would wait for: jinja2 and the templates, a third of a second."""
    from tracker.report.render import get_ready as compile_templates

    compile_templates()


def render_report(
    tables: Tables,
    *,
    generated: str = "",
    rules: Mapping[str, str] | None = None,
    since: "Difference | None" = None,
    share: Sharing = alone,
) -> str:
    """One static HTML page: what changed since the last run, the conflicts, every incident, the articles, who was taken
    for whom, gaps, the method.

    ``generated`` (a day) and ``rules`` (what each rule does, by name) are printed if given, and so is what became of
    things ``since`` the last run; ``share`` shares the work.
    """
    from tracker.report.files import render_report as render  # jinja2 is only loaded where a page is made

    return render(tables, generated=generated, rules=rules, since=since, share=share)


def render_files(
    tables: Tables,
    *,
    name: str = "report.html",
    rules: Mapping[str, str] | None = None,
    split: bool | None = None,
    since: "Difference | None" = None,
    share: Sharing = alone,
) -> Iterator[ReportFile]:
    """The same as files: one called ``name``, or where that would be too large (or ``split`` says so) several."""
    from tracker.report.files import render_files as render

    return render(tables, name=name, rules=rules, split=split, since=since, share=share)
