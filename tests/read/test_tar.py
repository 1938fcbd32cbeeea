"""Is what is inside an archive read, without going back in it, and what is no file left alone?"""

import io
import tarfile
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, PAGE, read, within
from tracker.read import limits


def pack(path: Path, files: dict[str, str], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:
        for name, words in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(words.encode())
            archive.addfile(info, io.BytesIO(words.encode()))
    return path


@pytest.mark.parametrize(("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.txz", "w:xz")])
def test_the_files_inside_are_read_in_their_order(tmp_path: Path, name: str, mode: str) -> None:
    path = pack(tmp_path / name, {"b/page.html": PAGE, "a.txt": NEXT, ".hidden.txt": LEAD}, mode)
    articles, unread = read(path)
    assert [article.path for article in articles] == [within(path, "b/page.html"), within(path, "a.txt")]
    assert not unread


def test_links_and_devices_are_listed_and_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    articles, unread = read(tmp_path / "a.tar")
    assert not articles
    assert [each.path for each in unread] == [within(tmp_path / "a.tar", name) for name in ("a.txt", "b.txt", "c.txt")]


def test_nothing_is_written_whatever_a_name_says(tmp_path: Path) -> None:
    home = tmp_path / "home" / "in"
    home.mkdir(parents=True)
    articles, _ = read(pack(home / "a.tar", {"../../out.txt": LEAD, "/tmp/out.txt": NEXT}))
    assert len(articles) == 2
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [home / "a.tar"]


def test_an_archive_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.tar", {"a.txt": LEAD, "b.txt": NEXT * 100})
    path.write_bytes(path.read_bytes()[:3000])
    articles, unread = read(path)
    assert [article.text for article in articles] == [LEAD]
    assert any("broken" in each.reason for each in unread)


def test_more_files_than_an_archive_may_have_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MEMBERS", 2)
    articles, [unread] = read(pack(tmp_path / "a.tar", {f"{number}.txt": f"{LEAD} {number}" for number in range(4)}))
    assert len(articles) == 2
    assert "more than 2 files" in unread.reason


def test_what_is_no_archive_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(b"words" * 500)
    articles, [unread] = read(tmp_path / "a.tar")
    assert not articles
    assert "broken" in unread.reason
