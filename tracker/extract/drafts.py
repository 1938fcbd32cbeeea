"""Drafts: claims in the making, from frames with their speakers to the figures each holds.

A figure belongs to the innermost attribution whose words hold it; what no source said is the article's own voice, one
draft a sentence that tells of figures or of what happened.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.extract.events import kind_of_event
from tracker.extract.figures import FigureMention
from tracker.extract.frames import Frame
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.quotations import Quotation
from tracker.extract.sources import Cast, Speaker, gather, resolve
from tracker.model import Span

# How sure we are of a source: a name or a described body, a pronoun resolved, a quotation that only follows another,
# a sentence that only takes up what was said before it. An order of trust, not measured shares.
SURE, RESOLVED, FOLLOWING, GOING_ON = 0.9, 0.75, 0.65, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim in the making: whose words, which words, where, with which figures.

    ``takes_up``: it has no cue of its own, and goes on with what its speaker is told to have said before.
    """

    passage: Passage
    speaker: Speaker | None
    fragments: tuple[Span, ...]
    frame: Frame | None = None
    via: tuple[str, ...] = ()
    confidence: float = SURE
    answers: tuple[int, int] | None = None
    takes_up: bool = False
    figures: tuple[FigureMention, ...] = ()

    @property
    def start(self) -> int:
        """Where the words said begin."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the words said end."""
        return self.fragments[-1].end

    @property
    def rule(self) -> str:
        """What made a claim of these words: a frame's construction, what goes on after one, the article itself."""
        if self.frame is not None:
            return self.frame.rule
        if self.speaker is None:
            return "own voice"
        return "goes on" if self.takes_up else "quotation goes on"

    @property
    def key(self) -> tuple[int, int]:
        """What tells this draft from the article's others."""
        return self.start, self.frame.cue_span.start if self.frame is not None else -1

    def holds(self, span: Span) -> bool:
        """Do the words said hold a stretch of text?"""
        return any(fragment.meets(span) for fragment in self.fragments)

    def tokens(self) -> list[Token]:
        """The tokens of the words said that stand in the draft's own paragraph."""
        return [token for fragment in self.fragments for token in self.passage.tokens(fragment)]


def draft_claims(
    passages: Sequence[Passage],
    frames: Sequence[Sequence[Frame]],
    quotations: Sequence[Sequence[Quotation]],
    cast: Cast | None = None,
) -> list[Draft]:
    """The attributed claims of an article in order, speakers resolved, relays noted, quotations that run on joined.

    ``cast`` are the persons the article names, where they have been gathered already.
    """
    cast = gather(passages, quotations) if cast is None else cast
    drafts: list[Draft] = []
    for passage, found, quoted in zip(passages, frames, quotations, strict=True):
        own = [_draft(frame, cast) for frame in found if not (_by_outlet(frame) and _is_told(frame, found))]
        own += _running_on(passage, quoted, own, drafts)
        drafts += _relayed(own)
    return _answering(drafts)


def _by_outlet(frame: Frame) -> bool:
    """Does the outlet itself answer another's claim: "It could not be verified", "offered no proof"?"""
    return frame.otherwise and frame.head is None


