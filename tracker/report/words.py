"""The exact words of a claim, cut from its article with a little context, and marked."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from tracker.model import Article, Claim, Span
from tracker.report.pages import Piece, Quote

# A quotation needs its sentence and some context, and no more: a report is published, and what it quotes belongs to
# others. Three hundred characters are two or three sentences of news English.
WINDOW = 300

# Two quotations are marked word by word only if they share at least this part of their words. Two reports written
# apart share few, and with nearly every word marked the eye finds nothing.
ALIKE = 0.5

# Longer quotations than this many words are not shown whole, and matching them takes time in proportion to its square.
LONGEST_ALIKE = 150

Marks = Sequence[tuple[Span, str]]

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+")
# "Gen. Smith", "the U.S. navy", "No. 4": a stop after a short word with a capital may be no end. Where it was one after
# all ("in Kyiv. The"), two sentences are shown for one.
_SHORT = re.compile(r"\b[A-Z][A-Za-z]{0,3}$")
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")


def quote(article: Article | None, claim: Claim, focus: Span | None, *, differing: Sequence[Span] = ()) -> Quote:
    """The words of a claim in their place; without the article, the claim's own text.

    ``focus`` (a figure, an account) is marked and always in view; ``differing`` are words the other side has not.
    """
    if article is None or not 0 <= claim.start < claim.end <= len(article.text):
        return Quote(pieces=(Piece(text=claim.text[:WINDOW], kinds=("claim",)),), cut_after=len(claim.text) > WINDOW)
    sentences = _sentences(article.text, _paragraph(article, focus or claim_span(claim)))
    view = window(sentences, claim_span(claim), focus or claim_span(claim), article.text)
    marks = [*_marks(claim, focus), *((span, "differs") for span in differing)]
    return Quote(
        pieces=cut(article.text, view, marks),
        cut_before=view.start not in {sentence.start for sentence in sentences},
        cut_after=view.end not in {sentence.end for sentence in sentences},
    )


def claim_span(claim: Claim) -> Span:
    """Where a claim stands."""
    return Span(start=claim.start, end=claim.end)


def window(sentences: Sequence[Span], core: Span, focus: Span, text: str) -> Span:
    """The sentences of ``core``, more of them while they fit; where one is too long, the words around ``focus``."""
    inside = [i for i, sentence in enumerate(sentences) if sentence.meets(core)] or [0]
    first, last = inside[0], inside[-1]
    if sentences[last].end - sentences[first].start > WINDOW:
        return _around(focus, sentences[first].start, sentences[last].end, text)
    if first > 0 and sentences[last].end - sentences[first - 1].start <= WINDOW:
        first -= 1
    if last + 1 < len(sentences) and sentences[last + 1].end - sentences[first].start <= WINDOW:
        last += 1
    return Span(start=sentences[first].start, end=sentences[last].end)


def cut(text: str, view: Span, marks: Marks) -> tuple[Piece, ...]:
    """The text of ``view`` in pieces, each with the kinds of all marks that cover it."""
    shown = [(span, kind) for span, kind in marks if span.meets(view)]
    edges = {view.start, view.end} | {place for span, _ in shown for place in (span.start, span.end)}
    places = sorted(place for place in edges if view.start <= place <= view.end)
    return tuple(_piece(text, Span(start=a, end=b), shown) for a, b in pairwise(places))


def differing_words(left: str, right: str) -> tuple[list[Span], list[Span]]:
    """The words of each text that the other has not, if the two are much alike; else none on either side."""
    ours, theirs = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    if max(len(ours), len(theirs)) > LONGEST_ALIKE:
        return [], []
    matcher = SequenceMatcher(None, [w[0].casefold() for w in ours], [w[0].casefold() for w in theirs], autojunk=False)
    if matcher.ratio() < ALIKE:
        return [], []
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        [_stretch(ours[a:b]) for _, a, b, _, _ in changes if a < b],
        [_stretch(theirs[a:b]) for _, _, _, a, b in changes if a < b],
    )


def _stretch(words: Sequence[re.Match[str]]) -> Span:
    return Span(start=words[0].start(), end=words[-1].end())


def _piece(text: str, span: Span, marks: Marks) -> Piece:
    kinds = dict.fromkeys(kind for covered, kind in marks if covered.holds(span))
    return Piece(text=text[span.start : span.end], kinds=tuple(kinds))


def _marks(claim: Claim, focus: Span | None) -> Iterator[tuple[Span, str]]:
    whole = claim_span(claim)
    yield from ((part, "claim") for part in claim.fragments or (whole,))
    if 0 <= claim.source_start < claim.source_end:
        yield Span(start=claim.source_start, end=claim.source_end), "source"
    if 0 <= claim.cue_start < claim.cue_end:
        yield Span(start=claim.cue_start, end=claim.cue_end), "cue"
    if focus and not focus.holds(whole):  # a mark on everything marks nothing
        yield focus, "figure"


def _paragraph(article: Article, place: Span) -> Span:
    """The paragraph a place stands in; where zones are not known, its line."""
    at = bisect_right(article.zones, place.start, key=lambda zone: zone.start) - 1
    if at >= 0 and place.start < article.zones[at].end <= len(article.text):
        return Span(start=article.zones[at].start, end=article.zones[at].end)
    end = article.text.find("\n", place.start)
    return Span(start=article.text.rfind("\n", 0, place.start) + 1, end=end if end > place.start else len(article.text))


def _sentences(text: str, paragraph: Span) -> list[Span]:
    """A paragraph cut after full stops: good enough to choose what to show, and nothing else rests on it."""
    found = _SENTENCE_END.finditer(text, paragraph.start, paragraph.end)
    ends = [match.end() for match in found if match.end() != paragraph.end and not _abbreviates(text, match.start())]
    starts = [paragraph.start, *ends]
    return [_trimmed(text, a, b) for a, b in zip(starts, [*ends, paragraph.end], strict=True)]


def _abbreviates(text: str, stop: int) -> bool:
    return text[stop] == "." and bool(_SHORT.search(text, max(0, stop - 5), stop))


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=start + len(text[start:end].rstrip()))


def _around(focus: Span, low: int, high: int, text: str) -> Span:
    """About ``WINDOW`` characters with the focus in the middle, from a space to a space."""
    start = max(low, min((focus.start + focus.end - WINDOW) // 2, focus.start))
    end = min(high, start + WINDOW)
    start = max(low, end - WINDOW, 0) if end - start < WINDOW and focus.end <= end else start
    if start > low:
        space = text.find(" ", start, focus.start)
        start = space + 1 if space >= 0 else start
    if end < high:
        space = text.rfind(" ", focus.end, end)
        end = space if space >= 0 else end
    return Span(start=start, end=end)
