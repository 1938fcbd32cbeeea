"""Is each row of a Parquet file an article, some rows at a time?"""

import tracemalloc
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

from tests.read.told import LEAD, read
from tracker.read import limits

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def write(path: Path, **columns: list[object]) -> Path:
    parquet.write_table(pyarrow.table(columns), path, row_group_size=100)
    return path


def test_a_text_that_rows_share_is_held_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("tracker.read.finish"), "LONGEST_TEXT", 1_000)
    path = write(tmp_path / "a.parquet", text=[f"{LEAD} " * 6_000] * 90 + [LEAD])
    tracemalloc.start()
    [article], unread = read(path)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert article.text == LEAD
    assert len(unread) == 90
    assert taken < 15_000_000


def test_columns_that_unpack_to_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    path = tmp_path / "a.parquet"
    table = pyarrow.table({"text": [f"{number} " + "nine " * 4_000 for number in range(500)]})
    parquet.write_table(table, path, compression="zstd", use_dictionary=False)
    articles, [unread] = read(path)
    assert not articles
    assert "more than 200 times its size" in unread.reason


def test_columns_are_named_as_in_csv(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.parquet",
        body=[LEAD, None],
        Headline=["Blast", "Fire"],
        published_at=[datetime(2024, 4, 16, 17, 30, tzinfo=UTC), None],
        embedding=[[0.1], [0.2]],
    )
    [article], [unread] = read(path)
    assert (article.text, article.title, article.published) == (LEAD, "Blast", "2024-04-16T17:30:00+00:00")
    assert (article.path, unread.path) == (f"{path}#1", f"{path}#2")
    assert "no text" in unread.reason


def test_rows_beyond_one_piece_are_read(tmp_path: Path) -> None:
    articles, _ = read(write(tmp_path / "a.parquet", text=[f"{LEAD} {number}" for number in range(700)]))
    assert [articles[0].path, articles[-1].path] == [f"{tmp_path / 'a.parquet'}#{n}" for n in (1, 700)]


def test_a_table_without_a_text_column_names_those_it_has(tmp_path: Path) -> None:
    _, [unread] = read(write(tmp_path / "a.parquet", heading=["Blast"], toll=[9]))
    assert "no column holds the text: there are heading, toll" in unread.reason


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + bytes(99) + b"PAR1", b"words"])
def test_what_is_no_table_is_said_to_be_broken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.parquet")
    assert not articles
    assert "the table is broken" in unread.reason


def test_a_broken_page_of_rows_gives_those_before_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", text=[f"{LEAD} {number}" for number in range(700)])
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 400] = bytes(400)
    path.write_bytes(data)
    articles, unread = read(path)
    assert len(articles) < 700
    assert unread
