import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.factory import article, claim, killed
from tests.report.scene import SCENE
from tracker.errors import SettingsError
from tracker.model import INF, NOUNS, columns
from tracker.report.tables_parquet import write_parquet
from tracker.tables import Tables, from_frame

pytest.importorskip("pyarrow")


def test_what_is_written_reads_back_as_the_same_nouns(tmp_path: Path) -> None:
    for path, (name, kind) in zip(write_parquet(SCENE, tmp_path / "new"), NOUNS.items(), strict=True):
        frame = pd.read_parquet(path)
        assert tuple(frame.columns) == columns(kind)
        assert tuple(from_frame(frame, kind)) == getattr(SCENE, name), name


def test_columns_have_their_types_even_where_there_is_no_row(tmp_path: Path) -> None:
    write_parquet(Tables(), tmp_path)
    types = pd.read_parquet(tmp_path / "figures.parquet").dtypes
    assert (types["start"], types["low"], types["of_total"]) == ("int64", "float64", "float64")
    assert pd.read_parquet(tmp_path / "accounts.parquet").dtypes["denied"] == "bool"


def test_an_open_end_is_infinite_and_half_a_character_stops_nothing(tmp_path: Path) -> None:
    of = claim()
    write_parquet(Tables(articles=(article("A \ud83d half."),), figures=(killed(20, INF, of=of),)), tmp_path)
    assert pd.read_parquet(tmp_path / "figures.parquet")["high"][0] == INF
    assert pd.read_parquet(tmp_path / "articles.parquet")["text"][0] == "A ? half."


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SettingsError, match="pip install pyarrow"):
        write_parquet(Tables(), tmp_path)
