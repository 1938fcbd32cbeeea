"""Every table as JSON lines: one object a row, nothing changed on the way."""

import math
from pathlib import Path

import msgspec

from tracker.model import NOUNS
from tracker.tables import Tables, row


def write_jsonl(tables: Tables, folder: Path) -> list[Path]:
    """One file a table in ``folder``, keys in contract order, UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{name}.jsonl", getattr(tables, name)) for name in NOUNS]


def _write(path: Path, nouns: tuple[object, ...]) -> Path:
    with path.open("wb") as out:
        for noun in nouns:
            out.write(msgspec.json.encode({name: _value(value) for name, value in row(noun).items()}) + b"\n")
    return path


def _value(value: object) -> object:
    """JSON has no infinity: an open end is the text ``inf``, which the table contract reads as the number."""
    if isinstance(value, float) and math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
