"""A target for each reader: any file of its ending ends in sound articles, or in lines with reason and cure."""

import random
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

from tests.clock import seconds
from tests.fuzz.mutate import mutated
from tests.fuzz.pieces import PIECES
from tests.fuzz.samples import samples
from tracker.model import Article, Unread
from tracker.read import READERS, read_articles
from tracker.read.formats import is_web

# Processor seconds that a file of sixty kilobytes never needs.
BUDGET = 10.0

# One in so many is read a second time, and must be read the same.
AGAIN = 4


def hurt_file(chance: random.Random, name: str) -> bytes:
    """A valid file of a format, hurt: as it lies on disk, or what is inside of it before it is packed."""
    known = samples()[name]
    if known.pack and chance.random() < 0.6:
        return known.pack(mutated(chance, known.inside, PIECES[inner(name)]))
    return mutated(chance, known.whole, PIECES[name])


def inner(name: str) -> str:
    """Whose words stand inside a packed file."""
    return name if name in ("docx", "tar") else "html"


def check_file(data: bytes, name: str, folder: Path) -> None:
    """Raise AssertionError, or whatever the reader raises, where a file is not read as every file must be."""
    path = folder / f"a{READERS[name].suffixes[0]}"
    path.write_bytes(data or b" ")
    found: list[Article | Unread] = []
    taken = seconds(lambda: found.extend(read_articles([path])), times=1)
    assert taken < BUDGET, f"it took {taken:.0f} seconds"
    assert found, "it is lost without a line"
    for item in found:
        check_item(item, path)
    if len(data) % AGAIN == 0:
        assert list(read_articles([path])) == found, "read again it is another"


def check_item(item: Article | Unread, path: Path) -> None:
    """An article can be stored and shown, a line on what was not read tells why and what to do."""
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, str):
            value.encode("utf-8")
            assert "\0" not in value, f"NUL in {field.name}"
    if isinstance(item, Unread):
        assert item.reason, "no reason"
        assert item.cure, f"no cure: {item.reason}"
        assert "\n" not in item.reason, f"a reason of several lines: {item.reason!r}"
        assert len(item.reason) < 500, f"a reason without end: {item.reason[:500]!r}"
        assert item.path.startswith(str(path)) or is_web(item.path), f"another path: {item.path!r}"
    else:
        check_article(item)


def check_article(article: Article) -> None:
    """It holds words, and its zones stand inside them, in order, apart."""
    assert article.text.strip(), "no text"
    assert article.article_id, "no id"
    assert article.sha256, "no sum"
    for zone in article.zones:
        assert 0 <= zone.start < zone.end <= len(article.text), f"a zone outside: {zone}"
        words = article.text[zone.start : zone.end]
        assert words == words.strip(), f"a zone with white space at its ends: {words[:40]!r}"
    assert all(left.end <= right.start for left, right in pairwise(article.zones)), "zones overlap"