def _is_told(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Does somebody else's saying hold a frame: "Police said the claim could not be verified"?"""
    at = frame.hull
    spans = (span for other in frames if other is not frame for span in other.fragments)
    return any(span.start < at.start < span.end for span in spans)


def _draft(frame: Frame, cast: Cast) -> Draft:
    if _by_outlet(frame):
        return Draft(passage=frame.passage, speaker=None, fragments=frame.fragments, frame=frame)
    relay = resolve(replace(frame, head=frame.relay, source=frame.relay_source), cast) if frame.relay else None
    speaker = resolve(frame, cast)
    pronoun = frame.head is not None and frame.head.pos_ == "PRON"
    sure = RESOLVED if pronoun or frame.head is None else SURE
    via = (relay.name,) if relay is not None and relay.name and relay.name != speaker.name else ()
    return Draft(
        passage=frame.passage, speaker=speaker, fragments=frame.fragments, frame=frame, via=via, confidence=sure
    )


def _running_on(
    passage: Passage, quoted: Sequence[Quotation], own: Sequence[Draft], before: Sequence[Draft]
) -> list[Draft]:
    """A paragraph that is all quotation and has no frame goes on with the speaker of the quotation before it."""
    if own or not quoted or not before or passage.zone != "body":
        return []
    width = sum(quotation.outer.end - quotation.outer.start for quotation in quoted)
    previous = before[-1]
    if width < 0.6 * len(passage.text.strip()) or passage.index - previous.passage.index > 1:
        return []
    if previous.frame is None and previous.confidence != FOLLOWING:
        return []
    spans = tuple(quotation.span for quotation in quoted)
    return [Draft(passage=passage, speaker=previous.speaker, fragments=spans, confidence=FOLLOWING)]


def _relayed(drafts: list[Draft]) -> list[Draft]:
    """A claim inside another's words came through its source: outermost first."""
    spans = [(span.start, span.end, number) for number, draft in enumerate(drafts) for span in draft.fragments]
    return [_in_own_words(replace(draft, via=_via(draft, drafts, spans)), drafts) for draft in drafts]


def _in_own_words(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Who says "I" or "we" in another's words is that other: "“We counted ten,” the mayor said"."""
    frame = draft.frame
    if frame is None or frame.head is None or frame.head.lower_ not in ("i", "we") or not draft.via:
        return draft
    outer = next((each.speaker for each in drafts if each.speaker and each.speaker.name == draft.via[-1]), None)
    return replace(draft, speaker=outer, via=draft.via[:-1]) if outer is not None else draft


def _via(draft: Draft, drafts: Sequence[Draft], spans: Sequence[tuple[int, int, int]]) -> tuple[str, ...]:
    """Through whom a claim came; ``spans`` are the fragments of all, each with the number of its draft."""
    if draft.frame is None:
        return draft.via
    begin, stop = draft.frame.hull.start, draft.frame.hull.end
    holding = dict.fromkeys(number for start, end, number in spans if start <= begin and stop <= end)
    outer = [
        other
        for other in map(drafts.__getitem__, holding)
        if other is not draft
        and not (other.frame is not None and any(span.holds(other.frame.hull) for span in draft.fragments))
    ]
    outer.sort(key=lambda other: other.start - other.end)
    names = [other.speaker.name for other in outer if other.speaker is not None and other.speaker.name]
    return tuple(dict.fromkeys([*names, *draft.via]))


def _answering(drafts: list[Draft]) -> list[Draft]:
    """ "… suggests otherwise" answers the claim before it, of another speaker, in its own paragraph or the last one."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.frame is not None and draft.frame.otherwise:
            draft = replace(draft, answers=_answered(draft, drafts))
            if draft.speaker is None and draft.answers is None:
                continue  # "released without evidence": no claim is doubted
        found.append(draft)
    return found


def _answered(draft: Draft, drafts: Sequence[Draft]) -> tuple[int, int] | None:
    beside = _said_beside(draft, drafts)
    if beside is not None or (draft.frame is not None and draft.frame.cue.lower_ == "without"):
        return beside.key if beside is not None else None
    earlier = [
        other
        for other in drafts
        if other.start < draft.start
        and other.speaker != draft.speaker
        and draft.passage.index - other.passage.index <= 1
    ]
    return max(earlier, key=lambda other: other.start).key if earlier else None


def _said_beside(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """ "Claimed without evidence that …": the claim whose verb the doubt hangs on."""
    if draft.speaker is not None or draft.frame is None:
        return None
    above = {token.i for token in draft.frame.cue.ancestors}
    near = (other for other in drafts if other.passage.index == draft.passage.index and other.frame is not None)
    return next((other for other in near if other.frame is not None and other.frame.cue.i in above), None)


# -- the article's own voice ---------------------------------------------------------------------------------------


def own_voice(
    passages: Sequence[Passage], drafts: Sequence[Draft], mentions: Sequence[Sequence[FigureMention]]
) -> list[Draft]:
    """The article's own claims: its sentences that hold figures no source gave, and its first word of what happened."""
    found: list[Draft] = []
    said = _by_passage(drafts)
    for passage, figures in zip(passages, mentions, strict=True):
        own = [draft for _, draft in said[passage.index]]
        loose = [
            figure
            for figure in figures
            if not any(tells_figure(draft, figure) or _of_source(figure, draft) for draft in own)
        ]
        for sentence in passage.doc.sents:
            span = passage.cover(sentence)
            held = [figure for figure in loose if span.meets(figure.span)]
            first = (not found and not drafts) or passage.zone == "headline"
            if held or (first and _tells(passage, sentence, own)):
                found.append(Draft(passage=passage, speaker=None, fragments=(_tight(passage, span),)))
    return found


def tells_figure(draft: Draft, figure: FigureMention) -> bool:
    """Does a draft's speaker tell a figure that its words hold?

    Footage tells of no number it is only said to be of: "the attack that killed 90", "the 12 dead".
    """
    if not draft.holds(figure.span):
        return False
    if draft.speaker is None or draft.speaker.kind != "visual_evidence":
        return True
    number = draft.passage.doc[figure.head]
    known = any(child.lower_ == "the" for child in (*number.lefts, *number.head.lefts) if child.dep_ == "det")
    return not known and not any(_is_of_known(above) for above in (number, *number.ancestors))


def _is_of_known(clause: Token) -> bool:
    """Is this a clause that says which thing is meant, "an attack that killed …", "the men shot in …"?"""
    known = any(child.lower_ in ("the", "this", "that") for child in clause.head.lefts)
    return clause.dep_ == "relcl" or (clause.dep_ == "acl" and known)


def _of_source(figure: FigureMention, draft: Draft) -> bool:
    """ "Two officials said": how many speak is no claim."""
    source = draft.frame.source if draft.frame is not None else None
    return figure.measure == "other" and source is not None and source.holds(figure.span)


def _by_passage(drafts: Sequence[Draft]) -> dict[int, list[tuple[int, Draft]]]:
    """The drafts of each passage with their places in the list, so that the work grows with the article."""
    found: dict[int, list[tuple[int, Draft]]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        found[draft.passage.index].append((number, draft))
    return found


def _tight(passage: Passage, span: Span) -> Span:
    text = passage.article.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start=start, end=start + len(text.strip()))


def _tells(passage: Passage, sentence: Sentence, drafts: Sequence[Draft]) -> bool:
    free = not any(draft.holds(passage.cover(sentence)) for draft in drafts)
    return free and any(kind_of_event(token) not in ("", "general") for token in sentence)


def share_figures(drafts: Sequence[Draft], mentions: Sequence[Sequence[FigureMention]]) -> list[Draft]:
    """Each figure to the innermost claim that holds it; a figure denied on the spot is nobody's.

    ``mentions`` are those of each passage in order: a claim's words stand in one passage, so that is where to look.
    """
    held: dict[int, list[FigureMention]] = {}
    said = _by_passage(drafts)
    for index, figures in enumerate(mentions):
        for mention in (figure for figure in figures if not figure.negated):
            telling = [(number, draft) for number, draft in said[index] if tells_figure(draft, mention)]
            holding = [(draft.end - draft.start, number) for number, draft in telling]
            if holding:
                held.setdefault(min(holding)[1], []).append(mention)
    return [_with_figures(draft, tuple(held.get(number, ()))) for number, draft in enumerate(drafts)]


def _with_figures(draft: Draft, figures: tuple[FigureMention, ...]) -> Draft:
    """A draft with its figures; words that end inside a figure ("claim of two|dead") go on to the figure's end."""
    fragments = tuple(_grown(fragment, figures) for fragment in draft.fragments)
    return replace(draft, fragments=fragments, figures=figures)


def _grown(fragment: Span, figures: Sequence[FigureMention]) -> Span:
    met = [figure.span for figure in figures if fragment.meets(figure.span)]
    start = min([fragment.start, *(span.start for span in met)])
    return Span(start=start, end=max([fragment.end, *(span.end for span in met)]))
