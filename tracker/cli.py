"""The command: one subcommand a verb, in the order of the work. The only place that prints.

Exit codes: 0 done · 1 found what --fail-on asked for · 2 usage · 3 an input, or the store, could not be used ·
4 a bug · 130 stopped by Ctrl-C. What was found goes to stdout; progress, warnings and errors go to stderr.
"""

import sys
import traceback
from collections.abc import Iterable, Sequence
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import pipeline, summary
from tracker.errors import SettingsError, TrackerError, UnreadableError
from tracker.progress import watching
from tracker.settings import STORE, read_settings

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.tables import Tables

DONE, FOUND, USAGE, UNREADABLE, INTERNAL, STOPPED = 0, 1, 2, 3, 4, 130

HELP = """Finds where news articles contradict each other: who said what about one incident, and where that conflicts.

\b
  tracker run articles/ -o report.html         read, compare, write the report
  tracker run articles/ --fail-on conflict     exit code 1 when there is one
  tracker export tables/ --store report.db     the tables behind the report

"run" does everything. The steps can also be taken one at a time, on a store: read, extract, group, compare, report.

\b
Exit codes
  0  done (inputs that could not be read are listed as warnings)
  1  a conflict was found, and --fail-on conflict given
  2  the command makes no sense as given
  3  nothing could be read; with --strict, something could not; or the store cannot be used
  4  a bug
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FailOn(StrEnum):
    """What makes a run end with exit code 1."""

    conflict = "conflict"


REPORT = Path("report.html")

Articles = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles: files or folders of them.")]
Location = Annotated[str, typer.Option("--store", help=f"SQLite file or database URL. Else TRACKER_STORE, or {STORE}.")]
Beside = Annotated[str, typer.Option("--store", help="As elsewhere; else TRACKER_STORE, or a file beside the report.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="Where the report goes; - is stdout.")]
Title = Annotated[str, typer.Option(help="The headline, where an article has none.")]
Publisher = Annotated[str, typer.Option(help="Who published the articles that do not say.")]
Published = Annotated[str, typer.Option(help="When (2024-03-15) the articles were published that do not say.")]
Url = Annotated[str, typer.Option(help="The address of an article that does not say.")]
Author = Annotated[str, typer.Option(help="Who wrote the articles that do not say.")]
Version = Annotated[bool, typer.Option("--version", help="Print the version.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop with exit code 3 where any input cannot be read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print warnings and errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also list every article read and every conflict.")]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="End with exit code 1 where one is found.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    _accept_any_character()
    try:
        app(args=arguments, prog_name="tracker")
    except SystemExit as done:
        return int(done.code or DONE)
    except TrackerError as error:
        _warn(f"error: {error}")
        return USAGE if isinstance(error, SettingsError) else UNREADABLE
    except KeyboardInterrupt:
        return STOPPED
    except Exception:
        traceback.print_exc()
        _warn("error: this is a bug in the tracker, please report it with the lines above")
        return INTERNAL
    return DONE


# --- The verbs, in the order of the work ---


@app.callback(invoke_without_command=True)
def begin(version: Version = False) -> None:
    """Answer what needs no verb."""
    if version:
        from tracker import __version__

        _tell(f"tracker {__version__}")
        raise typer.Exit


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
    fail_on: Fail = None,
    strict: Strict = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles, find their conflicts, write the report."""
    given = {"title": title, "publisher": publisher, "published": published, "url": url, "author": author}
    quiet = quiet or _is_stdout(output)
    location = read_settings(store=store, report=None if _is_stdout(output) else output).store
    _keep_apart(output, location, paths)
    pipeline.make_folder(output)
    with _open(location) as kept:
        _read(paths, given, kept, leave_out=(output, Path(location)), strict=strict, quiet=quiet, verbose=verbose)
        with watching(quiet=quiet) as watch:
            tables = pipeline.run(kept, watch=watch)
            page = pipeline.report(tables)
        _deliver(page, output)
    _warn(*summary.claimless(tables))
    if not quiet:
        _tell(summary.extracted(tables), summary.grouped(tables), summary.compared(tables))
        _tell(*(summary.conflicts(tables) if verbose else ()))
        _tell(f"report    {output}", f"store     {location}")
    if fail_on and any(summary.conflicts(tables)):
        raise typer.Exit(FOUND)


