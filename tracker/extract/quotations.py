"""Quotations: a small machine that walks the marks of a paragraph, and forgets them at its end.

Pairs are typed, so one stray mark spoils its own paragraph and no other. A paragraph that opens a quotation and never
closes it hands it on to a next paragraph that opens one too (the convention of long statements). Single marks count
only where they open after a space and close before one, which leaves apostrophes and possessives alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tracker.lexicon import words
from tracker.model import Span

# Opening mark to closing mark. Straight marks close themselves; two straight apostrophes are some papers' quote.
PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“", "''": "''", "``": "''", "‘": "’", "'": "'"}
SINGLE = {"‘", "'"}
OPENING = {"”": "“", "’": "‘", "»": "«", '"': '"', "'": "'"}
# A closing mark of any kind behind a stop or a comma.
MIXED = re.compile(r"""[,.!?]["”’'»](?=\s|$)""")
_MARK = re.compile(f"[{''.join({mark[0] for mark in PAIRS})}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Quoted words without their marks; ``open`` where the paragraph ends before the closing mark."""

    span: Span
    outer: Span
    open: bool = False

    @property
    def width(self) -> int:
        """How many characters stand between the marks."""
        return self.span.end - self.span.start


def find_quotations(text: str, start: int = 0) -> tuple[Quotation, ...]:
    """The quotations of one paragraph; ``start`` is the paragraph's place in its article. Never nested, in order."""
    return tuple(_walk(text, start))


def _walk(text: str, base: int) -> Iterator[Quotation]:
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.start()
        opening = _opening(text, at)
        if opening is None:
            at += 1
            continue
        first = at + len(opening)
        last = _closing(text, first, opening)
        if last is None and (opening in SINGLE or opening in ("''", "``")):
            at = first
            continue
        if last is None and (slip := _slip(text, first)) is not None:
            # Another mark, or none, stands where the closing one should: the words end there.
            yield Quotation(
                span=Span(start=base + first, end=base + slip), outer=Span(start=base + at, end=base + slip)
            )
            at = slip
            continue
        end = len(text.rstrip()) if last is None else last
        outer_end = end if last is None else last + len(PAIRS[opening])
        if end > first:
            inner = Span(start=base + first, end=base + end)
            yield Quotation(span=inner, outer=Span(start=base + at, end=base + outer_end), open=last is None)
        at = max(outer_end, first)


def _opening(text: str, at: int) -> str | None:
    """The opening mark at a place; a straight or single mark opens only before a word and after none."""
    for mark in ("''", "``", "“", "«", "„", '"', "‘", "'"):
        if not text.startswith(mark, at):
            continue
        before = text[at - 1] if at else " "
        after = text[at + len(mark) : at + len(mark) + 1]
        if mark in ("“", "«", "„") or (not before.isalnum() and after and not after.isspace()):
            return mark
        return None
    return None


def _closing(text: str, start: int, opening: str) -> int | None:
    mark, at = PAIRS[opening], start
    while (at := text.find(mark, at)) >= 0:
        after = text[at + len(mark) : at + len(mark) + 1]
        if opening not in SINGLE or (not after.isalnum() and not text[at - 1].isspace()):
            return at
        at += len(mark)
    return None


def _slip(text: str, start: int) -> int | None:
    """Where quoted words end whose closing mark is of another kind, or was forgotten before "…, he said"."""
    for found in MIXED.finditer(text, start):
        mark = text[found.start() + 1]
        if OPENING[mark] not in text[start : found.start()]:
            return found.start() + 1
    forgotten = _forgotten().search(text, start)
    return forgotten.start() + 1 if forgotten is not None else None


@cache
def _forgotten() -> re.Pattern[str]:
    """A comma with a verb of saying and who says it behind: ", he said", ", said the mayor"."""
    said = "|".join(sorted(words("cues", "saying", "past")))
    return re.compile(rf",(?= (?:{said}) |(?: [\w.'-]+){{1,4}} (?:{said})\b)")


def inside(quotations: Sequence[Quotation], span: Span) -> Quotation | None:
    """The quotation that holds a stretch of text, if any."""
    return next((quotation for quotation in quotations if quotation.outer.holds(span)), None)
