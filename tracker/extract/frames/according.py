"""“…, according to X”: what is said is the sentence around the frame, or the bracket it stands in."""

from bisect import bisect_left
from functools import lru_cache

from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import clause_around, noun_phrase, without
from tracker.extract.parse import Passage, Sentence, Token
from tracker.model import Span


def according(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
    """ "…, according to X": what is said is the sentence around the frame, or the bracket it stands in."""
    if token.lower_ != "according" or token.i + 1 >= len(passage.doc) or token.nbor().lower_ != "to":
        return None
    to = token.nbor()
    head = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
    if head is None:
        return None
    source = noun_phrase(passage, head)
    cue = Span(start=passage.place(token).start, end=passage.place(to).end)
    frame = Span(start=cue.start, end=source.end)
    host = _bracket(passage, frame) or _since_last(passage, sentence, token, clause_around(passage, sentence, token))
    frame = Span(
        start=cue.start,
        end=max(
            [
                source.end,
                *(
                    passage.cover(list(child.subtree)).end
                    for child in head.children
                    if child.dep_ in ("relcl", "acl") and child.i > head.i
                ),
            ]
        ),
    )
    fragments = without(passage, host, frame)
    comma = next((word for word in passage.doc[head.i + 1 : sentence.end] if word.text == ","), None)
    if not fragments and comma is not None and token.i <= sentence.start + 1:
        # "According to Ann Roe, the move …": the parser may take all that follows for an apposition.
        source = passage.cover(passage.doc[head.left_edge.i : comma.i])
        fragments = without(passage, host, Span(start=cue.start, end=source.end))
    return Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=head,
        source=source,
        fragments=fragments,
        stance="asserts",
        rule="according to",
    )


def _since_last(passage: Passage, sentence: Sentence, token: Token, host: Span) -> Span:
    """Of several such frames in a sentence each closes its own piece: "750,000, according to police, and …"."""
    told, ends = _told(passage, sentence)
    at = bisect_left(told, token.i)
    start = max(host.start, ends[at - 1]) if at else host.start
    end = passage.place(token).start if told[-1] > token.i > sentence.start else host.end
    return Span(start=start, end=max(end, start))


@lru_cache(maxsize=1)
def _told(passage: Passage, sentence: Sentence) -> tuple[list[int], list[int]]:
    """The numbers of the words "according" of a sentence, and where the sources named up to each of them end."""
    told = [word for word in sentence if word.lower_ == "according"]
    ends = [0]
    for word in told:
        heads = [grand for to in word.children if to.lower_ == "to" for grand in to.children if grand.dep_ == "pobj"]
        named = [noun_phrase(passage, head).end for head in heads if word.i > sentence.start]
        ends.append(max(ends[-1], *named, 0))
    return [word.i for word in told], ends[1:]


def _bracket(passage: Passage, frame: Span) -> Span | None:
    """The round bracket that holds a frame: "(81,000, according to the prefecture)"."""
    text = passage.article.text
    opened = text.rfind("(", passage.start, frame.start)
    if opened < 0 or ")" in text[opened : frame.start]:
        return None
    closed = text.find(")", frame.end, passage.end)
    return Span(start=opened + 1, end=closed) if closed > 0 else None
