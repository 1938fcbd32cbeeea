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

# How publishing systems call an entry: "live-blog-post", "liveblog__update", "live-update-card". Its parts have longer
# names ("live-blog-post-header").
_ENTRY = re.compile(r"(js-)?live-?(blog)?[-_]{1,2}(post|entry|update|item|card|block)([-_]{1,2}(card|item|post))?")

_TAG = re.compile(r"</?[A-Za-z]|<!|<$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a live blog: when it was posted, the anchor it can be reached by, and its blocks."""

    time: str
    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself, and its blocks. ``metas`` by lower-case name or property, the first of each.

    ``entries`` are those of a live blog, where the page marks them.
    """

    metas: dict[str, str]
    documents: tuple[str, ...]
    title: str
    heading: str
    language: str
    canonical: str
    time: str
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    depth: int
    most_attributes: int
    tags: int


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


@dataclass(slots=True, kw_only=True)
class _Open:
    """The entry that is being read: its element, how deep that stands, its first block, and how its clock reads."""

    tag: str
    depth: int
    first: int
    anchor: str
    time: str = ""
    is_time: bool = False
    clock: str = ""


def _is_entry(told: dict[str, str]) -> bool:
    """Does an element say that it is an entry of a live blog: in schema.org's words, or by its class?"""
    if told.get("itemprop", "") == "liveBlogUpdate":
        return True
    return any(_ENTRY.fullmatch(name) for name in told.get("class", "")[:500].lower().split())


class _Scanner(HTMLParser):
    """Gathers while it is fed; ``page()`` is what it has gathered."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._metas: dict[str, str] = {}
        self._documents: list[str] = []
        self._blocks: list[Block] = []
        self._entries: list[Entry] = []
        self._entry: _Open | None = None
        self._found = {"title": "", "h1": "", "language": "", "canonical": "", "time": ""}
        self._words: list[str] = []
        self._open = dict.fromkeys(_ASIDE, 0)
        self._inside = dict.fromkeys((*_KINDS, "title"), 0)
        self._is_document = False
        self._depth = self._deepest = self._most_attributes = self._tags = 0

    def page(self) -> Page:
        self._flush()
        self._end_entry()
        return Page(
            metas=self._metas,
            documents=tuple(self._documents),
            title=self._found["title"],
            heading=self._found["h1"],
            language=self._found["language"],
            canonical=self._found["canonical"],
            time=self._found["time"],
            blocks=tuple(self._blocks),
            entries=tuple(self._entries),
            depth=self._deepest,
            most_attributes=self._most_attributes,
            tags=self._tags,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        self._most_attributes = max(self._most_attributes, len(attrs))
        told = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self._flush()
        self._count(tag, 1)
        self._note(tag, told)
        if _is_entry(told) and (self._entry is None or tag == self._entry.tag == "li"):
            self._end_entry()
            self._entry = _Open(tag=tag, depth=self._depth, first=len(self._blocks), anchor=told.get("id", ""))
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
        if self._entry and tag == "time":
            self._entry.is_time = False
        if tag not in _OPEN_ENDED:
            self._depth = max(0, self._depth - 1)
        if self._entry and tag == self._entry.tag and self._depth <= self._entry.depth:
            self._end_entry()

    def handle_data(self, data: str) -> None:
        if self._entry and self._entry.is_time:
            self._entry.clock += data
        if self._is_document:
            self._documents.append(data)
        elif self._inside["title"] or not any(self._open.values()):
            self._words.append(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """A mark that is none of SGML's is a comment up to its ">" (HTML Living Standard, 13.2.5.42)."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:  # "<![", of which Python before 3.13.4 makes nothing
            return self.parse_bogus_comment(i)

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
        if self._entry:
            self._entry.is_time = tag == "time" and not self._entry.clock
        if self._entry and not self._entry.time:
            posted = told.get("content", "") if told.get("itemprop", "") == "datePublished" else ""
            self._entry.time = posted or told.get("datetime", "")

    def _meta(self, told: dict[str, str]) -> None:
        for attribute in ("property", "name", "itemprop"):
            name = told.get(attribute, "").strip().lower()
            if name and told.get("content", "").strip():
                self._metas.setdefault(name, _fold(told["content"]))

    def _end_entry(self) -> None:
        if self._entry:
            self._flush()
            clock = _fold(self._entry.clock)
            blocks = tuple(
                Block(words=block.words, kind="dropped") if block.words == clock else block
                for block in self._blocks[self._entry.first :]
            )
            self._entries.append(Entry(time=self._entry.time, anchor=self._entry.anchor, blocks=blocks))
        self._entry = None

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
