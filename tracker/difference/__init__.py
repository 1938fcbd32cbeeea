"""The difference: what has become of incidents, discrepancies and figures from one run to another.

Each run writes down the rows it altered. The difference between two runs folds what all runs in between wrote: a row
that came and went again is not told, one that changed twice is told once. Of what changed, only what a reader would
miss is told: a conflict that has gained a source is news, one whose rows were numbered anew is not.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from tracker.difference.nouns import TELLING, Altered, Difference
from tracker.errors import SettingsError
from tracker.model import NOUNS, Alteration, Edit, Run
from tracker.tables.lines import from_told

__all__ = ["Altered", "Difference", "between", "fold", "in_time", "runs_between"]


def in_time(runs: Iterable[Run]) -> list[Run]:
    """Runs in the order in which they began."""
    return sorted(runs, key=lambda run: (run.started, run.run_id))


def runs_between(runs: Sequence[Run], first: str = "", last: str = "") -> tuple[Run | None, list[Run]]:
    """The run the difference counts from (None: the beginning), and those behind it up to the last one, in time.

    ``first`` and ``last`` are ids, or their beginnings; without them the last run is held against the one before it.
    Raises SettingsError where there is no such run.
    """
    ordered = in_time(runs)
    if not ordered:
        raise SettingsError("there has been no run yet", "Run first: tracker run PATH…")
    end = _find(ordered, last) if last else len(ordered) - 1
    start = _find(ordered, first) if first else end - 1
    if start >= end:
        raise SettingsError(f"the run {first} is not before {ordered[end].run_id}", "Name the earlier run first")
    return (ordered[start] if start >= 0 else None), ordered[start + 1 : end + 1]


def _find(runs: Sequence[Run], named: str) -> int:
    found = [number for number, run in enumerate(runs) if run.run_id == named]
    found = found or [number for number, run in enumerate(runs) if run.run_id.startswith(named)]
    if len(found) != 1:
        trouble = "there is no run" if not found else "there are several runs that begin with"
        raise SettingsError(f"{trouble} {named!r}", "The runs are listed by: tracker runs")
    return found[0]


def between(
    first: Run | None, runs: Sequence[Run], alterations: Iterable[Alteration], edits: Iterable[Edit] = ()
) -> Difference:
    """What the runs, in their order, have altered since the first, and the edits that were noticed in that time."""
    start, end = runs[0].started, runs[-1].ended
    noticed = (each for each in edits if _within(each.noticed, start, end))
    return Difference(
        first=first,
        last=runs[-1],
        altered=fold(alterations, [run.run_id for run in runs]),
        edits=tuple(sorted(noticed, key=lambda each: (each.noticed, each.url, each.path, each.edit_id))),
    )


def _within(moment: str, start: str, end: str) -> bool:
    """Does a moment lie in a run? A day, which tells no hour, lies in every run of that day."""
    length = len(moment)
    return start[:length] <= moment and (not end or moment <= end[:length])


def fold(alterations: Iterable[Alteration], run_ids: Sequence[str]) -> tuple[Altered, ...]:
    """The alterations of several runs as one each row: as it stood before the first and as it stands after the last."""
    place = {run_id: number for number, run_id in enumerate(run_ids)}
    told: dict[tuple[str, str], tuple[str, str]] = {}
    for each in sorted((each for each in alterations if each.run_id in place), key=lambda each: place[each.run_id]):
        key = each.table, each.row_id
        before = told[key][0] if key in told else each.before
        told[key] = before, each.after
    rows = (_altered(table, row_id, before, after) for (table, row_id), (before, after) in sorted(told.items()))
    return tuple(row for row in rows if row is not None)


def _altered(table: str, row_id: str, before: str, after: str) -> Altered | None:
    """A row as nouns; None where nothing a reader would miss has changed."""
    stood, stands = _decode(before), _decode(after)
    # Most rows that changed are of another incident and tell the same: these need not become nouns.
    if stood and stands and all(stood.get(name) == stands.get(name) for name in TELLING[table]):
        return None
    was, now = _noun(table, stood), _noun(table, stands)
    if was is None or now is None:
        return Altered(table=table, row_id=row_id, before=was, after=now) if was != now else None
    changed = tuple(name for name in TELLING[table] if getattr(was, name) != getattr(now, name))
    return Altered(table=table, row_id=row_id, before=was, after=now, columns=changed) if changed else None


def _decode(row: str) -> dict[str, Any]:
    return msgspec.json.decode(row, type=dict[str, Any]) if row else {}


def _noun(table: str, cells: dict[str, Any]) -> object:
    return from_told(cells, NOUNS[table]) if cells else None
