"""Quotations and the frames they lean on: beside “he said”, after “said in a statement:”, or loose behind one."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import merge
from tracker.extract.parse import Passage, Token
from tracker.extract.quotations import Quotation
from tracker.lexicon import words
from tracker.model import Span

# More words in capitals than these are a headline rather than a title.
LONGEST_TITLE = 6


def touching(passage: Passage, long: Sequence[Quotation], cue: Span, source: Span | None, token: Token) -> list[Span]:
    """The quotations that lean on a frame: nothing but marks, or a few words of address and time, between them.

    Leave ``source`` out where the verb shares another verb's subject: what stands beside that is the other verb's.
    """
    hull = Span(
        start=min(cue.start, source.start if source else cue.start), end=max(cue.end, source.end if source else cue.end)
    )
    text = passage.article.text
    found = []
    for quotation in long:
        if is_title(text, quotation):
            continue
        if quotation.outer.end <= hull.start:
            between = text[quotation.outer.end : hull.start]
            if not any(char.isalnum() for char in between) and not _turns_away(text, quotation, token, source):
                found.append(quotation.span)
        elif quotation.outer.start >= hull.end and _leads_to_quotation(text[hull.end : quotation.outer.start]):
            found.append(quotation.span)
    return found


def _turns_away(text: str, quotation: Quotation, verb: Token, source: Span | None) -> bool:
    """Does a verb behind quoted words say other words: "… “fantastic,” telling them that …"?"""
    if source is None and verb.tag_ == "VBG":
        return True
    that = any(
        child.dep_ == "ccomp" and child.i > verb.i and any(word.lower_ == "that" for word in child.children)
        for child in verb.children
    )
    return that or (_closed(text, quotation) and _goes_on(verb))


def is_title(text: str, quotation: Quotation) -> bool:
    """Are the quoted words a title ("Good Morning Leeds"): a few words, all with capitals, no stop?"""
    said = text[quotation.span.start : quotation.span.end]
    found = said.strip(" ,").split()
    if not 2 <= len(found) <= LONGEST_TITLE or said.rstrip().endswith((".", "!", "?")):
        return False
    return all(word[:1].isupper() or word.lower() in words("cues", "titles", "small") for word in found)


def _closed(text: str, quotation: Quotation) -> bool:
    """Does a full stop stand at the end of quoted words, so that what follows is a sentence of its own?"""
    return text[quotation.span.start : quotation.span.end].rstrip().endswith(".") or text[
        quotation.outer.end : quotation.outer.end + 1
    ] in (".", ";")


def _goes_on(verb: Token) -> bool:
    """Does a verb have words of its own after it, a clause or an object, so that it needs no quotation before it?"""
    return any(child.i > verb.i and child.dep_ in ("ccomp", "xcomp", "dobj", "oprd") for child in verb.children)


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
