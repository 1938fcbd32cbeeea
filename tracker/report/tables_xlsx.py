"""Every table as a sheet of one workbook that runs nothing; needs XlsxWriter."""

import math
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from tracker.model import NOUNS, columns
from tracker.tables import Tables, row
from tracker.tables.parquet import needed

# What the format allows ("Excel specifications and limits"): characters in a cell, rows in a sheet.
LONGEST = 32_767
MOST_ROWS = 1_048_576
CUT = " […]"

# No text is a formula or a link, whatever it looks like; rows go to disk as they are written.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

# A workbook tells when it was made; ours does not, so that the same tables give the same bytes.
UNDATED = datetime(1980, 1, 1)


def write_xlsx(tables: Tables, folder: Path) -> list[Path]:
    """One workbook, ``tables.xlsx``, one sheet a table. Raises SettingsError where XlsxWriter is missing.

    A text longer than a cell may be is cut, and shows it; a table longer than a sheet may be goes on in another.
    """
    xlsxwriter = needed("xlsxwriter", "xlsx")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tables.xlsx"
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        book.set_properties({"created": UNDATED})
        bold = book.add_format({"bold": True})
        for name, noun in NOUNS.items():
            for title, lines in _sheets(name, getattr(tables, name)):
                sheet = book.add_worksheet(title)
                sheet.freeze_panes(1, 0)
                sheet.write_row(0, 0, columns(noun), bold)
                for number, line in enumerate(lines, 1):
                    _write(sheet, number, line)
    return [path]


def _sheets(name: str, nouns: tuple[object, ...]) -> Iterator[tuple[str, list[object]]]:
    """A table as sheets, the first one even if it is empty."""
    left, number = iter(nouns), 1
    while (lines := list(islice(left, MOST_ROWS - 1))) or number == 1:
        yield (name if number == 1 else f"{name} {number}"), lines
        number += 1


def _write(sheet: Any, number: int, noun: object) -> None:
    for place, value in enumerate(row(noun).values()):
        if isinstance(value, bool):
            sheet.write_boolean(number, place, value)
        elif isinstance(value, int | float) and math.isfinite(value):
            sheet.write_number(number, place, value)
        elif value not in (None, ""):
            sheet.write_string(number, place, _fitting(str(value)))


def _fitting(text: str) -> str:
    """A text as long as a cell may be, counted as the format does, in UTF-16; what no file can hold is replaced."""
    units = text.encode("utf-16-le", "replace")
    if len(units) > 2 * LONGEST:
        units = units[: 2 * (LONGEST - len(CUT))] + CUT.encode("utf-16-le")
    return units.decode("utf-16-le", "ignore")
