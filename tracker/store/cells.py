"""Nouns as the cells that a database takes, many at a time: column by column, as most columns need no more than a look.

Through the types of schema.py each cell is a call or two, which was two thirds of the time of saving; these are the
same cells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Double

from tracker.model import columns
from tracker.store.schema import STORED, TABLES, Reference, Words, is_plain, storable
from tracker.tables import JOINED, as_cell

Column = list[Any]


def cells_of(name: str, nouns: Sequence[object]) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that nouns are stored as, in their order, columns in contract order."""
    return zip(*(convert(list(map(read, nouns))) for read, convert in _columns(name)), strict=True)


@cache
def _columns(name: str) -> tuple[tuple[Callable[[object], Any], Callable[[Column], Column]], ...]:
    """Of each column what reads it, and what makes cells of all that was read."""
    return tuple((attrgetter(each), _conversion(name, each)) for each in columns(STORED[name]))


def _conversion(name: str, column: str) -> Callable[[Column], Column]:
    kind = TABLES[name].c[column].type
    if isinstance(kind, Reference):
        return _references
    if isinstance(kind, Words):
        return _JOINING.get(_types(STORED[name])[column], _joined)
    return _numbers if isinstance(kind, Double) else list


def _types(noun: type) -> dict[str, Any]:
    return {field.name: field.type for field in fields(noun)}


def _words(given: Column) -> Column:
    # Most columns are plain ASCII, and one look at all of a column costs less than one at each of its cells.
    whole = "".join(filter(None, given))
    return given if is_plain(whole) else [each and storable(each) for each in given]


def _references(given: Column) -> Column:
    return [each or None for each in _words(given)]


def _numbers(given: Column) -> Column:
    return [each if each is None else float(each) for each in given]


def _joined(given: Column) -> Column:
    return _words([as_cell(each) if each else "" for each in given])


def _joined_words(given: Column) -> Column:
    return _words([JOINED.join(each) if each else "" for each in given])


_JOINING: dict[Any, Callable[[Column], Column]] = {str: _words, tuple[str, ...]: _joined_words}
