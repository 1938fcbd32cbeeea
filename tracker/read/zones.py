"""The paragraphs of a text and what each is: headline, byline, caption, body, or dropped.

Each step takes the zones so far and returns them with some decided; what no step claims is body. Zones never
overlap, stand in order, and have no white space at their ends. Nothing is cut from the text itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from tracker.model import Span, Zone
from tracker.read.furniture import UNDECIDED, fold, is_comment_heading, is_link_heading, judge

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")

# A paragraph that ends like this is a sentence; a headline or a caption without its credit often is not. The dash is
# that of a dateline on a line of its own.
_SENTENCE = re.compile(r"[.!?…:;,–—-][\"”’')\]»*_]*$")

# "Who shelled the market?" is a headline when nothing else in it ends a sentence.
_ASKS = re.compile(r"[^.!?]{8,150}[!?][\"”’']?$")

_BULLETS = ("- ", "– ", "• ", "· ", "* ")

# A headline, a second deck and a doubled copy; more short lines than that are a list, not headlines.
_MOST_HEADLINES = 3
_LONGEST_HEADLINE = 40

# Fewer words than this are a crosshead ("What we know"), not a caption, nor worth dropping where repeated.
_SHORTEST_CAPTION = 6
_SHORTEST_REPEAT = 5


def find_zones(
    text: str, *, start: int = 0, title: str = "", known: Mapping[int, str] | None = None
) -> tuple[Zone, ...]:
    """The zones of ``text`` from ``start`` on.

    ``title`` tells the headline where the text prints it; ``known`` gives the kind of paragraphs, by their start,
    that the reader was told by the file: a page's own captions, beside which no others are looked for.
    """
    zones = list(chain.from_iterable(_judge(text, span, known or {}) for span in _paragraphs(text, start)))
    zones = _drop_comments(text, zones)
    zones = _drop_links(text, zones)
    zones = _find_headlines(text, zones, fold(title))
    zones = zones if known else _spread_captions(text, zones)
    zones = _drop_repeats(text, zones)
    return tuple(_as(zone, zone.kind or "body") for zone in zones)


def _as(zone: Zone, kind: str) -> Zone:
    return zone if zone.kind == kind else Zone(start=zone.start, end=zone.end, kind=kind)


def _judge(text: str, span: Span, known: Mapping[int, str]) -> Iterator[Zone]:
    """A paragraph judged alone; what the file tells of it goes first, but a told caption still sheds its credit."""
    told = known.get(span.start, UNDECIDED)
    seen = judge(text[span.start : span.end])
    if told and not (told == "caption" and any(zone.kind in ("caption", "dropped") for zone in seen)):
        seen = (Zone(start=0, end=span.end - span.start, kind=told),)
    pieces = (Zone(start=span.start + zone.start, end=span.start + zone.end, kind=zone.kind) for zone in seen)
    return (trimmed for piece in pieces if (trimmed := _trim(text, piece)))


def _trim(text: str, zone: Zone) -> Zone | None:
    words = text[zone.start : zone.end]
    start, end = zone.start + len(words) - len(words.lstrip()), zone.start + len(words.rstrip())
    return Zone(start=start, end=end, kind=zone.kind) if start < end else None


# --- Paragraphs ---


def _paragraphs(text: str, start: int) -> list[Span]:
    """The lines of the text; in text wrapped at a fixed width, the blocks between blank lines."""
    lines = [span for found in _LINE.finditer(text, start) if (span := _line(text, found))]
    return _unwrap(text, lines)


def _line(text: str, found: re.Match[str]) -> Span | None:
    start, end = found.span()
    heading = _MARKDOWN_HEADING.match(text, start, end)
    zone = _trim(text, Zone(start=heading.end() if heading else start, end=end, kind=UNDECIDED))
    return Span(start=zone.start, end=zone.end) if zone else None


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    """Join the lines of a paragraph that a mail program or a wire broke at a fixed width.

    The sign of such a text: no line is long, and (nearly) every line break within a block stands where the next word
    would not have fitted. A text whose paragraphs are lines has many breaks where it would.
    """
    width = max((line.end - line.start for line in lines), default=0)
    breaks = [pair for pair in pairwise(lines) if _same_block(text, *pair)]
    forced = {right.start for left, right in breaks if _is_forced(text, left, right, width)}
    if not 40 <= width <= 100 or len(breaks) < 4 or len(forced) < 0.9 * len(breaks):
        return lines
    joined: list[Span] = []
    for line in lines:
        start = joined.pop().start if line.start in forced else line.start
        joined.append(Span(start=start, end=line.end))
    return joined


def _same_block(text: str, left: Span, right: Span) -> bool:
    return len(re.findall(r"\r\n|[\n\r]", text[left.end : right.start])) == 1


def _is_forced(text: str, left: Span, right: Span, width: int) -> bool:
    word = text[right.start : right.end].split(maxsplit=1)[0]
    return left.end - left.start + 1 + len(word) > width


# --- What a paragraph is among its neighbours ---


def _words(text: str, zone: Zone) -> str:
    return text[zone.start : zone.end]


def _drop_comments(text: str, zones: list[Zone]) -> list[Zone]:
    """Readers speak below a comment form. Only in the second half of a text: higher up it is a link to the form."""
    opens = (zone.start for zone in zones if zone.start * 2 > len(text) and is_comment_heading(_words(text, zone)))
    border = next(opens, len(text))
    return [_as(zone, "dropped") if zone.start >= border else zone for zone in zones]


def _drop_links(text: str, zones: list[Zone]) -> list[Zone]:
    """What stands below "Read more:" and ends no sentence is the headline of another article, up to what does end one.

    Only where reporting stands above: at the top of a page the headline itself follows "Latest news".
    """
    begun = listed = False
    marked: list[Zone] = []
    for zone in zones:
        words = _words(text, zone)
        is_sentence = zone.kind == UNDECIDED and bool(_SENTENCE.search(words))
        listed = begun and (is_link_heading(words) or (listed and not is_sentence))
        begun = begun or is_sentence
        marked.append(_as(zone, "dropped") if listed and zone.kind == UNDECIDED else zone)
    return marked


def _find_headlines(text: str, zones: list[Zone], title: str) -> list[Zone]:
    """The short lines without a final stop before the first sentence, where sentences follow; the title itself."""
    undecided = [zone for zone in zones if zone.kind == UNDECIDED]
    leading = list(_leading(text, zones, title))
    if len(leading) == len(undecided):
        leading = [zone for zone in leading if fold(_words(text, zone)) == title]
    return [_as(zone, "headline") if zone in leading else zone for zone in zones]


def _leading(text: str, zones: Iterable[Zone], title: str) -> Iterator[Zone]:
    left = _MOST_HEADLINES
    for zone in zones:
        if zone.kind == "caption" or (zone.kind == UNDECIDED and not (left and _heads(_words(text, zone), title))):
            return
        if zone.kind == UNDECIDED:
            left -= 1
            yield zone


def _heads(words: str, title: str) -> bool:
    if title and fold(words) == title:
        return True
    if words.startswith(_BULLETS) or len(words) > 400 or len(words.split()) > _LONGEST_HEADLINE:
        return False
    return not _SENTENCE.search(words) or bool(_ASKS.fullmatch(words))


def _spread_captions(text: str, zones: list[Zone]) -> list[Zone]:
    """Captions come in runs, and only some have a credit to tell them: a line without final stop beside one is one."""
    kept = [index for index, zone in enumerate(zones) if zone.kind != "dropped"]
    marked = list(zones)
    for order in (kept, kept[::-1]):
        for before, index in pairwise(order):
            if marked[before].kind == "caption" and _is_caption_like(text, marked[index]):
                marked[index] = _as(marked[index], "caption")
    return marked


def _is_caption_like(text: str, zone: Zone) -> bool:
    words = _words(text, zone) if zone.kind == UNDECIDED and zone.end - zone.start < 400 else ""
    return len(words.split()) >= _SHORTEST_CAPTION and not _SENTENCE.search(words)


def _drop_repeats(text: str, zones: list[Zone]) -> list[Zone]:
    """A headline, caption or pull quote printed twice is read once: the second copy is dropped."""
    seen: set[str] = set()
    return [_as(zone, "dropped") if _is_repeat(text, zone, seen) else zone for zone in zones]


def _is_repeat(text: str, zone: Zone, seen: set[str]) -> bool:
    """Has the paragraph been printed before? Puts it among those ``seen``."""
    words = fold(_words(text, zone))
    if zone.kind == "dropped" or (zone.kind != "headline" and len(words.split()) < _SHORTEST_REPEAT):
        return False
    repeated = words in seen
    seen.add(words)
    return repeated
