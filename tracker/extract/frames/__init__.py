"""Frames: the place in a sentence where a source, a cue and the words said meet.

One file a construction, each giving frames of its kind; ``find_frames`` asks them all and keeps, for every cue, the
first that answers. A frame holds tokens and spans, no names: who is meant by "they" is ``sources``' work.
"""

from collections.abc import Iterator, Sequence

from tracker.extract.frames.according import according
from tracker.extract.frames.colons import colon_frames
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.nouns import noun_frame
from tracker.extract.frames.quoted import with_loose_quotations
from tracker.extract.frames.relays import relayed
from tracker.extract.frames.unproven import unproven_frame
from tracker.extract.frames.verbs import closing_frame, verb_frame
from tracker.extract.parse import Passage, Sentence
from tracker.extract.quotations import Quotation, inside
from tracker.model import Span

__all__ = ["Frame", "find_frames"]

# A quotation of fewer characters is a term or a title, not a statement.
SHORT_QUOTE = 12
# What a cue can be taken for, besides "according" and "without".
CUES = {"VERB", "AUX", "NOUN", "PROPN"}


def find_frames(passage: Passage, quotations: Sequence[Quotation]) -> list[Frame]:
    """The attributions of one paragraph, in the order of their cues."""
    long = [quotation for quotation in quotations if quotation.width >= SHORT_QUOTE or _said_whole(passage, quotation)]
    found = [frame for sentence in passage.doc.sents for frame in _sentence_frames(passage, sentence, quotations, long)]
    found = _told_once(relayed(found))
    found += colon_frames(passage, found, long)
    found = [with_loose_quotations(frame, found, long) for frame in found]
    return sorted(found, key=lambda frame: frame.cue_span.start)


def _told_once(frames: list[Frame]) -> list[Frame]:
    """Without a frame that points back at words which another source is given for: "He repeated this"."""
    held = [span for frame in frames if frame.rule != "points back" for span in frame.fragments]
    return [frame for frame in frames if frame.otherwise or frame.rule != "points back" or not _meets(frame, held)]


def _meets(frame: Frame, spans: Sequence[Span]) -> bool:
    return any(span.meets(own) for own in frame.fragments for span in spans)


def _said_whole(passage: Passage, quotation: Quotation) -> bool:
    """ "“Absolutely,” he said": the mark inside the quotation shows that the words were said, however few."""
    return passage.article.text[quotation.span.start : quotation.span.end].rstrip().endswith((",", "?", "!"))


def _sentence_frames(
    passage: Passage, sentence: Sentence, quotations: Sequence[Quotation], long: Sequence[Quotation]
) -> Iterator[Frame]:
    for token in sentence:
        if token.pos_ not in CUES and token.lower_ not in ("according", "without"):
            continue
        if long and inside(long, passage.place(token)):
            continue
        frame = (
            according(passage, sentence, token)
            or unproven_frame(passage, token)
            or verb_frame(passage, sentence, token, long)
            or noun_frame(passage, sentence, token)
            or closing_frame(passage, sentence, token)
        )
        if frame is not None and frame.fragments:
            yield frame
