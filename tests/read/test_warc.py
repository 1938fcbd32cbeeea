"""Is each page of a web archive read under its own address, and the rest of a crawl passed over?"""

import gzip
from pathlib import Path

import pytest

from tests.read.told import LEAD, PAGE, read, within

pytest.importorskip("warcio")

HTML = "text/html; charset=utf-8"


def record(kind: str, address: str, content_type: str, block: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {content_type}\r\n"
    head += f"WARC-Date: 2024-04-16T17:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(address: str, status: str, kind: str, data: bytes) -> bytes:
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    return record("response", address, "application/http; msgtype=response", block)


def crawl(path: Path, *pages: tuple[str, str, str, bytes], pack: bool = True) -> Path:
    """An archive of answers: address, status, content type, content; each record packed by itself, as crawlers do."""
    asked = record("request", "https://post.example/1", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n")
    info = record("warcinfo", "", "application/warc-fields", b"software: test\r\n")
    records = (info, asked, *(answer(*page) for page in pages))
    path.write_bytes(b"".join(map(gzip.compress, records) if pack else records))
    return path


@pytest.mark.parametrize("pack", [True, False])
def test_the_pages_of_a_crawl(tmp_path: Path, pack: bool) -> None:
    path = crawl(
        tmp_path / ("a.warc.gz" if pack else "a.warc"),
        ("https://post.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
        ("https://post.example/1", "200 OK", HTML, PAGE.encode()),
        ("https://post.example/style.css", "200 OK", "text/css", b"p {}"),
        ("https://post.example/gone", "404 Not Found", HTML, PAGE.replace("Blast", "Gone").encode()),
        ("https://post.example/2", "200 OK", HTML, PAGE.replace("nine", "ten").encode()),
        pack=pack,
    )
    articles, unread = read(path)
    assert [article.path for article in articles] == [
        within(path, "https://post.example/1"),
        within(path, "https://post.example/2"),
    ]
    assert [article.url for article in articles] == ["https://post.example/1", "https://post.example/2"]
    assert not unread


def test_the_encoding_a_server_names_counts(tmp_path: Path) -> None:
    data = PAGE.replace("Blast", "Взрыв").encode("koi8-r")
    path = crawl(tmp_path / "a.warc.gz", ("https://post.example/1", "200 OK", "text/html; charset=koi8-r", data))
    [article], _ = read(path)
    assert article.title == "Взрыв"


def test_a_page_that_cannot_be_read_costs_itself(tmp_path: Path) -> None:
    pages = [("https://post.example/1", b"<nav>Home</nav>"), ("https://post.example/2", PAGE.encode())]
    path = crawl(tmp_path / "a.warc.gz", *((address, "200 OK", HTML, data) for address, data in pages))
    [article], [unread] = read(path)
    assert article.url == "https://post.example/2"
    assert unread.path == within(path, "https://post.example/1")


def test_an_archive_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    pages = [(f"https://post.example/{n}", "200 OK", HTML, PAGE.replace("nine", f"{n}").encode()) for n in range(9)]
    path = crawl(tmp_path / "a.warc", *pages, pack=False)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    articles, _ = read(path)
    assert LEAD.replace("nine", "0") in articles[0].text
    assert 3 < len(articles) < 9


@pytest.mark.parametrize("data", [b"WARC/1.0\r\n\r\n", b"WARC/9", b"words", b"WARC/1.0\r\nContent-Length: x\r\n\r\n"])
def test_what_is_no_web_archive_is_listed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.warc")
    assert not articles
    assert unread.cure


def test_a_record_that_is_longer_than_it_says_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = crawl(tmp_path / "a.warc", ("https://post.example/1", "200 OK", HTML, PAGE.encode()), pack=False)
    path.write_bytes(path.read_bytes().replace(b"GET / HTTP", b"GET /\x1b[2Jand a long way more HTTP"))
    articles, unread = read(path)
    assert articles or unread
    assert "not as long as they say" in unread[-1].reason
    assert capfd.readouterr() == ("", "")


def test_an_address_is_a_link_only_where_it_leads_to_the_web(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record("resource", "javascript:alert(1)", HTML, PAGE.encode()))
    [article], _ = read(tmp_path / "a.warc")
    assert article.url == ""


def test_a_page_that_a_browser_put_down_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record("resource", "https://post.example/1", HTML, PAGE.encode()))
    [article], _ = read(tmp_path / "a.warc")
    assert article.url == "https://post.example/1"


def test_a_page_its_server_had_packed_is_unpacked(tmp_path: Path) -> None:
    data = gzip.compress(PAGE.encode())
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\nContent-Encoding: gzip\r\n\r\n".encode() + data
    packed = record("response", "https://post.example/1", "application/http; msgtype=response", block)
    (tmp_path / "a.warc").write_bytes(packed)
    [article], _ = read(tmp_path / "a.warc")
    assert LEAD in article.text
