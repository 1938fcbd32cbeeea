"""A web page seen by the standard library's parser: what its head says of it, and its blocks of words in order.

This parser never gives up and takes time in proportion to the page, however deep, broken or cut short it is. It
reads the head of every page, and the words of those that the main extractor cannot take.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from tracker.read.layout import Block

# Elements without content of their own, and those whose end tag people leave out (HTML Living Standard, 13.1.2): an
# open one says nothing about how deep the page is.
# fmt: off
_OPEN_ENDED = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dd", "dt", "tr", "td", "th", "option", "thead", "tbody",
})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "th", "title", "tr", "ul",
})
# What is never part of an article's words.
_ASIDE = frozenset({
    "aside", "button", "footer", "form", "iframe", "nav", "noscript", "script", "select", "style", "svg", "template",
})
# fmt: on
_KINDS = {"h1": "headline", "figcaption": "caption"}
_TAG = re.compile(r"</?[A-Za-z]|<!|<$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself, and its blocks. ``metas`` by lower-case name or property, the first of each."""

    metas: dict[str, str]
    documents: tuple[str, ...]
    title: str
    heading: str
    language: str
    canonical: str
    time: str
    blocks: tuple[Block, ...]
    depth: int
    most_attributes: int


def scan_page(source: str) -> Page:
    """The page of an HTML source, whole or cut short."""
    scanner = _Scanner()
    scanner.feed(_whole(source))
    scanner.close()
    return scanner.page()


def _whole(source: str) -> str:
    """The source without a tag that is cut short at its end, which the parser would take for words."""
    cut = source.rfind("<")
    return source[:cut] if cut > source.rfind(">") and _TAG.match(source, cut) else source


class _Scanner(HTMLParser):
    """Gathers while it is fed; ``page()`` is what it has gathered."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._metas: dict[str, str] = {}
        self._documents: list[str] = []
        self._blocks: list[Block] = []
        self._found = {"title": "", "h1": "", "language": "", "canonical": "", "time": ""}
        self._words: list[str] = []
        self._open = dict.fromkeys(_ASIDE, 0)
        self._inside = dict.fromkeys((*_KINDS, "title"), 0)
        self._is_document = False
        self._depth = self._deepest = self._most_attributes = 0

    def page(self) -> Page:
        self._flush()
        return Page(
            metas=self._metas,
            documents=tuple(self._documents),
            title=self._found["title"],
            heading=self._found["h1"],
            language=self._found["language"],
            canonical=self._found["canonical"],
            time=self._found["time"],
            blocks=tuple(self._blocks),
            depth=self._deepest,
            most_attributes=self._most_attributes,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._most_attributes = max(self._most_attributes, len(attrs))
        told = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._flush()
        self._count(tag, 1)
        self._note(tag, told)
        if tag not in _OPEN_ENDED:
            self._depth += 1
            self._deepest = max(self._deepest, self._depth)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, {name: value or "" for name, value in attrs})
        if tag in _BLOCKS:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        self._count(tag, -1)
        self._is_document = self._is_document and tag != "script"
        if tag not in _OPEN_ENDED:
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._is_document:
            self._documents.append(data)
        elif self._inside["title"] or not any(self._open.values()):
            self._words.append(data)

    def _count(self, tag: str, step: int) -> None:
        """Keep count of what is open; the body ends a head that was never closed."""
        for counts in (self._open, self._inside):
            if tag in counts:
                counts[tag] = max(0, counts[tag] + step)
        if tag in ("body", "main", "article"):
            self._open = dict.fromkeys(_ASIDE, 0)

    def _note(self, tag: str, told: dict[str, str]) -> None:
        if tag == "meta":
            self._meta(told)
        elif tag == "script":
            self._is_document = "ld+json" in told.get("type", "").lower()
        elif tag == "html":
            self._keep("language", told.get("lang", "") or told.get("xml:lang", ""))
        elif tag == "link" and "canonical" in told.get("rel", "").lower().split():
            self._keep("canonical", told.get("href", ""))
        elif tag == "time":
            self._keep("time", told.get("datetime", ""))

    def _meta(self, told: dict[str, str]) -> None:
        for attribute in ("property", "name", "itemprop"):
            name = told.get(attribute, "").strip().lower()
            if name and told.get("content", "").strip():
                self._metas.setdefault(name, _fold(told["content"]))

    def _keep(self, name: str, words: str) -> None:
        self._found[name] = self._found[name] or _fold(words)

    def _flush(self) -> None:
        """End the block: its words go where the innermost element that tells a kind says."""
        words = _fold("".join(self._words))
        self._words.clear()
        kind = next((kind for tag, kind in _KINDS.items() if self._inside[tag]), "")
        if words and self._inside["title"]:
            self._keep("title", words)
        elif words:
            self._blocks.append(Block(words=words, kind=kind))
            if kind == "headline":
                self._keep("h1", words)


def _fold(words: str) -> str:
    """White space in HTML is one blank, however it is written."""
    return re.sub(r"\s+", " ", words).strip()
