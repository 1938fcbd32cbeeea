"""Is the right reader taken, whatever an input is called?"""

import io
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from tracker import plugins
from tracker.errors import SettingsError, UnreadableError
from tracker.model import Article
from tracker.read import READERS, Input, Reader, find_readers, read_articles
from tracker.read.inputs import allow
from tracker.read.reader import choose, need

PAGE = b"<!DOCTYPE html><html><body><p>Nine died.</p></body></html>"


def taken(name: str, data: bytes, *, place: Path | None = None) -> str:
    suffix = Path(name).suffix
    found = Input(path=name, opened=lambda: io.BytesIO(data), allowance=allow(9), suffix=suffix, place=place)
    reader = choose(found, READERS)
    return next(name for name, each in READERS.items() if each is reader)


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"Nine died.", "text"),
        ("a.txt", PAGE, "text"),
        ("a.html", b"Nine died.", "html"),
        ("article.php", PAGE, "html"),
        ("-", b"Nine died.", "text"),
        ("-", b"\xef\xbb\xbf \n<html lang=en>", "html"),
        ("-", b'[{"text": "Nine died."}]', "json"),
        ("-", b'{"text": "Nine died."}\n{"text": "Ten died."}\n', "jsonl"),
        ("-", b'{"text":\n"Nine died."}', "json"),
        ("-", b"{Nine} died.", "text"),
        ("-", b"", "text"),
    ],
)
def test_the_ending_and_the_first_bytes_tell_the_reader(name: str, data: bytes, reader: str) -> None:
    assert taken(name, data) == reader


@pytest.mark.parametrize(("name", "reason"), [("a.xyz", "'.xyz'"), ("README", "no ending")])
def test_a_file_that_nobody_reads_lists_the_endings(name: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        taken(name, b"words", place=Path(name))
    assert ".html" in caught.value.cure


def test_a_library_that_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(UnreadableError, match="needs no_such_library, which") as caught:
        need("no_such_library.parts", "parts")
    assert caught.value.cure == "pip install 'discrepancy-tracker[parts]'"


@pytest.fixture
def brought(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """The readers that other packages bring."""
    readers: dict[str, object] = {}
    monkeypatch.setattr(plugins, "find_plugins", lambda group: MappingProxyType(readers))
    find_readers.cache_clear()
    yield readers
    find_readers.cache_clear()


def test_another_package_brings_a_reader(brought: dict[str, object], tmp_path: Path) -> None:
    def read_shout(found: Input) -> Iterator[Article]:
        yield Article(article_id="", path=found.path, text=found.read().decode().upper())

    brought["shout"] = Reader(read=read_shout, suffixes=(".shout",))
    (tmp_path / "a.shout").write_text("Nine died on the quay.")
    [article] = read_articles([tmp_path])
    assert isinstance(article, Article)
    assert article.text == "NINE DIED ON THE QUAY."


def test_what_is_announced_as_a_reader_must_be_one(brought: dict[str, object], tmp_path: Path) -> None:
    brought["shout"] = str.upper
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(SettingsError, match="shout"):
        list(read_articles([tmp_path]))
