"""Live blogs: each entry is an article of its own, with its own time, under the page's name.

An entry's day is what its figures are as of; a page read as one text would give them all the day the blog was begun.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tracker.model import Article
from tracker.read.dates import iso_date
from tracker.read.layout import Block, lay_out, under
from tracker.read.metadata import Metadata, read_objects, words_at
from tracker.read.page import Entry, Page, scan_page

# A page with fewer is an article that has a box with the latest in it.
_FEWEST = 3


def read_entries(page: Page, metadata: Metadata, path: str) -> Iterator[Article]:
    """The entries of a live blog, in the page's order, mostly the newest first; none where the page is no live blog."""
    for number, entry in enumerate(_told(page) or _marked(page), start=1):
        headline = next((block.words for block in entry.blocks if block.kind == "headline"), "")
        laid = lay_out(under(headline, entry.blocks), title=headline)
        printed = next((laid.text[zone.start : zone.end] for zone in laid.zones if zone.kind == "headline"), "")
        yield Article(
            article_id="",
            path=f"{path}#{number}",
            url=_address(metadata.url, entry.anchor),
            publisher=metadata.publisher,
            title=printed or metadata.title,
            author=metadata.author,
            published=entry.time,
            language=metadata.language,
            text=laid.text,
            zones=laid.zones,
        )


def _address(url: str, anchor: str) -> str:
    """Where the entry stands: its own address, or its place on the page."""
    if anchor.startswith(("http://", "https://")):
        return anchor
    return f"{url.partition('#')[0]}#{anchor}" if url and anchor else url


def _told(page: Page) -> tuple[Entry, ...]:
    """The entries as JSON-LD tells them (schema.org's LiveBlogPosting), where it has the words of most."""
    updates = [each for found in read_objects(page) for each in _updates(found)]
    entries = tuple(entry for entry in map(_entry, updates) if _is_whole(entry))
    return entries if len(entries) >= max(_FEWEST, len(updates) / 2) else ()


def _updates(found: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    updates = found.get("liveBlogUpdate")
    yield from (each for each in (updates if isinstance(updates, list) else [updates]) if isinstance(each, Mapping))


def _entry(update: Mapping[str, Any]) -> Entry:
    headline, body = words_at(update, "headline"), words_at(update, "articleBody")
    head = (Block(words=headline, kind="headline"),) if headline else ()
    address = words_at(update, "url") or words_at(update, "mainEntityOfPage", "@id")
    return Entry(time=words_at(update, "datePublished"), anchor=address, blocks=(*head, *_blocks(body)))


def _blocks(body: str) -> tuple[Block, ...]:
    """The paragraphs of an entry's text, which some papers give as HTML."""
    if "</" in body:
        return tuple(replace(block, kind=block.kind.replace("headline", "")) for block in scan_page(body).blocks)
    return tuple(Block(words=" ".join(line.split())) for line in body.splitlines() if line.strip())


def _marked(page: Page) -> tuple[Entry, ...]:
    """The entries as the page marks them, each with its time and its words."""
    entries = tuple(entry for entry in page.entries if _is_whole(entry))
    return entries if len(entries) >= _FEWEST else ()


def _is_whole(entry: Entry) -> bool:
    return bool(iso_date(entry.time)) and any(not block.kind for block in entry.blocks)
