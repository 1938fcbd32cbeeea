"""Parsed paragraphs for this room's tests."""

from collections.abc import Sequence

from tests.factory import article
from tracker.extract.frames import Frame, find_frames
from tracker.extract.parse import Passage, Token, parse
from tracker.extract.quotations import find_quotations
from tracker.model import Span, Zone


def passages(text: str, *, published: str = "2024-03-15") -> tuple[Passage, ...]:
    """The paragraphs of a text, one a line."""
    return parse(article(text, published=published))


def passage(text: str, *, zone: str = "body") -> Passage:
    """One paragraph."""
    (found,) = parse(article(text, zones=(Zone(start=0, end=len(text), kind=zone),)))
    return found


def token(text: str, word: str) -> Token:
    """The first token that is ``word``, as it stands in its sentence."""
    return next(each for each in passage(text).doc if each.text == word)


def frames(text: str, *, zone: str = "body") -> list[Frame]:
    """The attributions of one paragraph."""
    return find_frames(passage(text, zone=zone), find_quotations(text))


def printed(passage: Passage, span: Span | None) -> str:
    """The characters of a stretch; empty where there is none."""
    return passage.article.text[span.start : span.end] if span is not None else ""


def told(found: Sequence[Frame]) -> list[tuple[str, str, list[str]]]:
    """Source, cue and the pieces of what is said, as printed; whether a sentence's stop stays is no matter."""
    return [
        (
            printed(frame.passage, frame.source),
            printed(frame.passage, frame.cue_span),
            [printed(frame.passage, piece).rstrip(".") for piece in frame.fragments],
        )
        for frame in found
    ]
