"""What a run altered, written down as it saves: a row as it stood before the run and as it stands now.

However many times a run saves (each verb of it saves its tables), one row is told once: by how it differs from before
the run. A row that a verb takes away and the next one makes again has not changed.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection

from tracker.model import Alteration, Run, content_id
from tracker.store.rows import add, change, rows
from tracker.store.schema import KEYS

# The tables whose rows are told.
TOLD = ("incidents", "discrepancies", "figures")

# Whole numbers up to here are the same as floats.
EXACT = 2**53

Rows = Mapping[str, str]


def ids_of(name: str, nouns: Iterable[object]) -> Iterator[str]:
    """The ids of rows."""
    return (getattr(noun, KEYS[name]) for noun in nouns)


def stand(connection: Connection, name: str, ids: Iterable[str] | None = None) -> Rows:
    """The rows of a table as they stand, by id, each as JSON: all of them, or those asked for."""
    where = None if ids is None else {KEYS[name]: ids}
    return {flat[KEYS[name]]: _told(flat) for flat in rows(connection, name, where)}


def _told(flat: Mapping[str, object]) -> str:
    cells = {name: _plain(cell) for name, cell in flat.items() if not _is_empty(cell)}
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))


def _plain(cell: object) -> object:
    """A whole number is written as one."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT else cell


def _is_empty(cell: object) -> bool:
    """Nothing is told of it: JSON has no infinity, and an empty ``high`` means open above."""
    return cell is None or cell == "" or (isinstance(cell, float) and not math.isfinite(cell))


def write_down(connection: Connection, run: Run, name: str, before: Rows, after: Rows) -> None:
    """Write down how rows differ, by id, together with what was written of them earlier in the run."""
    add(connection, "runs", [run])
    touched = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    ids = {key: content_id("alt", run.run_id, name, key) for key in touched}
    earlier = {
        flat["row_id"]: flat["before"] or ""
        for flat in rows(connection, "alterations", {"alteration_id": ids.values()})
    }
    told = []
    for key in sorted(touched):
        was, now = earlier.get(key, before.get(key, "")), after.get(key, "")
        if was != now:
            what = "changed" if was and now else "new" if now else "gone"
            told.append(
                Alteration(
                    alteration_id=ids[key], run_id=run.run_id, table=name, row_id=key, what=what, before=was, after=now
                )
            )
    change(connection, "alterations", ids.values(), told)
