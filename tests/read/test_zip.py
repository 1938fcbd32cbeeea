"""Is what is inside an archive read like what is on disk, and an archive made to do harm refused?"""

import io
import zipfile
from pathlib import Path

import pytest

from tests.read.told import LEAD, NEXT, PAGE, read, within
from tracker.read import limits


def pack(path: Path, files: dict[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_the_files_inside_are_read_sorted_by_name(tmp_path: Path) -> None:
    rows = f'{{"text": "{LEAD} It was raining."}}\n{{"text": ""}}\n'
    path = pack(tmp_path / "a.zip", {"b/page.html": PAGE, "a.txt": NEXT, "b/": "", "rows.jsonl": rows})
    articles, unread = read(path)
    assert [article.path for article in articles] == [
        within(path, "a.txt"),
        within(path, "b/page.html"),
        within(path, "rows.jsonl#1"),
    ]
    assert [each.path for each in unread] == [within(path, "rows.jsonl#2")]


def test_an_article_is_the_same_inside_an_archive_and_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    [inside], _ = read(pack(tmp_path / "a.zip", {"in/page.html": PAGE}))
    [outside], _ = read(tmp_path / "page.html")
    assert inside.article_id == outside.article_id


def test_hidden_files_are_left_out_and_pictures_listed(tmp_path: Path) -> None:
    files = {".DS_Store": b"\0", "__MACOSX/._a.txt": b"\0", "a.txt": LEAD, "b.png": b"\x89PNG", ".git/c.txt": NEXT}
    path = pack(tmp_path / "a.zip", files)
    articles, unread = read(path)
    assert len(articles) == 1
    assert [each.path for each in unread] == [within(path, "b.png")]


@pytest.mark.parametrize(
    "name", ["../../out.txt", "/etc/out.txt", "C:\\out.txt", "a/" * 200 + "out.txt", "x\u202etxt.out", "\x1b[2J.txt"]
)
def test_a_name_is_a_label_and_never_a_path(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home" / "in"
    home.mkdir(parents=True)
    articles, unread = read(pack(home / "a.zip", {name: LEAD}))
    labels = [each.path for each in (*articles, *unread)]
    assert [label for label in labels if len(label) < 255 + len(str(home)) + 8] == labels
    assert not [label for label in labels if "\u202e" in label or "\x1b" in label]
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [home / "a.zip"]


def test_an_archive_within_an_archive_is_read(tmp_path: Path) -> None:
    inner = pack(tmp_path / "inner.zip", {"a.txt": LEAD}).read_bytes()
    [article], _ = read(pack(tmp_path / "outer.zip", {"inner.zip": inner}))
    assert article.path == within(tmp_path / "outer.zip", "inner.zip!a.txt")


def test_archives_within_archives_end(tmp_path: Path) -> None:
    data = LEAD.encode()
    for _ in range(limits.DEEPEST_ARCHIVE + 2):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.zip" if data[:2] == b"PK" else "a.txt", data)
        data = packed.getvalue()
    (tmp_path / "a.zip").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.zip")
    assert not articles
    assert "deep" in unread.reason


def test_a_bomb_is_refused_and_what_stands_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1_000_000)
    path = pack(tmp_path / "a.zip", {"a.txt": LEAD, "b.txt": b" " * 20_000_000})
    articles, [unread] = read(path)
    assert len(articles) == 1
    assert unread.path == within(path, "b.txt")
    assert "times its size" in unread.reason


def test_a_member_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 1_000)
    articles, [unread] = read(pack(tmp_path / "a.zip", {"a.txt": LEAD * 20, "b.txt": NEXT}))
    assert [article.text for article in articles] == [NEXT]
    assert "more than" in unread.reason


def test_more_files_than_an_archive_may_have_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MEMBERS", 2)
    files = {f"{number}.txt": f"{LEAD} {number}" for number in range(4)}
    articles, [unread] = read(pack(tmp_path / "a.zip", files))
    assert len(articles) == 2
    assert "more than 2 files" in unread.reason


def test_a_link_and_a_locked_file_are_listed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", LEAD)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the mark of a password, in the table of contents
    (tmp_path / "a.zip").write_bytes(data)
    articles, unread = read(tmp_path / "a.zip")
    assert not articles
    assert ["link" in unread[0].reason, "password" in unread[1].reason] == [True, True]


def test_a_file_without_a_name_is_read_by_what_it_looks_like(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"x": PAGE}, zipfile.ZIP_STORED)
    data = path.read_bytes()
    nameless = data.replace(b"\x01\x00\x00\x00x", b"\x00\x00\x00\x00", 1)  # in front of the file
    entry = nameless.index(b"PK\x01\x02")
    nameless = nameless[: entry + 28] + b"\x00\x00" + nameless[entry + 30 : entry + 46] + nameless[entry + 47 :]
    size, start = len(nameless) - entry - 22, entry
    end = len(nameless) - 22
    nameless = nameless[: end + 12] + size.to_bytes(4, "little") + start.to_bytes(4, "little") + nameless[end + 20 :]
    path.write_bytes(nameless)
    [article], _ = read(path)
    assert (article.path, article.title) == (str(path), "Blast")


def test_a_member_that_is_broken_costs_itself(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": LEAD, "b.txt": NEXT}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(LEAD.encode(), LEAD.upper().encode()))
    articles, [unread] = read(path)
    assert [article.text for article in articles] == [NEXT]
    assert "broken" in unread.reason


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(999), b"words"])
def test_what_is_no_archive_is_said_to_be_broken(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.zip")
    assert not articles
    assert "the archive is broken" in unread.reason


def test_only_the_archives_of_a_wacz_are_read(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.wacz", {"pages/pages.jsonl": '{"text": "Menu"}', "archive/a.html": PAGE})
    [article], unread = read(path)
    assert (article.path, unread) == (within(path, "archive/a.html"), [])


def test_a_spreadsheet_is_no_archive(tmp_path: Path) -> None:
    articles, [unread] = read(pack(tmp_path / "a.xlsx", {"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}))
    assert not articles
    assert "'.xlsx'" in unread.reason
