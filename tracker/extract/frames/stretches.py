"""Stretches of text cut to size: a mention with its modifiers, a cue with its auxiliaries, a clause less its frame."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from tracker.extract.parse import Passage, Sentence, Token
from tracker.lexicon import words
from tracker.model import Span

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}


def noun_phrase(passage: Passage, head: Token) -> Span:
    """A mention with its modifiers and appositions, without a relative clause and the marks at its ends."""
    dropped = {
        word
        for child in head.children
        if child.i > head.i and (child.dep_ in ("relcl", "acl", "punct") or _tells_when(child))
        for word in child.subtree
    }
    tokens = [word for word in head.subtree if word not in dropped and not word.is_space]
    tokens = _contiguous(tokens, head)
    while len(tokens) > 1 and tokens[-1].text != "%" and (tokens[-1].is_punct or tokens[-1].dep_ in ("case", "cc")):
        tokens = tokens[:-1]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens = tokens[1:]
    return passage.cover(tokens)


def _tells_when(child: Token) -> bool:
    """ "Maui police on Sunday": the day is no part of the name."""
    return child.dep_ in ("prep", "npadvmod") and any(word.ent_type_ in ("DATE", "TIME") for word in child.subtree)


def _contiguous(tokens: list[Token], head: Token) -> list[Token]:
    """The run of tokens round the head that only commas and quotation marks interrupt."""
    kept = [head]
    for word in (word for word in tokens if word.i > head.i):
        if word.i - kept[-1].i > 2:
            break
        kept.append(word)
    for word in reversed([word for word in tokens if word.i < head.i]):
        if kept[0].i - word.i > 2:
            break
        kept.insert(0, word)
    return kept


def cue_span(passage: Passage, token: Token) -> Span:
    """The verb with its auxiliaries, negation and particle."""
    parts = [token] + [
        child
        for child in token.children
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - token.i) <= 3
    ]
    return passage.cover(parts)


def clause_around(passage: Passage, sentence: Sentence, token: Token) -> Span:
    """The sentence, less a clause of contrast that the frame does not stand in."""
    contrasts = _contrasts(sentence)
    at = bisect_left(contrasts, token.i)
    left = contrasts[at - 1] + 1 if at else sentence.start
    right = contrasts[at] if at < len(contrasts) else sentence.end
    first, last = passage.doc.words[left], passage.doc.words[right - 1]
    return Span(start=passage.place(first).start, end=passage.place(last).end)


@lru_cache(maxsize=2)
def _contrasts(sentence: Sentence) -> list[int]:
    """The numbers of the words of a sentence that open a clause of contrast."""
    opening = words("cues", "contrasts", "words")
    return [
        word.i
        for word in sentence.doc.words[sentence.start + 3 : sentence.end]
        if word.lower_ in opening and word.dep_ in ("mark", "cc", "advmod")
    ]


def without(passage: Passage, host: Span, frame: Span, *, keep_after: bool = True) -> tuple[Span, ...]:
    """What is left of a stretch when the frame is cut out of it."""
    pieces = [Span(start=host.start, end=max(host.start, min(frame.start, host.end)))]
    if keep_after:
        pieces.append(Span(start=min(host.end, max(frame.end, host.start)), end=host.end))
    return tuple(span for piece in pieces if (span := trim(passage, piece)) is not None)


def trim(passage: Passage, span: Span) -> Span | None:
    """A stretch without white space, commas, dashes and lone marks at its ends; None where nothing is left."""
    text, start, end = passage.article.text, span.start, span.end
    while start < end and not (text[start].isalnum() or text[start] in "“\"'‘«$€£("):
        start += 1
    while end > start and text[end - 1] in " \t\n\xa0,;:–—-(":
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start=start, end=end)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet or nearly touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
