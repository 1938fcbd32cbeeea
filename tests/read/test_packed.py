"""Is a compressed file read as what is inside it, in bounded memory?"""

import bz2
import gzip
import lzma
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, PAGE, read
from tracker.read import limits

zstd = pytest.importorskip("backports.zstd")

PACK = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd.compress}


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("name", ["page.html", "page", "a.txt"])
def test_what_is_inside_is_read_by_its_own_format(tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"{name}{suffix}"
    path.write_bytes(PACK[suffix]((LEAD if name == "a.txt" else PAGE).encode()))
    [article], unread = read(path)
    assert (article.path, unread) == (str(path), [])
    assert article.zones[-1].kind == "body"


@pytest.mark.parametrize("suffix", PACK)
def test_rows_are_unpacked_as_they_are_read(tmp_path: Path, suffix: str) -> None:
    rows = "".join(f'{{"text": "{LEAD} {number}"}}\n' for number in range(700))
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(PACK[suffix](rows.encode()))
    articles, _ = read(path)
    assert [articles[0].path, articles[-1].path] == [f"{path}#1", f"{path}#700"]


@pytest.mark.parametrize("suffix", PACK)
def test_several_streams_behind_one_another_are_one_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a.txt{suffix}").write_bytes(b"".join(PACK[suffix](f"{each}\n\n".encode()) for each in (LEAD, NEXT)))
    [article], _ = read(tmp_path / f"a.txt{suffix}")
    assert article.text == f"{LEAD}\n\n{NEXT}\n\n"


@pytest.mark.parametrize("suffix", PACK)
def test_a_file_cut_short_gives_its_rows_and_says_so(tmp_path: Path, suffix: str) -> None:
    rows = "".join(f'{{"text": "{LEAD} {number} {number**9}"}}\n' for number in range(2_000))
    data = PACK[suffix](rows.encode())
    (tmp_path / f"a.jsonl{suffix}").write_bytes(data[: len(data) * 9 // 10])
    _, unread = read(tmp_path / f"a.jsonl{suffix}")
    assert "broken" in unread[-1].reason


@pytest.mark.parametrize("suffix", PACK)
def test_a_bomb_is_refused(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    (tmp_path / f"a.txt{suffix}").write_bytes(PACK[suffix](bytes(40_000_000)))
    articles, [unread] = read(tmp_path / f"a.txt{suffix}")
    assert not articles
    assert "times its size" in unread.reason


def test_an_xz_file_that_asks_for_much_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "XZ_MEMORY", 1 << 20)
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress(LEAD.encode(), preset=6))
    articles, [unread] = read(tmp_path / "a.txt.xz")
    assert not articles
    assert "broken: Memory usage limit" in unread.reason


def test_zeros_behind_an_xz_stream_are_padding(tmp_path: Path) -> None:
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress(LEAD.encode()) + bytes(8))
    [article], unread = read(tmp_path / "a.txt.xz")
    assert (article.text, unread) == (LEAD, [])


def test_a_compressed_file_is_known_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(gzip.compress(PAGE.encode()))
    [article], _ = read(tmp_path / "page.html")
    assert article.title == "Blast"
