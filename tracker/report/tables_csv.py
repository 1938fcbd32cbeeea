"""Every table as a CSV file that a spreadsheet opens without running anything in it."""

import csv
from pathlib import Path

from tracker.model import NOUNS, columns
from tracker.tables import Tables, row

# A cell that begins so is taken for a formula by spreadsheets (OWASP, "CSV Injection"; CWE-1236). The apostrophe is
# what a spreadsheet itself puts before a text that looks like one; the words stay as they are behind it. Where Chinese
# or Japanese is written, the wide forms of these marks begin one too.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def write_csv(tables: Tables, folder: Path) -> list[Path]:
    """One file a table in ``folder``, columns in contract order, UTF-8; an unknown value is an empty cell."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder / f"{name}.csv", kind, getattr(tables, name)) for name, kind in NOUNS.items()]


def _write(path: Path, kind: type, nouns: tuple[object, ...]) -> Path:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
        writer = csv.writer(out)  # lines end as in RFC 4180, or a lone carriage return in a text would go unquoted
        writer.writerow(columns(kind))
        writer.writerows([cell(value) for value in row(noun).values()] for noun in nouns)
    return path


def cell(value: object) -> object:
    """A value as it may stand in a cell: numbers as they are (a negative one is no formula), text made harmless."""
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 24, not 24.0, as a person would write it
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
