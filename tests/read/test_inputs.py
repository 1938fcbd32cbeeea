"""Do the bytes of an input come out once, within bounds, and is what is wrong with them said?"""

import io
import zlib
from pathlib import Path

import pytest

from tracker.errors import UnreadableError
from tracker.read import limits
from tracker.read.files import open_file
from tracker.read.inputs import Allowance, Input, allow, suffix_of


def of(data: bytes, *, allowance: Allowance | None = None) -> Input:
    return Input(path="a.txt", opened=lambda: io.BytesIO(data), allowance=allowance or allow(len(data)))


def test_the_head_stays_to_be_read() -> None:
    found = of(b"words" * 9_000)
    assert found.head() == (b"words" * 9_000)[: limits.HEAD]
    assert found.read() == b"words" * 9_000


def test_lines_are_numbered_as_an_editor_does() -> None:
    assert list(of(b"one\n\n  \nfour\r\nfive").lines()) == [(1, b"one\n"), (4, b"four\r\n"), (5, b"five")]


def test_a_file_too_large_to_be_read_whole_says_what_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 2_000_000)
    with pytest.raises(UnreadableError, match="more than the 2 MB") as caught:
        of(b"a" * 3_000_000).read()
    assert ".jsonl" in caught.value.cure


def test_a_line_is_no_longer_than_a_file_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 4)
    assert [len(line) for _, line in of(b"a" * 10).lines()] == [4, 4, 2]


def test_more_bytes_than_the_size_explains_are_refused() -> None:
    found = of(b"a" * 3_000, allowance=Allowance(left=2_000))
    with pytest.raises(UnreadableError, match="times its size"):
        found.read()


def test_an_allowance_is_shared_with_what_is_inside() -> None:
    outer = of(b"", allowance=Allowance(left=1_500))
    assert outer.member("a.txt", lambda: io.BytesIO(b"a" * 1_000)).read()
    with pytest.raises(UnreadableError, match="times its size"):
        outer.member("b.txt", lambda: io.BytesIO(b"a" * 1_000)).read()


def test_an_input_inside_another_is_named_after_both() -> None:
    inner = of(b"").member("x/B.HTML", lambda: io.BytesIO(b"a"))
    assert (inner.path, inner.suffix) == ("a.txt!x/B.HTML", ".html")


def test_archives_within_archives_have_an_end() -> None:
    found = of(b"")
    for _ in range(limits.DEEPEST_ARCHIVE):
        found = found.member("a.zip", lambda: io.BytesIO(b""))
    with pytest.raises(UnreadableError, match="deep"):
        found.member("a.zip", lambda: io.BytesIO(b""))


def test_what_a_library_raises_is_told_in_one_line() -> None:
    class Torn(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise zlib.error("Error -3 while\ndecompressing")

    with pytest.raises(UnreadableError, match="it is broken: Error -3 while decompressing"):
        Input(path="a", opened=Torn, allowance=allow(9)).read()


def test_a_file_on_disk_can_be_read_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"0123456789")
    with open_file(tmp_path / "a.bin").seekable() as stream:
        stream.seek(-1, io.SEEK_END)
        assert stream.read() == b"9"


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.TXT", ".txt"), ("a.b/c", ""), ("x\\y.html", ".html"), (".hidden", ""), ("a\0.txt", ""), ("", "")],
)
def test_an_ending_is_told_by_the_last_part_of_a_name(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
