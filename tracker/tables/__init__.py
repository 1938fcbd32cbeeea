"""Nouns to DataFrames and back: the public table contract, checked at the door.

A tuple of strings is one cell joined by "; ", spans are "12-40; 55-80", zones "body 12-40; caption 41-80". An empty
string, or a missing number, means unknown; a missing ``high`` means open above. Columns a frame has beyond the
contract are left out. A text column also takes numbers and dates, since pandas reads a headline "1984" as a number.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from tracker.errors import TableError
from tracker.model import (
    INF,
    NOUNS,
    ORDER,
    Account,
    Article,
    Claim,
    Decision,
    Discrepancy,
    Figure,
    Forward,
    Incident,
    Link,
    Position,
    Span,
    Unread,
    Zone,
    columns,
)

if TYPE_CHECKING:
    import pandas as pd

N = TypeVar("N")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Every table of a run, as nouns: what the report and the exporters are made from."""

    articles: tuple[Article, ...] = ()
    unread: tuple[Unread, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    accounts: tuple[Account, ...] = ()
    incidents: tuple[Incident, ...] = ()
    links: tuple[Link, ...] = ()
    forwards: tuple[Forward, ...] = ()
    positions: tuple[Position, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    decisions: tuple[Decision, ...] = ()


JOINED = "; "


def row(noun: object) -> dict[str, object]:
    """A noun as a flat row, columns in contract order."""
    kind: type = type(noun)
    names, cells = _reading(kind)
    return {name: as_cell(value) for name, value in zip(names, cells(noun), strict=True)}


@cache
def _reading(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """The columns of a noun and what reads them all at once: asked for every row that is written."""
    return columns(kind), attrgetter(*columns(kind))


def in_order(name: str, nouns: Iterable[N]) -> tuple[N, ...]:
    """The nouns of a table in the one order that follows from content, whatever order they were made in."""
    return tuple(sorted(nouns, key=attrgetter(*ORDER[name])))


def to_frame(nouns: Iterable[object], kind: type) -> "pd.DataFrame":
    """A DataFrame of the contract's columns, with as many rows as there are nouns (none is fine)."""
    import pandas as pd

    names = columns(kind)
    return pd.DataFrame([[as_cell(getattr(noun, name)) for name in names] for noun in nouns], columns=list(names))


def from_frame(frame: "pd.DataFrame", kind: type[N]) -> Iterator[N]:
    """The nouns of a frame, checked. Columns that have a default may be missing.

    Raises TableError naming the column, where one is missing or a value is of the wrong kind.
    """
    for name in _required(kind):
        if name not in frame.columns:
            raise TableError(
                f"the {kind.__name__} table lacks the column {name!r}", "See the table contract in README.md"
            )
    names = [name for name in columns(kind) if name in frame.columns]
    known = frame[names].astype(object)
    for values in known.where(known.notna(), None).itertuples(index=False, name=None):
        yield from_row(dict(zip(names, values, strict=True)), kind)


def from_frames(**frames: "pd.DataFrame") -> Tables:
    """The tables of several frames, by name. A row that belongs to an article, claim or incident that is not among
    those given is left out: whoever filters the claims need not filter the figures.

    Raises TableError where there is no table of a name, or a frame does not keep the contract.
    """
    for name in frames:
        if name not in NOUNS:
            raise TableError(f"there is no table {name!r}", f"The tables are {', '.join(NOUNS)}")
    found: dict[str, tuple[Any, ...]] = {}
    for name in filter(frames.__contains__, NOUNS):
        found[name] = tuple(_belonging(from_frame(frames[name], NOUNS[name]), name, found))
    return Tables(**found)


def within(tables: Tables, incident_ids: Iterable[str]) -> Tables:
    """What belongs to some incidents: their claims, the articles these stand in, and all that is said of them."""
    wanted = set(incident_ids)
    kept = {
        name: tuple(row for row in getattr(tables, name) if row.incident_id in wanted)
        for name, noun in NOUNS.items()
        if "incident_id" in columns(noun)
    }
    homes = {claim.article_id for claim in kept["claims"]}
    articles = tuple(each for each in tables.articles if each.article_id in homes)
    return Tables(articles=articles, decisions=tables.decisions, **kept)


def standing_of(tables: Tables) -> Tables:
    """The tables without the articles of which a later version has been read, and without what these say."""
    passed = {article.version_of for article in tables.articles} - {""}
    if not passed:
        return tables
    names = ("articles", "claims", "figures", "accounts")
    kept = {name: tuple(row for row in getattr(tables, name) if row.article_id not in passed) for name in names}
    return replace(tables, **kept)


# Whose rows others belong to, and the column that says so.
_OWNERS = {"articles": "article_id", "claims": "claim_id", "incidents": "incident_id"}


def _belonging(nouns: Iterator[Any], name: str, found: dict[str, tuple[Any, ...]]) -> Iterator[Any]:
    owners = {key: {getattr(owner, key) for owner in found[table]} for table, key in _OWNERS.items() if table in found}
    keys = [key for key in owners if key in columns(NOUNS[name])]
    return (noun for noun in nouns if all(getattr(noun, key) in owners[key] for key in keys))


def from_row(flat: dict[str, Any], kind: type[N]) -> N:
    """The noun of a flat row; raises TableError where a value is of the wrong kind."""
    noun: type = kind  # mypy does not see through the type variable that a class can be a key of a cache
    reading = readers(noun)
    known = {name: value for name, value in flat.items() if name in reading and not _unknown(value)}
    return _noun(known, [(name, reading[name]) for name in known], kind)


def from_cells(kind: type[N]) -> Callable[[Iterable[Any]], N]:
    """What makes the noun of a row's cells in contract order, as a database gives them: text as text, numbers as such.

    Of many rows ``lines.py`` does that in a third of the time.
    """
    noun: type = kind
    names = columns(noun)
    nested = [(name, reader) for name, reader in readers(noun).items() if is_nested(noun, name)]

    def read(cells: Iterable[Any]) -> N:
        known = {name: cell for name, cell in zip(names, cells, strict=True) if cell not in _EMPTY and cell == cell}
        return _noun(known, [each for each in nested if each[0] in known], kind)

    return read


def _noun(known: dict[str, Any], reading: Iterable[tuple[str, Callable[[Any], Any]]], kind: type[N]) -> N:
    """The noun of cells that are not empty, after ``reading`` has read those named."""
    noun: type = kind
    try:
        read = {name: reader(known[name]) for name, reader in reading}
        return msgspec.convert(blanks(noun) | known | read, kind, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise TableError(f"a row of the {kind.__name__} table is not valid: {error}") from error


_EMPTY = (None, "")


def as_cell(value: object) -> object:
    """A value of a noun as the one cell it is everywhere outside."""
    return JOINED.join(map(_piece, value)) if isinstance(value, tuple) else value


def _piece(item: object) -> str:
    if isinstance(item, Zone):
        return f"{item.kind} {item.start}-{item.end}"
    if isinstance(item, Span):
        return f"{item.start}-{item.end}"
    return str(item)


def _unknown(value: object) -> bool:
    """An empty cell stands for the field's default; a NaN is what pandas makes of one."""
    return value is None or (isinstance(value, float) and value != value) or (isinstance(value, str) and not value)


def _required(kind: type) -> list[str]:
    """Columns without a default. Text columns without one may still be empty, but must be there."""
    return [field.name for field in fields(kind) if field.default is MISSING]


@cache
def blanks(kind: type) -> dict[str, object]:
    """What an empty cell means in a column that has no default: no words, no upper bound."""
    bare = [field for field in fields(kind) if field.default is MISSING]
    return {field.name: "" for field in bare if field.type is str} | {f.name: INF for f in bare if f.name == "high"}


@cache
def readers(kind: type) -> dict[str, Callable[[Any], Any]]:
    """What reads a cell of each column, as a frame holds it."""
    return {field.name: _READERS.get(field.type, _scalar) for field in fields(kind)}


def is_nested(kind: type, name: str) -> bool:
    """Is a cell of this column several values?"""
    return readers(kind)[name] not in (_text, _scalar)


def _scalar(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


def _text(value: Any) -> Any:
    value = _scalar(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) else value


def _strings(value: Any) -> list[str]:
    if not isinstance(value, str):
        raise ValueError(f"expected pieces joined by {JOINED!r}, got {value!r}")
    return value.split(JOINED)


def _spans(value: Any) -> list[dict[str, int]]:
    return [_span(piece) for piece in _strings(value)]


def _span(piece: str) -> dict[str, int]:
    start, _, end = piece.partition("-")
    return {"start": int(start), "end": int(end)}


def _zones(value: Any) -> list[dict[str, Any]]:
    parts = (piece.partition(" ") for piece in _strings(value))
    return [{"kind": kind, **_span(span)} for kind, _, span in parts]


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    tuple[str, ...]: _strings,
    tuple[Span, ...]: _spans,
    tuple[Zone, ...]: _zones,
}
