"""The reader's words for the names of the contract, from ``wording.toml``, and how numbers are printed."""

import math
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from tracker.lexicon import read_lexicon
from tracker.model import Account

# Beyond this a number is printed in powers of ten: nothing real is counted so high, and a hostile one would be 300
# digits long.
LONGEST_NUMBER = 1e15


@cache
def wording() -> dict[str, Any]:
    """The content of ``wording.toml``, read once a process. Treat it as frozen."""
    return tomllib.loads(files(__package__).joinpath("wording.toml").read_text(encoding="utf-8"))


@cache
def terms(table: str) -> dict[str, Any]:
    """The entries of a table, among the measures also those that a desk or a plug-in has given words of its own."""
    known: dict[str, Any] = wording()[table]
    if table != "measures":
        return known
    told = {
        name: {"label": entry.get("label", name.replace("_", " ")), "meaning": entry.get("meaning", "")}
        for name, entry in read_lexicon("measures")["measures"].items()
        if "label" in entry or "meaning" in entry
    }
    return known | told


@lru_cache(4096)
def word(table: str, name: str) -> str:
    """What the page calls ``name``; a name we have no word for is its own, with spaces."""
    entry = terms(table).get(name, name.replace("_", " "))
    return str(entry["label"] if isinstance(entry, dict) else entry)


def measure_words(measure: str, scope: str) -> str:
    """A measure with its scope: "killed", "killed (part of a total)"."""
    of = word("scopes", scope)
    return f"{word('measures', measure)} ({of})" if of else word("measures", measure)


def base_unit(unit: str) -> str:
    """What a figure's numbers are in: acres as printed are counted in hectares (``lexicon/en/units.toml``)."""
    units = read_lexicon("units")
    entry = units["units"].get(unit)
    return str(units["kinds"].get(entry["kind"], unit)) if entry else unit


def account_words(account: Account) -> str:
    """An account's value as an answer: "Ukraine", "not a strike"; of what did not happen, "denied"."""
    if account.slot == "happened" and account.value == "yes":
        return "denied" if account.denied else "yes"
    return f"not {account.value}" if account.denied else account.value


@lru_cache(4096)
def number_words(value: float) -> str:
    """A number for people: 24, 3,330, 2.5, 1e+20; an open end is "no upper limit"."""
    if math.isinf(value):
        return "no upper limit"
    if abs(value) >= LONGEST_NUMBER or 0 < abs(value) < 0.01:
        return f"{value:g}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def interval_words(low: float, best: float, high: float) -> str:
    """An interval for people: 74, 20 to 30, at least 24, at most 10."""
    if low == high:
        return number_words(low)
    if math.isinf(high):
        return f"at least {number_words(low)}"
    if low == 0 and best == high:
        return f"at most {number_words(high)}"
    return f"{number_words(low)} to {number_words(high)}"
