"""What a run altered, written down as it saves: a row as it stood before the run and as it stands now.

However many times a run saves (each verb of it saves its tables), one row is told once: by how it differs from before
the run. A row that a verb takes away and the next one makes again has not changed.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection

from tracker.model import Alteration, Run, columns, content_id
from tracker.store.cells import cells_of
from tracker.store.rows import add, change, fill, fill_in, pick, rows
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
    names, numbers = columns(STORED[name]), _numbers(name)
    place = names.index("incident_id")
    was, now = dict[str, str](), dict[str, str]()
    for line in rows(connection, name, {KEYS[name]: moved}):
        key, home = line[0], storable(moved[line[0]])
        now[key] = _told(names, numbers, (*line[:place], home, *line[place + 1 :]))
        # Most rows had no incident before. A text within the row cannot hold this: its quotation marks are masked.
        mark = f',"incident_id":"{home}"'
        as_it_was = not line[place] and bool(home)
        was[key] = now[key].replace(mark, "", 1) if as_it_was else _told(names, numbers, line)
    return was, now


def told_of(name: str, nouns: Sequence[object]) -> Rows:
    """The rows of a table as they stand once nouns have been written, of those with one id the first."""
    return _as_told(name, reversed(list(cells_of(name, nouns))))


def _as_told(name: str, lines: Iterable[Sequence[object]]) -> Rows:
    names, numbers = columns(STORED[name]), _numbers(name)
    # A row's key is its first cell.
    return {str(line[0]): _told(names, numbers, line) for line in lines}


@cache
def _numbers(name: str) -> tuple[str, ...]:
    """The columns of a table that hold numbers which need not be whole."""
    return tuple(field.name for field in fields(STORED[name]) if field.type in (float, float | None))


def _told(names: Sequence[str], numbers: Sequence[str], line: Sequence[Any]) -> str:
    """Nothing is told of an empty cell: JSON has no infinity, and an empty ``high`` means open above."""
    filled = {name: cell for name, cell in zip(names, line, strict=True) if cell or cell == 0}
    for name in numbers:
        if name in filled:
            if math.isfinite(filled[name]):
                filled[name] = _plain(filled[name])
            else:
                del filled[name]
    return _ENCODE(filled).decode()


# One for all rows. It writes as json.dumps does, with every letter as itself, in an eighth of the time.
_ENCODE = msgspec.json.Encoder().encode


def _plain(cell: float) -> object:
    """A whole number is written as one, any other as Python writes it."""
    return int(cell) if cell.is_integer() and abs(cell) < EXACT else msgspec.Raw(repr(cell).encode())


def write_down(connection: Connection, run: Run, name: str, before: Rows, after: Rows) -> None:
    """Write down how rows differ, by id, together with what was written of them earlier in the run."""
    add(connection, "runs", [run])
    touched = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    ids = {key: content_id("alt", run.run_id, name, key) for key in touched}
    asked = pick(connection, "alterations", ("row_id", "before", "what"), {"alteration_id": ids.values()})
    earlier = {row_id: (before or "", what) for row_id, before, what in asked}
    told: list[Alteration] = []
    filled_in: dict[str, str | None] = {}
    for key in sorted(touched):
        was, told_before = earlier.get(key, (before.get(key, ""), ""))
        now = after.get(key, "")
        what = "changed" if was and now else "new" if now else "gone"
        if was != now and what == told_before:
            filled_in[ids[key]] = now
        elif was != now:
            told.append(
                Alteration(
                    alteration_id=ids[key], run_id=run.run_id, table=name, row_id=key, what=what, before=was, after=now
                )
            )
    # A row that came in this run is told as new when it is saved, and only stands otherwise once it is grouped.
    fill_in(connection, "alterations", "after", filled_in)
    change(connection, "alterations", [ids[key] for key in earlier if ids[key] not in filled_in], ())
    fill(connection, "alterations", told)
