import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.report.links import anchor, original, shown_path


@pytest.mark.parametrize(
    "url",
    [
        "", "javascript:alert(1)", " https://a.example", "java\nscript:alert(1)", "data:text/html,x", "//a.example",
        "ftp://a.example", "file:///etc/passwd", "http://", "https:///x", "http://[x", 'http://a.example/"x',
        "in/a.txt", "https://a.example:port/",
        "http://a.example/ x", "vbscript:x", "blob:https://a.example/1",
    ],
)  # fmt: skip
def test_what_is_not_the_web_gets_no_link(url: str) -> None:
    assert original(url) is None


@given(st.text(max_size=30))
def test_a_link_is_http_or_https_whatever_comes_in(url: str) -> None:
    for each in (url, f"https://{url}", f"http://a.example/{url}"):
        link = original(each)
        assert link is None or re.fullmatch(r"https?://[!-~]+", link.href, re.IGNORECASE)


@pytest.mark.parametrize(
    ("url", "words", "href"),
    [
        ("https://a.example/x", "", "https://a.example/x"),
        ("https://a.example/x", "nine died", "https://a.example/x#:~:text=nine%20died"),
        ("https://a.example/x#top", "nine died", "https://a.example/x#top:~:text=nine%20died"),
        ("https://a.example/x", "a well-known, odd & “old” one", None),
        ("https://a.example/x", "1 2 3 4 5 6 7 8 9", "https://a.example/x#:~:text=1%202%203%204,6%207%208%209"),
    ],
)
def test_the_link_leads_to_the_words(url: str, words: str, href: str | None) -> None:
    link = original(url, words)
    assert link
    if href:
        assert link.href == href
    else:  # nothing of a text fragment's own syntax is left in the words
        assert not set(link.href.partition("text=")[2]) & set("-,& “”")


def test_a_host_that_looks_like_another_is_spelled_out() -> None:
    link = original("https://bbс.example/новости?q=я")  # the last letter of the host is Cyrillic
    assert link
    assert link.host.startswith("xn--")
    assert link.href == f"https://{link.host}/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?q=%D1%8F"


def test_a_name_before_the_host_is_left_out() -> None:
    link = original("https://paper.example:secret@elsewhere.example:8080/x")
    assert link
    assert (link.href, link.host) == ("https://elsewhere.example:8080/x", "elsewhere.example")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/ana/desk/in/a.txt", "in/a.txt"),
        ("/home/ana/desk-two/a.txt", "/home/ana/desk-two/a.txt"),
        ("in/a.txt", "in/a.txt"),
        ("https://paper.example/a", "https://paper.example/a"),
        ("/home/ana/desk/in.zip!inner/a.html", "in.zip!inner/a.html"),
    ],
)
def test_where_it_was_read_from_is_counted_from_the_working_folder(path: str, shown: str) -> None:
    assert shown_path(path, folder=Path("/home/ana/desk")) == shown


@pytest.mark.parametrize(
    ("name", "kept"), [("clm-4x7k2mwq5a", True), ("fig-4x7k2mwq5a", False), ('clm-"><b>', False), ("", False)]
)
def test_an_anchor_is_our_own_id_or_follows_from_it(name: str, kept: bool) -> None:
    found = anchor("clm", name)
    assert (found == name) is kept
    assert re.fullmatch(r"clm-[a-z0-9-]+", found)
    assert found == anchor("clm", name)
