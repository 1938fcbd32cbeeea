"""Plain text: one article a file, with or without a head that says what it is.

A head is a block at the top of the file, either between two lines of ``---`` or plain lines ended by a blank line:

    Title: Blast kills five at a market
    Publisher: The Daily
    Published: 2024-03-15

The stored text is the whole file, head included, so that every offset holds in the file itself. The head is dropped
from the reporting; only its title counts as a headline, unless the text prints it again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.model import Article, Unread, Zone
from tracker.read.decode import admit, decode
from tracker.read.furniture import around, fold
from tracker.read.inputs import Input
from tracker.read.zones import find_zones

_KEYS = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "source": "publisher",
    "published": "published",
    "date": "published",
    "url": "url",
    "link": "url",
    "author": "author",
    "byline": "author",
    "language": "language",
    "lang": "language",
}

_LONGEST_HEAD = 40

_ENTRY = re.compile(r"([A-Za-z][\w -]{0,30})[ \t]*:[ \t]*([^\r\n]*)")
_FENCE = re.compile(r"---[ \t]*$", re.MULTILINE)
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a text file: what it says, where its lines stand, where its title's words stand, where it ends."""

    fields: tuple[tuple[str, str], ...] = ()
    lines: tuple[Zone, ...] = ()
    title: Zone | None = None
    end: int = 0


def read_text(found: Input) -> Iterator[Article | Unread]:
    """The one article of a text file."""
    decoded = decode(found.read())
    text = decoded.text
    head = read_head(text)
    told = dict(head.fields)
    zones = find_zones(text, start=head.end, title=told.get("title", ""))
    yield Article(article_id="", path=found.path, text=text, zones=(*_head_zones(text, head, zones), *zones), **told)
    yield from admit(decoded, found.path)


def read_head(text: str) -> Head:
    """The head of a text, or an empty one: a first line that merely has a colon ("Kyiv: two dead") is no head."""
    fenced = _FENCE.match(text)
    start = _past_break(text, fenced.end()) if fenced else 0
    entries: list[re.Match[str]] = []
    while len(entries) < _LONGEST_HEAD and (found := _ENTRY.match(text, start)):
        entries.append(found)
        start = _past_break(text, found.end())
    known = [entry for entry in entries if _key(entry) in _KEYS]
    closing = _FENCE.match(text, start) if fenced else _BREAK.match(text, start)
    if not known or not closing or (not fenced and len(known) < len(entries)):
        return Head()
    return _head(text, known, 0, closing.end() if fenced else start)


def _past_break(text: str, start: int) -> int:
    found = _BREAK.match(text, start)
    return found.end() if found else start


def _key(entry: re.Match[str]) -> str:
    return entry[1].strip().lower()


def _head(text: str, entries: list[re.Match[str]], start: int, end: int) -> Head:
    values = {_KEYS[_key(entry)]: _value(text, entry) for entry in reversed(entries)}
    told = tuple((name, text[zone.start : zone.end]) for name, zone in values.items())
    lines = tuple(
        Zone(start=start + line.start(), end=start + line.end(), kind="dropped")
        for line in re.finditer(r"[^\s](?:[^\r\n]*[^\s])?", text[start:end])
    )
    title = values.get("title")
    return Head(fields=told, lines=lines, title=title if title and title.start < title.end else None, end=end)


def _value(text: str, entry: re.Match[str]) -> Zone:
    """Where the value of an entry stands, without the quotation marks YAML may put around it."""
    words = entry[2].strip()
    start = entry.start(2) + len(entry[2]) - len(entry[2].lstrip())
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return Zone(start=start + quoted, end=start + len(words) - quoted, kind="headline")


def _head_zones(text: str, head: Head, zones: tuple[Zone, ...]) -> Iterator[Zone]:
    """The head's lines, dropped; its title a headline where the article does not print it below."""
    title = head.title
    printed = {fold(text[zone.start : zone.end]) for zone in zones if zone.kind == "headline"}
    told = title if title and fold(text[title.start : title.end]) not in printed else None
    for line in head.lines:
        holds = told and line.start <= told.start and told.end <= line.end
        yield from _split(text, line, told) if told and holds else (line,)


def _split(text: str, line: Zone, title: Zone) -> Iterator[Zone]:
    for piece in around(line, title):
        words = text[piece.start : piece.end]
        start = piece.start + len(words) - len(words.lstrip())
        if words.strip():
            yield Zone(start=start, end=start + len(words.strip()), kind=piece.kind)
