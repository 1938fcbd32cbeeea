"""Any noun at all, for properties: what a table must carry through a frame or a store unharmed."""

from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tracker.model import NOUNS, Span, Zone

# A ";" inside one piece would split the cell, so names are stored without it; a lone surrogate is no character, and NUL
# none that a store keeps.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
PIECE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=";\0"), min_size=1, max_size=8)
COUNT = st.integers(-1, 2**40)
NUMBER = st.floats(allow_nan=False)
SPAN = st.builds(Span, start=st.integers(0, 999), end=st.integers(0, 999))
ZONE = st.builds(Zone, start=st.integers(0, 999), end=st.integers(0, 999), kind=st.sampled_from(["body", "caption"]))

BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: COUNT,
    float: NUMBER,
    bool: st.booleans(),
    float | None: st.none() | NUMBER,
    tuple[str, ...]: st.lists(PIECE, max_size=3).map(tuple),
    tuple[Span, ...]: st.lists(SPAN, max_size=3).map(tuple),
    tuple[Zone, ...]: st.lists(ZONE, max_size=3).map(tuple),
}


def noun(kind: type) -> st.SearchStrategy[Any]:
    """One noun of a kind; where an empty cell stands for a word of its own ("narrator"), the word is there."""
    return st.builds(kind, **{field.name: _value(field) for field in fields(kind)})


@cache
def rows(name: str) -> st.SearchStrategy[list[Any]]:
    """A few rows of a table, by its name."""
    return st.lists(noun(NOUNS[name]), max_size=3)


def _value(field: Any) -> st.SearchStrategy[Any]:
    has_word = field.type is str and field.default not in (MISSING, "")
    return TEXT.filter(bool) if has_word else BY_TYPE[field.type]
