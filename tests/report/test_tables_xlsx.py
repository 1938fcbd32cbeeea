import sys
from pathlib import Path
from typing import Any

import pytest

from tests.factory import article, claim, killed
from tests.report.scene import SCENE
from tracker.errors import SettingsError
from tracker.model import INF, NOUNS, columns
from tracker.report import tables_xlsx
from tracker.report.tables_xlsx import CUT, LONGEST, write_xlsx
from tracker.tables import Tables, from_row

openpyxl = pytest.importorskip("openpyxl")


def read(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The sheets of the workbook as a spreadsheet would show them."""
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    found = {}
    for sheet in book.worksheets:
        head, *rows = sheet.iter_rows()
        names = [each.value for each in head]
        assert all(each.data_type != "f" and each.hyperlink is None for row in rows for each in row)
        found[sheet.title] = [{name: each.value for name, each in zip(names, row, strict=True)} for row in rows]
    book.close()
    return found


def test_there_is_one_sheet_a_table_and_it_reads_back(tmp_path: Path) -> None:
    write_xlsx(SCENE, tmp_path / "new")
    sheets = read(tmp_path / "new")
    assert list(sheets) == list(NOUNS)
    for name, kind in NOUNS.items():
        back = tuple(from_row(row, kind) for row in sheets[name])
        assert back == getattr(SCENE, name), name


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://paper.example/a", "0123", "=cmd|' /C calc'!A0"]
)
def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path, text: str) -> None:
    write_xlsx(Tables(articles=(article("Words.", title=text),)), tmp_path)
    assert read(tmp_path)["articles"][0]["title"] == text


def test_numbers_are_numbers_and_an_open_end_is_inf(tmp_path: Path) -> None:
    write_xlsx(Tables(figures=(killed(-3, INF, of=claim()),)), tmp_path)
    [row] = read(tmp_path)["figures"]
    assert (row["low"], row["high"], row["of_total"]) == (-3, "inf", None)


def test_a_text_too_long_for_a_cell_is_cut_and_shows_it(tmp_path: Path) -> None:
    texts = ["x" * LONGEST, "x" * (LONGEST + 1), "\U0001f600" * LONGEST]
    write_xlsx(Tables(articles=tuple(article(each) for each in texts)), tmp_path)
    whole, cut, wide = (row["text"] for row in read(tmp_path)["articles"])
    assert whole == texts[0]
    assert (len(cut), cut[-len(CUT) :]) == (LONGEST, CUT)
    assert wide.startswith("\U0001f600" * 1000)
    assert wide.endswith(CUT)


def test_a_table_too_long_for_a_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_xlsx, "MOST_ROWS", 4)
    write_xlsx(Tables(claims=tuple(claim(start=start) for start in range(7))), tmp_path)
    sheets = read(tmp_path)
    assert [len(sheets[name]) for name in ("claims", "claims 2", "claims 3")] == [3, 3, 1]


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    write_xlsx(SCENE, tmp_path / "a")
    write_xlsx(SCENE, tmp_path / "b")
    assert (tmp_path / "a" / "tables.xlsx").read_bytes() == (tmp_path / "b" / "tables.xlsx").read_bytes()


def test_an_empty_run_leaves_headings(tmp_path: Path) -> None:
    write_xlsx(Tables(), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    assert [each.value for each in book["decisions"][1]] == list(columns(NOUNS["decisions"]))
    book.close()


def test_without_xlsxwriter_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(SettingsError, match="pip install xlsxwriter"):
        write_xlsx(Tables(), tmp_path)
