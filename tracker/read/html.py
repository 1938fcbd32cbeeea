"""HTML: one article a page. The body is found by trafilatura (known in this file alone), the rest read beside it.

The stored text is made here, since a page has none: the headline, then the paragraphs and captions in the page's
order, a blank line between them.
"""

import logging
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.decode import admit, decode
from tracker.read.furniture import fold
from tracker.read.inputs import Input
from tracker.read.layout import Block, lay_out, under
from tracker.read.limits import MOST_ATTRIBUTES, MOST_TAGS
from tracker.read.liveblog import read_entries
from tracker.read.metadata import Metadata, read_metadata
from tracker.read.page import Page, scan_page

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)

# Measured: from about 250 open elements on, libxml2 drops the text below without a word. Real pages stay under 60.
_DEEPEST = 200

# trafilatura leaves captions out. They are handed to it as paragraphs that begin with a mark, and told by it
# afterwards. Brackets that no page prints; Unicode's private characters, meant for such marks, it takes out.
_CAPTION = "⟦c⟧"
_CREDIT = "⟦d⟧"
_MARKS = {_CAPTION: "caption", _CREDIT: "dropped"}
_MARK = re.compile(f"({_CAPTION}|{_CREDIT})")
_CAPTION_CLASS = re.compile(r"(^|[\s_-])(wp-)?caption(-text|__text)?($|\s)", re.IGNORECASE)
_CREDIT_CLASS = re.compile(r"(^|[\s_-])(credit|copyright|photographer)s?($|[\s_-])", re.IGNORECASE)

# What may be a list of other articles, between the paragraphs or below them.
_MAYBE_LINKS = frozenset({"p", "li", "h2", "h3", "h4"})
_STOPS = (".", "!", "?", "”", '"', ":")

_ALL = "the page was read, but its article could not be told from the rest, so all its paragraphs were taken"

# Under this many words a block without a final stop is a button or a link of a menu.
_SHORTEST = 8


def read_html(found: Input) -> Iterator[Article | Unread]:
    """The one article of a web page."""
    data = found.read()
    decoded = decode(data, declared=found.charset or _declared(data))
    yield from read_page(decoded.text, found.path)
    yield from admit(decoded, found.path)


def read_page(source: str, path: str) -> Iterator[Article | Unread]:
    """The article of a page's source, or the entries of its live blog; raises UnreadableError where it has none."""
    page = scan_page(source)
    metadata = read_metadata(page)
    if entries := list(read_entries(page, metadata, path)):
        yield from entries
        return
    body = (_is_safe(page) and _extract(source)) or _told(metadata)
    if not body and not _plain(page):
        raise UnreadableError("the page holds no paragraphs", "Save the page from a browser, after it has loaded")
    yield _article(path, page, metadata, body or _plain(page))
    if not body:
        yield Unread(path=path, reason=_ALL, cure="Compare with the page, or save the article's text as .txt")


def _declared(data: bytes) -> str:
    """The encoding a page names, within the first kilobyte (HTML Living Standard), with room for long heads."""
    found = _CHARSET.search(data, 0, 4096)
    return found[1].decode("ascii") if found else ""


def _article(path: str, page: Page, metadata: Metadata, body: tuple[Block, ...]) -> Article:
    laid = lay_out(_headed(body, page, metadata), title=metadata.title)
    return Article(
        article_id="",
        path=path,
        url=metadata.url,
        publisher=metadata.publisher,
        title=metadata.title,
        author=metadata.author,
        published=metadata.published,
        language=metadata.language,
        text=laid.text,
        zones=laid.zones,
    )


def _headed(body: tuple[Block, ...], page: Page, metadata: Metadata) -> tuple[Block, ...]:
    """The blocks under the headline: as printed on the page, or where it prints none, as its head gives it."""
    return under(page.heading if _akin(page.heading, metadata.title) else metadata.title, body)


def _akin(heading: str, title: str) -> bool:
    """A page's first heading may be its logo; a headline shares words with the title."""
    return bool(heading) and (not title or bool({*fold(heading).split()} & {*fold(title).split()}))


# --- The body ---


def _is_safe(page: Page) -> bool:
    return page.depth <= _DEEPEST and page.most_attributes <= MOST_ATTRIBUTES and page.tags <= MOST_TAGS


def _told(metadata: Metadata) -> tuple[Block, ...]:
    """The article as the page's JSON-LD gives it, for pages that a script builds in the browser."""
    return tuple(Block(words=line.strip()) for line in metadata.body.splitlines() if line.strip())


def _plain(page: Page) -> tuple[Block, ...]:
    """Every block of the page that could be a paragraph."""
    blocks = tuple(block for block in page.blocks if block.kind or _is_prose(block.words))
    return blocks if any(not block.kind for block in blocks) else ()


def _is_prose(words: str) -> bool:
    return len(words.split()) >= _SHORTEST or words.endswith((".", "!", "?", "”", '"'))


def _extract(source: str) -> tuple[Block, ...]:
    """The body as trafilatura sees it, its captions among the paragraphs; empty where it sees none."""
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(source)
    if tree is None:
        return ()
    _prepare(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    blocks = tuple(chain.from_iterable(map(_blocks, text.splitlines())))
    return blocks if any(not block.kind for block in blocks) else ()


@cache
def _trafilatura() -> Any:
    """Loaded when the first page is read (0.7 s); what it has to say of odd pages goes to those who ask for its log."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _blocks(line: str) -> Iterator[Block]:
    """A line of the extracted text, cut at its marks: "⟦c⟧Divers at the quay ⟦d⟧EPA" is a caption and its credit."""
    kind = ""
    for piece in _MARK.split(line):
        words = piece.strip(" |").removeprefix("- ")
        if piece in _MARKS:
            kind = _MARKS[piece]
        elif words:
            yield Block(words=words, kind=kind)


def _prepare(tree: Any) -> None:
    """Mark captions, make plain divisions of the figures around them, and empty scripts, all in place.

    A script's words are no paragraph, though trafilatura takes them for one where a page keeps its article in JSON-LD;
    that is read with its line breaks as metadata.
    """
    for element in [element for element in tree.iter() if isinstance(element.tag, str)]:
        if element.tag == "script":
            element.text = None
        elif element.tag == "figure":
            _rename(element, "div")
        elif element.tag in _MAYBE_LINKS and _is_link(element):
            element.text = f"{_CREDIT}{element.text or ''}"
        elif element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class", "")):
            _mark_credits(element)
            _rename(element, "p")
            element.text = f"{_CAPTION}{element.text or ''}"


def _is_link(element: Any) -> bool:
    """Is it nothing but a link to elsewhere that ends no sentence: the headline of another article?"""
    links = element.findall(".//a[@href]")
    if len(links) != 1 or links[0].get("href", "#").startswith("#"):
        return False
    words = " ".join(element.itertext()).split()
    return bool(words) and words == " ".join(links[0].itertext()).split() and not words[-1].endswith(_STOPS)


def _rename(element: Any, tag: str) -> None:
    element.tag = tag
    element.attrib.clear()


def _mark_credits(caption: Any) -> None:
    """A credit inside a caption is told apart, so that it is dropped and the caption ends where it should."""
    for inner in list(caption.iter()):
        if inner is not caption and isinstance(inner.tag, str) and _CREDIT_CLASS.search(inner.get("class", "")):
            _rename(inner, "span")
            inner.text = f"{_CREDIT}{inner.text or ''}"
            inner.tail = f"{_CAPTION}{inner.tail or ''}"
