"""Is a page saved as a single file read like the page, under its own address?"""

from pathlib import Path

import pytest

from tests.read.told import PAGE, read, told

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: Blast on the quay\r\n"
    "Date: Fri, 3 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="----B----"\r\n\r\n'
)
PARTS = (
    "------B----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n"
    "------B----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    "------B------\r\n"
)


def save(path: Path, page: str, address: str = "https://post.example/a") -> Path:
    quoted = page.replace("=", "=3D").replace("nine", "n=\r\nine")
    path.write_bytes((HEAD.format(address=address) + PARTS.format(page=quoted)).encode())
    return path


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
def test_a_saved_page(tmp_path: Path, name: str) -> None:
    [article], unread = read(save(tmp_path / name, PAGE))
    assert told(article)[0] == ("headline", "Blast")
    assert "killed nine dockers" in article.text
    assert (article.url, article.published, article.title) == ("https://post.example/a", "", "Blast")
    assert not unread


def test_an_address_that_is_none_is_left_out(tmp_path: Path) -> None:
    [article], _ = read(save(tmp_path / "a.mhtml", PAGE, "file:///home/ana/a.html"))
    assert article.url == ""


@pytest.mark.parametrize("data", [b"words", HEAD.encode(), b"From: <Saved by Blink>\r\n\r\nwords"])
def test_what_holds_no_page_is_listed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.mhtml").write_bytes(data)
    articles, [unread] = read(tmp_path / "a.mhtml")
    assert not articles
    assert unread.cure
