"""The options that several verbs share: one name, one meaning, one help text each."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tracker.settings import STORE


class FailOn(StrEnum):
    """What makes a run end with exit code 1."""

    conflict = "conflict"


Articles = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Articles: files, folders, addresses (with --fetch); - is stdin.")
]
Fetch = Annotated[bool, typer.Option("--fetch", help="Ask the web for the addresses given, listed and in feeds.")]
Location = Annotated[str, typer.Option("--store", help=f"SQLite file or database URL. Else TRACKER_STORE, or {STORE}.")]
Beside = Annotated[str, typer.Option("--store", help="As elsewhere; else TRACKER_STORE, or a file beside the report.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Where the report goes; - is stdout. Else report.html.")
]
Parties = Annotated[str, typer.Option("--parties", help="Your own parties. Else parties.toml beside the store.")]
Measures = Annotated[str, typer.Option("--measures", help="Your own measures. Else measures.toml beside the store.")]
Outlets = Annotated[str, typer.Option("--outlets", help="Your own outlets. Else outlets.toml beside the store.")]
Title = Annotated[str, typer.Option(help="The headline, where an article has none.")]
Publisher = Annotated[str, typer.Option(help="Who published the articles that do not say.")]
Published = Annotated[str, typer.Option(help="When (2024-03-15) the articles were published that do not say.")]
Url = Annotated[str, typer.Option(help="The address of an article that does not say.")]
Author = Annotated[str, typer.Option(help="Who wrote the articles that do not say.")]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]
Version = Annotated[bool, typer.Option("--version", help="Print the version.")]
EngineName = Annotated[
    str, typer.Option("--engine", help="local (one process), pool (all cores), dask (a cluster), or auto.")
]
Scheduler = Annotated[str, typer.Option("--scheduler", help="Address of a Dask scheduler; else one is made here.")]
Parts = Annotated[str, typer.Option("--parts", help="Folder that all machines of a cluster share.")]
WithReport = Annotated[
    bool, typer.Option("--report/--no-report", help="Write the report, or leave that to a later tracker report.")
]
Split = Annotated[
    bool | None,
    typer.Option("--split/--one-file", help="Several files, or one whatever its size; else as its size asks."),
]
Strict = Annotated[
    bool | None,
    typer.Option("--strict/--lenient", help="Stop with exit code 3 where any input cannot be read, or not."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print warnings and errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also list every article read and every conflict.")]
Anew = Annotated[bool, typer.Option("--anew", help="Start afresh: forget the articles of the store, keep decisions.")]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="End with exit code 1 where one is found.")]
