import csv
from pathlib import Path

import pandas as pd
import pytest

from tests.factory import article, claim, killed
from tests.report.scene import SCENE
from tracker.model import INF, NOUNS, columns
from tracker.report.tables_csv import write_csv
from tracker.tables import Tables, from_frame


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_there_is_one_file_a_table_with_the_columns_of_the_contract(tmp_path: Path) -> None:
    paths = write_csv(SCENE, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [f"{name}.csv" for name in NOUNS]
    for path, kind in zip(paths, NOUNS.values(), strict=True):
        header = path.read_text(encoding="utf-8").splitlines()[0]
        assert tuple(header.split(",")) == columns(kind)


def test_what_is_written_reads_back_as_the_same_nouns(tmp_path: Path) -> None:
    for path, (name, kind) in zip(write_csv(SCENE, tmp_path), NOUNS.items(), strict=True):
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert tuple(from_frame(frame, kind)) == getattr(SCENE, name), name


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1", "＠A1", "  =cmd|' /C calc'!A0"]
)
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(tmp_path: Path, text: str) -> None:
    write_csv(Tables(articles=(article("Plain words.", title=text),)), tmp_path)
    assert rows(tmp_path / "articles.csv")[0]["title"] == f"'{text}"


def test_a_dash_inside_a_text_is_left_alone(tmp_path: Path) -> None:
    write_csv(Tables(claims=(claim("nine - or ten - died"),)), tmp_path)
    assert rows(tmp_path / "claims.csv")[0]["text"] == "nine - or ten - died"


def test_numbers_are_numbers_and_an_open_end_is_inf(tmp_path: Path) -> None:
    of = claim()
    write_csv(Tables(figures=(killed(-3, INF, of=of), killed(2.5, of=of))), tmp_path)
    first, second = rows(tmp_path / "figures.csv")
    assert (first["low"], first["high"], first["of_total"], second["low"]) == ("-3", "inf", "", "2.5")


def test_an_empty_run_leaves_headings(tmp_path: Path) -> None:
    paths = write_csv(Tables(), tmp_path)
    assert all(len(path.read_text(encoding="utf-8").splitlines()) == 1 for path in paths)


def test_half_a_surrogate_pair_does_not_stop_the_export(tmp_path: Path) -> None:
    write_csv(Tables(articles=(article("A \ud83d half."),)), tmp_path)
    assert rows(tmp_path / "articles.csv")[0]["text"] == "A ? half."
