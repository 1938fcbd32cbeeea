"""Does the plain parser see the page, however broken it is?"""

import pytest

from tracker.read.layout import Block
from tracker.read.page import scan_page


def words(source: str) -> list[str]:
    return [block.words for block in scan_page(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One <b>word</b>&amp; more<p>Two", ["One word& more", "Two"]),
        ("One<br>Two<br/>Three", ["One", "Two", "Three"]),
        ("<nav>Home</nav><p>One</p><footer>Two</footer>", ["One"]),
        ("<nav>Home<main><p>One</p></main>", ["One"]),
        ("<script>var a = '<p>no</p>'</script><style>p {}</style><p>One", ["One"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<p>One</p><p>Cut sho", ["One", "Cut sho"]),
        ("<p>One</p><p class='cut", ["One"]),
        ("just words", ["just words"]),
        ("", []),
        ("<div>" * 3000 + "<p>Deep</p>", ["Deep"]),
    ],
)
def test_blocks_are_what_stands_between_breaks(source: str, expected: list[str]) -> None:
    assert words(source) == expected


def test_headings_and_captions_are_told() -> None:
    page = scan_page("<h1><a>Blast</a></h1><figure><img><figcaption><p>Smoke</p></figcaption></figure><p>Text")
    assert page.blocks == (
        Block(words="Blast", kind="headline"),
        Block(words="Smoke", kind="caption"),
        Block(words="Text"),
    )
    assert page.heading == "Blast"


def test_depth_counts_what_is_open_and_not_what_people_leave_open() -> None:
    assert scan_page("<div><div><p>a<p>b<p>c<br><br><img></div></div>").depth == 2
    assert scan_page("<div>" * 500).depth == 500
    assert scan_page("</div>" * 9 + "<div>").depth == 1


def test_the_head_is_kept() -> None:
    page = scan_page(
        "<html lang='en-GB'><head><title>Blast | Daily</title><link rel=canonical href='https://d.example/a'>"
        "<meta property='og:title' content=' Blast '><meta NAME=Author content=Ana><meta name=author content=Bo>"
        "<script type='application/ld+json'>{}</script></head><time datetime='2024-03-15'>now</time>"
    )
    assert (page.title, page.language, page.canonical) == ("Blast | Daily", "en-GB", "https://d.example/a")
    assert page.metas == {"og:title": "Blast", "author": "Ana"}
    assert (page.documents, page.time) == (("{}",), "2024-03-15")