@app.command()
def read(
    paths: Articles,
    store: Location = "",
    title: Title = "",
    publisher: Publisher = "",
    published: Published = "",
    url: Url = "",
    author: Author = "",
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Read articles into a store."""
    given = {"title": title, "publisher": publisher, "published": published, "url": url, "author": author}
    with _open(read_settings(store=store).store) as kept:
        leave_out = [Path(kept.location)]
        _read(paths, given, kept, leave_out=leave_out, strict=strict, quiet=quiet, verbose=True)


@app.command()
def extract(store: Location = "", quiet: Quiet = False) -> None:
    """Find who says what in each article."""
    tables = _carry_out(pipeline.EXTRACT, store, quiet)
    _warn(*summary.claimless(tables))
    if not quiet:
        _tell(summary.extracted(tables))


@app.command()
def group(store: Location = "", quiet: Quiet = False) -> None:
    """Find which claims speak of the same incident."""
    tables = _carry_out(pipeline.GROUP, store, quiet)
    if not quiet:
        _tell(summary.grouped(tables))


@app.command()
def compare(store: Location = "", fail_on: Fail = None, quiet: Quiet = False) -> None:
    """Hold the claims on each incident against each other."""
    tables = _carry_out(pipeline.COMPARE, store, quiet)
    if not quiet:
        _tell(summary.compared(tables))
    if fail_on and any(summary.conflicts(tables)):
        raise typer.Exit(FOUND)


@app.command()
def report(output: Output = REPORT, store: Location = "", quiet: Quiet = False) -> None:
    """Write the report: one HTML file."""
    with _open(read_settings(store=store).store) as kept:
        _keep_apart(output, kept.location, [])
        page = pipeline.report(pipeline.load(pipeline.REPORT, kept))
    _deliver(page, output)
    if not quiet and not _is_stdout(output):
        _tell(f"report    {output}")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder the tables go into.")],
    format: Annotated[str, typer.Option("--format", help="csv, jsonl, or what a plug-in brings.")] = "csv",
    store: Location = "",
    quiet: Quiet = False,
) -> None:
    """Write the tables of a store as files other programs read."""
    with _open(read_settings(store=store).store) as kept:
        files = pipeline.export(pipeline.load(pipeline.EXPORT, kept), folder, format=format)
    if not quiet:
        _tell(*map(str, files))


# --- Steps that several verbs share ---


def _open(location: str) -> "Store":
    from tracker.store import Store

    return Store(location)


def _carry_out(verb: pipeline.Verb, store: str, quiet: bool) -> "Tables":
    with _open(read_settings(store=store).store) as kept, watching(quiet=quiet) as watch:
        return pipeline.carry_out(verb, kept, watch=watch)


def _read(
    paths: Sequence[Path],
    given: dict[str, str],
    kept: "Store",
    *,
    leave_out: Iterable[Path],
    strict: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Read into the store, and say what was read and what was not; nothing is saved where the run ends here."""
    from tracker.read import Given

    with watching(quiet=quiet) as watch:
        tables = pipeline.read(paths, given=Given(**given), leave_out=leave_out, watch=watch)
    _warn(*summary.warnings(tables))
    if not tables.articles:
        raise UnreadableError("no article could be read", "Name files or folders that hold articles")
    if strict and tables.unread:
        raise UnreadableError("an input could not be read, and --strict was given", "See the warnings above")
    pipeline.save(pipeline.READ, tables, kept)
    if not quiet:
        _tell(*(summary.articles(tables) if verbose else ()))
        _tell(summary.read(tables))


def _deliver(page: str, output: Path) -> None:
    if _is_stdout(output):
        sys.stdout.buffer.write(page.encode())
    else:
        pipeline.write_page(page, output)


def _is_stdout(output: Path) -> bool:
    return str(output) == "-"


def _keep_apart(output: Path, location: str, paths: Sequence[Path]) -> None:
    """A report never overwrites the store, nor an article."""
    taken = {path.resolve() for path in (*paths, Path(location)) if not path.is_dir()}
    if output.resolve() in taken:
        raise SettingsError(f"the report would overwrite {output}", "Name another file with -o")


# --- Printing ---


def _accept_any_character() -> None:
    """A terminal that lacks a letter shows a question mark; it does not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _plain(text: str) -> str:
    """One line without control characters: a headline or a file name must not steer the terminal."""
    return "".join(each if each.isprintable() else " " if each.isspace() else "" for each in text)


def _tell(*lines: str) -> None:
    for line in lines:
        print(_plain(line))


def _warn(*lines: str) -> None:
    for line in lines:
        print(_plain(line), file=sys.stderr)
