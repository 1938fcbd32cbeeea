"""Marks laid over a paragraph: nested where they nest, broken and taken up again where they cross.

The text is cut into stretches and every stretch is escaped on its own; no mark-up is ever edited, so no offset can
slip and nothing in an article can become mark-up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tracker.model import Span
from tracker.report.article_pages import Mark, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark and the stretch of the text it covers."""

    span: Span
    mark: Mark


def lay(text: str, paragraph: Span, marks: Iterable[Placed]) -> Iterator[Stretch]:
    """A paragraph as stretches, each saying which marks open before it and how many close after it."""
    inside = [clipped for placed in marks if (clipped := _clip(placed, paragraph))]
    if not inside:
        yield Stretch(opens=(), text=text[paragraph.start : paragraph.end], closes=0)
        return
    begins: dict[int, list[Placed]] = defaultdict(list)
    edges = {paragraph.start, paragraph.end}
    for placed in sorted(inside, key=_outermost_first):
        begins[placed.span.start].append(placed)
        edges.update((placed.span.start, placed.span.end))
    under: list[Placed] = []  # the marks that are open, outermost first
    resumed: list[Placed] = []
    for start, end in pairwise(sorted(edges)):
        opened = [*resumed, *begins.get(start, ())]
        opened.sort(key=_furthest_first)
        under += opened
        keep = 0
        while keep < len(under) and under[keep].span.end > end:
            keep += 1
        shut = under[keep:]
        del under[keep:]
        resumed = [_resumed(each) for each in shut if each.span.end > end]
        yield Stretch(opens=tuple(each.mark for each in opened), text=text[start:end], closes=len(shut))


def _outermost_first(placed: Placed) -> tuple[int, int, str, str]:
    return placed.span.start, -placed.span.end, placed.mark.kind, placed.mark.anchor


def _furthest_first(placed: Placed) -> int:
    return -placed.span.end


def _clip(placed: Placed, paragraph: Span) -> Placed | None:
    if paragraph.holds(placed.span) and placed.span.start < placed.span.end:
        return placed
    start, end = max(placed.span.start, paragraph.start), min(placed.span.end, paragraph.end)
    return replace(placed, span=Span(start=start, end=end)) if start < end else None


def _resumed(placed: Placed) -> Placed:
    """The same mark, going on: an id stands once in a page."""
    return replace(placed, mark=Mark(kind=placed.mark.kind))
