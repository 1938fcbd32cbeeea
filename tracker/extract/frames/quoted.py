"""Quotations and the frames they lean on: beside “he said”, after “said in a statement:”, or loose behind one."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import merge
from tracker.extract.parse import Passage, Token
from tracker.extract.quotations import Quotation
from tracker.model import Span


def touching(
    passage: Passage, long: Sequence[Quotation], cue: Span, source: Span | None, token: Token
) -> tuple[Span, ...]:
    """The quotations that lean on a frame: nothing but marks, or a few words of address and time, between them."""
    hull = Span(
        start=min(cue.start, source.start if source else cue.start), end=max(cue.end, source.end if source else cue.end)
    )
    found = []
    for quotation in long:
        if quotation.outer.end <= hull.start:
            between = passage.article.text[quotation.outer.end : hull.start]
            if not any(char.isalnum() for char in between):
                found.append(quotation.span)
        elif quotation.outer.start >= hull.end:
            between = passage.article.text[hull.end : quotation.outer.start]
            if _leads_to_quotation(between):
                found.append(quotation.span)
    return tuple(found)


def _leads_to_quotation(between: str) -> bool:
    """ "said: “", "told the BBC, “", "said in a statement: “"; a sentence's end breaks the lead."""
    if "." in between.strip() and not between.strip().endswith((",", ":")):
        return False
    count = len(between.split())
    return count <= 2 or (count <= 12 and between.rstrip().endswith((":", ",")) and ". " not in between)


def with_loose_quotations(frame: Frame, frames: Sequence[Frame], long: Sequence[Quotation]) -> Frame:
    """Quotations of the same paragraph that follow a quoted frame and lean on no other: “A,” he said. “B.”"""
    if not any(quotation.span.meets(span) for quotation in long for span in frame.fragments):
        return frame
    following = next(
        (other.hull.start for other in frames if other.hull.start > frame.hull.end and other is not frame), None
    )
    held = [span for other in frames for span in other.fragments]
    more = []
    for quotation in long:
        if quotation.outer.start < frame.hull.end or any(span.meets(quotation.span) for span in held):
            continue
        if following is not None and quotation.outer.start > following:
            break
        before = frame.passage.article.text[frame.hull.end : quotation.outer.start]
        if _starts_sentence(before):
            more.append(quotation.span)
    return replace(frame, fragments=merge([*frame.fragments, *more])) if more else frame


def _starts_sentence(before: str) -> bool:
    """Does a quotation open a sentence of its own, or go on after a comma?"""
    return before.rstrip().endswith((".", ",", "”", '"', "’’", "''", "?", "!", ":", ";")) or not before.strip()
