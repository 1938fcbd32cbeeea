"""Many rows at once: cells of a database made ready column by column, and nouns made of a whole batch.

A database gives text as text and numbers as such, so that most columns need no more than their blanks filled in; asked
cell by cell, row by row, that took more than half of the time of loading.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from tracker.model import columns
from tracker.tables import blanks, from_cells, from_row, is_nested, readers

N = TypeVar("N")
Cells = Iterable[Any]


def from_lines(lines: Sequence[Sequence[Any]], kind: type[N]) -> list[N]:
    """The nouns of rows, in their order; cells are in contract order. Raises TableError where a row is not valid."""
    noun: type = kind
    names = columns(noun)
    if not lines:
        return []
    try:
        filled = [fill(column) for fill, column in zip(_fillings(noun), zip(*lines, strict=True), strict=True)]
        known = [dict(zip(names, line, strict=True)) for line in zip(*filled, strict=True)]
        found: list[N] = msgspec.convert(known, list[noun], strict=False)  # type: ignore[valid-type]
    except (msgspec.ValidationError, ValueError):
        # Row by row, whoever is to blame is named, and a cell that is only unusual is read.
        return list(map(from_cells(kind), lines))
    return found


def moved(nouns: Iterable[N], key: str, incidents: Mapping[str, str]) -> list[N]:
    """The nouns of a table, those whose ``key`` has an incident as of this one. One by one with ``dataclasses.replace``
    that takes more than twice as long, and a first run does it with everything that is said.
    """
    found = list(nouns)
    places = [place for place, noun in enumerate(found) if getattr(noun, key) in incidents]
    if not places:
        return found
    kind = type(found[0])
    names = columns(kind)
    read = attrgetter(*names)
    known = [dict(zip(names, read(found[place]), strict=True)) for place in places]
    for cells in known:
        cells["incident_id"] = incidents[cells[key]]
    for place, noun in zip(places, msgspec.convert(known, list[kind]), strict=True):  # type: ignore[valid-type]
        found[place] = noun
    return found


def from_told(known: dict[str, Any], kind: type[N]) -> N:
    """The noun of a row of which only what is not empty was written down, as JSON has it; columns beyond the contract
    are left out. Raises TableError where it is not valid.
    """
    noun: type = kind
    read = {name: reader(known[name]) for name, reader in _nested(noun) if known.get(name)}
    try:
        return msgspec.convert(blanks(noun) | known | read, kind, strict=False)
    except (msgspec.ValidationError, ValueError):
        return from_row(known, kind)


@cache
def _nested(kind: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((name, reader) for name, reader in readers(kind).items() if is_nested(kind, name))


@cache
def _fillings(kind: type) -> tuple[Callable[[Cells], Cells], ...]:
    """Of each column what fills its blanks, and reads what is several values in one cell."""
    return tuple(map(_filling, [kind] * len(fields(kind)), fields(kind)))


def _filling(kind: type, field: Field[Any]) -> Callable[[Cells], Cells]:
    # None where a cell may not be empty: nothing takes it, and the row is told.
    default = None if field.default is MISSING else field.default
    blank = blanks(kind).get(field.name, default)
    if is_nested(kind, field.name):
        reader = readers(kind)[field.name]
        return lambda cells: [reader(cell) if cell else blank for cell in cells]
    if field.type in (str, bytes):
        return lambda cells: [cell or blank for cell in cells]
    # What is no number is no number either where pandas has left it.
    return lambda cells: [blank if cell is None or cell != cell else cell for cell in cells]
