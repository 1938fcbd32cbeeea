"""Feeds (RSS, Atom): one article an entry, with the whole text where the feed has it, else with its summary.

An entry that has a summary only is named so in its path ("feed.xml#3 (summary)"), and the feed gets a note.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from tracker.errors import UnreadableError
from tracker.model import Article, Unread
from tracker.read.dates import iso_date
from tracker.read.decode import admit, decode
from tracker.read.inputs import Input, broken
from tracker.read.layout import Block, lay_out, under
from tracker.read.limits import LONGEST_NAME, MOST_ATTRIBUTES
from tracker.read.page import scan_page
from tracker.read.reader import Items, need

# What a feed says of its encoding, as XML must at its very beginning (XML 1.0, 2.8).
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"\A\s*<\?xml\s[^>]{0,400}>")

# The elements that hold the name of a person or an office, in RSS, Atom, Dublin Core and iTunes.
_NAMED = re.compile(
    r"<(/?)(?:[\w.-]{1,40}:)?(author|creator|contributor|name|email|managingEditor|webMaster|owner|publisher)\b"
    r"[^<>]*(?<!/)>",
    re.IGNORECASE,
)

_FEED = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)

# A tag from its name to its last attribute: in XML no "<" stands inside one, so a broken one ends at the next.
_TAG = re.compile(r"<[A-Za-z](?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*")

# A description of this many words is the whole of a short report; teasers are a sentence or two.
_WHOLE = 120

_AGAIN = "Download the feed again"


def is_feed(head: bytes) -> bool:
    """XML whose outermost element is that of RSS 2.0, Atom (RFC 4287) or RSS 1.0."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return plain.startswith(b"<") and bool(_FEED.search(plain))


def read_feed(found: Input) -> Items:
    """The entries of a feed in its order, which is mostly the newest first; where the web may be asked, whole."""
    data = found.read()
    declared = _ENCODING.match(data)
    decoded = decode(data, declared=found.charset or (declared[1].decode("ascii") if declared else ""))
    feed = _parse(decoded.text.replace("\0", ""))
    short = 0
    for number, entry in enumerate(feed.entries, start=1):
        words, whole = _words(entry)
        if not whole and found.fetch and (page := _page(found, _address(entry))):
            yield page
            continue
        short += not whole
        path = f"{found.path}#{number}{'' if whole else ' (summary)'}"
        yield _article(entry, words, path, publisher=_text(feed.feed, "title"), language=_text(feed.feed, "language"))
    if short:
        reason = f"the feed was read, but it holds only summaries of {short} of its {len(feed.entries)} articles"
        yield Unread(path=found.path, reason=reason, cure="Give --fetch to read the articles themselves, or save them")
    yield from admit(decoded, found.path)


def _page(found: Input, address: str) -> Input | None:
    """The article that a summary leads to; none where it cannot be had, as the summary is better than nothing."""
    try:
        return found.linked(address) if address else None
    except UnreadableError:
        return None


def _parse(text: str) -> Any:
    """What feedparser makes of it. It is handed a stream: bytes it would take for an address to fetch, or a name.

    Its search for an encoding takes hours on a feed of one line that names many, so it is told ours, and the line
    that names one is gone; what stands first in its stream is a line break, behind which it looks for none.
    """
    _check(text)
    feedparser = need("feedparser", "feeds")
    plain = "\n" + _DECLARATION.sub("", text, count=1)
    try:
        feed = feedparser.parse(
            io.BytesIO(plain.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise broken(error, "the feed") from error
    if not feed.entries and feed.bozo:
        raise broken(feed.bozo_exception, "the feed")
    return feed


def _check(text: str) -> None:
    """Raise UnreadableError where a feed is made to fill memory or to take hours."""
    if "<!ENTITY" in text:
        raise UnreadableError("its XML defines entities, as files made to fill memory do", _AGAIN)
    if any(tag[0].count("=") > MOST_ATTRIBUTES for tag in _TAG.finditer(text)):
        reason = f"one of its tags has more than {MOST_ATTRIBUTES} attributes, as files made to take hours do"
        raise UnreadableError(reason, _AGAIN)
    if max(_names(text), default=0) > LONGEST_NAME:
        raise UnreadableError("it holds a name without end, as files made to take hours do", _AGAIN)


def _names(text: str) -> Iterator[int]:
    """The length of each element that holds a name, from its tag to the next such tag; of the last, to the end."""
    tags = list(_NAMED.finditer(text))
    for tag, following in pairwise(tags):
        if not tag[1]:
            yield following.start() - tag.end()
    if tags and not tags[-1][1]:
        yield len(text) - tags[-1].end()


def _text(told: Mapping[str, Any], key: str) -> str:
    value = told.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _words(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest text of an entry, as HTML, and whether it is the article and not a summary."""
    contents = [content.get("value") or "" for content in entry.get("content") or ()]
    content, summary = max(contents, key=len, default=""), entry.get("summary") or ""
    words = content if len(content) >= len(summary) else summary
    return words, bool(contents and words == content) or len(words.split()) >= _WHOLE


def _article(entry: Mapping[str, Any], words: str, path: str, *, publisher: str, language: str) -> Article:
    title = _plain(_text(entry, "title"))
    laid = lay_out(under(title, _blocks(words)), title=title)
    source = entry.get("source")
    return Article(
        article_id="",
        path=path,
        url=_address(entry),
        publisher=_plain((_text(source, "title") if isinstance(source, Mapping) else "") or publisher),
        title=title,
        author=_plain(_text(entry, "author")),
        published=_moment(entry, "published") or _moment(entry, "updated"),
        language=language,
        text=laid.text,
        zones=laid.zones,
    )


def _blocks(words: str) -> tuple[Block, ...]:
    """The paragraphs of an entry, whether it is HTML or plain."""
    return scan_page(words).blocks


def _plain(words: str) -> str:
    """Titles are HTML in Atom, and in RSS by habit."""
    return " ".join(block.words for block in _blocks(words)) if "<" in words or "&" in words else words


def _address(entry: Mapping[str, Any]) -> str:
    """Only web addresses: a feed's word goes into a report, where ``javascript:`` has no business."""
    link = _text(entry, "link")
    return link if link.lower().startswith(("http://", "https://")) else ""


def _moment(entry: Mapping[str, Any], key: str) -> str:
    """As printed, with its time zone; where only the library can tell it, as it tells it, in UTC."""
    if key not in entry:  # asked for "updated", the library gives "published", with a warning
        return ""
    printed, parsed = _text(entry, key), entry.get(f"{key}_parsed")
    if iso_date(printed) or not parsed:
        return printed
    year, month, day, hour, minute, second = parsed[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC).isoformat()
