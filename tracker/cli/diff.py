"""``tracker diff`` and ``tracker runs``: what has become of things since a run, and which runs there were."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.app import app
from tracker.cli.options import Json, Location
from tracker.cli.printing import tell, tell_json
from tracker.cli.steps import open_store
from tracker.settings import read_settings
from tracker.tables import row

if TYPE_CHECKING:
    from tracker.difference import Altered, Difference
    from tracker.difference.background import Background
    from tracker.model import Run
    from tracker.store import Store

First = Annotated[
    str, typer.Argument(metavar="[RUN]", help="Since this run: an id, or how it begins. Else the one before.")
]
Last = Annotated[str, typer.Argument(metavar="[RUN]", help="Until this run; the last.")]
All = Annotated[bool, typer.Option("--all", help="List every row, not the first twenty of a kind.")]


@app.command()
def diff(
    first: First = "", last: Last = "", store: Location = "", everything: All = False, as_json: Json = False
) -> None:
    """List what is new, changed and gone since the run before: conflicts, incidents, figures."""
    from tracker.difference.lines import SHOWN, lines

    with open_store(read_settings(store=store).store) as kept:
        found, known = difference_of(kept, first, last)
    if as_json:
        tell_json(_as_json(found, known))
    else:
        tell(*lines(found, known, shown=len(found.altered) if everything else SHOWN))


@app.command()
def runs(store: Location = "", as_json: Json = False) -> None:
    """List the runs a store has seen, the last one first."""
    from tracker.difference import in_time
    from tracker.difference.lines import run_line

    with open_store(read_settings(store=store).store) as kept:
        found = in_time(kept.load("runs"))[::-1]
    if as_json:
        tell_json([_run(run) for run in found])
    else:
        tell(*(map(run_line, found) if found else ("there has been no run yet",)))


def since_last_run(kept: "Store") -> "Difference | None":
    """What became of a store's tables in its last run; None where there was none before it to hold it against."""
    return difference_of(kept)[0] if kept.count("runs") > 1 else None


def difference_of(kept: "Store", first: str = "", last: str = "") -> "tuple[Difference, Background]":
    """What became of a store's tables between two of its runs, and what is told beside it."""
    from tracker.difference import between, runs_between
    from tracker.difference.background import background
    from tracker.difference.renaming import without_renaming, without_repeats

    start, since = runs_between(kept.load("runs"), first, last)
    altered = kept.load("alterations", where={"run_id": [run.run_id for run in since]})
    found = between(start, since, altered, kept.load("edits"))
    known = background(found, lambda table, column, ids: kept.load(table, where={column: ids}))
    found = without_renaming(found, known.forwards)
    return without_repeats(found, known.articles, lambda ids: kept.load("figures", where={"article_id": ids})), known


def _as_json(found: "Difference", known: "Background") -> dict[str, object]:
    """Both runs, and every row that was altered: as it stood and as it stands."""
    return {
        "since": _run(found.first) if found.first else None,
        "until": _run(found.last),
        "conflicts": {what: [_altered(each, known) for each in found.conflicts(what)] for what in WHAT},
        "reopened": [each.row_id for each in found.reopened()],
        "incidents": {what: [_altered(each, known) for each in found.incidents(what)] for what in WHAT},
        "edits": list(map(row, found.edits)),
        "figures": {what: [_altered(each, known) for each in found.figures(what)] for what in WHAT},
    }


WHAT = ("new", "changed", "gone")


def _altered(each: "Altered", known: "Background") -> dict[str, object]:
    told: dict[str, object] = {
        "id": each.row_id,
        "columns": list(each.columns),
        "before": row(each.before) if each.before is not None else None,
        "after": row(each.after) if each.after is not None else None,
    }
    return told | ({"became": known.became(each.row_id)} if each.table == "incidents" and each.what == "gone" else {})


def _run(run: "Run") -> dict[str, object]:
    """A run with its settings, inputs and counts as objects."""
    nested = {name: json.loads(getattr(run, name) or "{}") for name in ("settings", "inputs", "counts")}
    return asdict(run) | nested
