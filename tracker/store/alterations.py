"""What a run altered, written down as it saves: a row as it stood before the run and as it stands now.

However many times a run saves (each verb of it saves its tables), one row is told once: by how it differs from before
the run. A row that a verb takes away and the next one makes again has not changed.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.model import Alteration, Run, columns, content_id
from tracker.store.cells import cells_of
from tracker.store.rows import add, change, pick, rows
from tracker.store.schema import KEYS, STORED, storable

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
    return _as_told(name, rows(connection, name, None if ids is None else {KEYS[name]: ids}))


def stand_moved(connection: Connection, name: str, moved: Mapping[str, str]) -> tuple[Rows, Rows]:
    """Rows as they stand, and as they stand once they are of other incidents."""
    place = columns(STORED[name]).index("incident_id")
    lines = list(rows(connection, name, {KEYS[name]: moved}))
    now = ((*line[:place], storable(moved[line[0]]), *line[place + 1 :]) for line in lines)
    return _as_told(name, lines), _as_told(name, now)


def told_of(name: str, nouns: Sequence[object]) -> Rows:
    """The rows of a table as they stand once nouns have been written, of those with one id the first."""
    return _as_told(name, reversed(list(cells_of(name, nouns))))


def _as_told(name: str, lines: Iterable[Sequence[object]]) -> Rows:
    names = columns(STORED[name])
    # A row's key is its first cell.
    return {str(line[0]): _told(names, line) for line in lines}


# One for all rows: json.dumps makes another each time it is told how to write.
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


# Nothing is told of an empty cell: JSON has no infinity, and an empty ``high`` means open above.
_EMPTY = (None, "", math.inf, -math.inf)


def _told(names: Sequence[str], line: Sequence[Any]) -> str:
    filled = [(name, cell) for name, cell in zip(names, line, strict=True) if cell not in _EMPTY and cell == cell]
    return _ENCODE({name: _plain(cell) if isinstance(cell, float) else cell for name, cell in filled})


def _plain(cell: float) -> float:
    """A whole number is written as one."""
    return int(cell) if cell.is_integer() and abs(cell) < EXACT else cell


def write_down(connection: Connection, run: Run, name: str, before: Rows, after: Rows) -> None:
    """Write down how rows differ, by id, together with what was written of them earlier in the run."""
    add(connection, "runs", [run])
    touched = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    ids = {key: content_id("alt", run.run_id, name, key) for key in touched}
    asked = pick(connection, "alterations", ("row_id", "before"), {"alteration_id": ids.values()})
    earlier = {row_id: before or "" for row_id, before in asked}
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
