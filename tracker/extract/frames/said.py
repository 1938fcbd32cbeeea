"""What a verb of saying takes: a clause, a quotation, the sentence around it, or a noun phrase for the words."""

from collections.abc import Iterable, Sequence

from tracker.extract.cues import lemma_of, takes
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import CONTRASTS, SUBJECTS, clause_around, merge, trim, without
from tracker.extract.parse import Sentence, Token
from tracker.lexicon import words
from tracker.model import Span

# "Put the toll at 20": what is said is the object and its number, never a clause.
PUTTING = {"put", "place"}
# "…, he told reporters": verbs whose object is the hearer.
TELLING = {"tell", "assure", "inform", "remind"}


def said(frame: Frame, sentence: Sentence, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words said, by the first complement that is there."""
    if lemma_of(frame.cue) in PUTTING and not quoted:
        return _nominal(frame)
    clause = _clause(frame)
    if quoted:
        return merge([*quoted, *(clause if _meets_any(clause, quoted) else ())])
    allowed = takes(lemma_of(frame.cue))
    if clause:
        return clause
    around = _parenthetical(frame, sentence) if allowed.clause else ()
    if around:
        return around
    return _nominal(frame)


def _meets_any(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.meets(other) for one in left for other in right)


def _clause(frame: Frame) -> tuple[Span, ...]:
    """A clause that follows the verb, with what trails it in the sentence."""
    token, passage = frame.cue, frame.passage
    allowed = takes(lemma_of(token))
    for child in token.children:
        if child.i < token.i:
            continue
        if child.dep_ == "ccomp" and allowed.clause:
            return _tail(frame, child)
        if child.dep_ in ("xcomp", "ccomp") and (allowed.infinitive or allowed.person_infinitive):
            return _tail(frame, child)
        if child.dep_ == "dobj" and allowed.clause and any(grand.dep_ in ("acl", "relcl") for grand in child.children):
            # The parser often takes "claim the attack killed 24" for an object with a clause hung on it.
            return _tail(frame, child, whole=not _relative(child))
    inverted = next((child for child in token.children if child.dep_ == "ccomp" and child.i < token.i), None)
    if inverted is not None and allowed.clause and frame.hull.end >= passage.cover(inverted.subtree).start:
        return _before(frame, inverted)
    return ()


def _relative(noun: Token) -> bool:
    return any(word.lower_ in ("who", "which", "that") for word in noun.subtree)


def _tail(frame: Frame, first: Token, *, whole: bool = True) -> tuple[Span, ...]:
    """From a complement's first word to its last, and on over what hangs on the cue after it but another verb."""
    token, passage = frame.cue, frame.passage
    tokens = [word for word in first.subtree if word.i > token.i]
    if not tokens:
        return ()
    last = max(word.i for word in tokens)
    if whole:
        for child in token.children:
            if child.i > last and _belongs(child, token):
                last = max(last, max(word.i for word in child.subtree))
    span = trim(passage, passage.cover(passage.doc[min(word.i for word in tokens) : last + 1]))
    return (span,) if span is not None else ()


def _belongs(child: Token, cue: Token) -> bool:
    """Does a trailing dependent of the cue belong to what is said rather than to the frame?

    A second verb of another form ("claim … killed 24 and injured 110") is the said clause going on; a second verb of
    the cue's own form ("said … and left") is the speaker's next act.
    """
    if child.dep_ == "conj":
        return child.tag_ != cue.tag_ and not any(grand.dep_ in SUBJECTS for grand in child.children)
    if child.dep_ == "advcl":
        return not any(grand.lower_ in CONTRASTS for grand in child.children) and not takes(lemma_of(child)).listed
    return child.dep_ in ("prep", "dobj", "dep", "appos")


def _before(frame: Frame, inverted: Token) -> tuple[Span, ...]:
    """The words before a frame that closes or parts its sentence: "…, he said", "…, he said, …"."""
    passage = frame.passage
    host = passage.cover(inverted.subtree)
    return without(
        passage, Span(start=min(host.start, frame.hull.start), end=max(host.end, frame.hull.end)), frame.hull
    )


def _parenthetical(frame: Frame, sentence: Sentence) -> tuple[Span, ...]:
    """A frame set off by commas, or closing its sentence after one: the rest of the sentence is what was said."""
    passage, hull = frame.passage, frame.hull
    whole = passage.cover(sentence)
    before = passage.article.text[whole.start : hull.start].rstrip()
    after = passage.article.text[hull.end : whole.end].strip()
    closes = not after.strip(".!?”\"' ") or _only_time(frame, sentence)
    if before.endswith((",", "”", '"', "—", "–")) and (closes or after.startswith(",")):
        clause = clause_around(passage, sentence, frame.cue)
        return without(passage, Span(start=clause.start, end=max(clause.end, hull.end)), hull, keep_after=not closes)
    return ()


def _only_time(frame: Frame, sentence: Sentence) -> bool:
    """Is what follows the frame only when or where it was said ("…, he said on Tuesday")?"""
    rest = [word for word in sentence if frame.passage.place(word).start >= frame.hull.end and not word.is_punct]
    told = lemma_of(frame.cue) in TELLING
    allowed = ("prep", "npadvmod", "advmod", "dative", "dobj") if told else ("prep", "npadvmod", "advmod")
    return (
        bool(rest)
        and len(rest) <= 6
        and all(word.is_ancestor(frame.cue) is False and _top(word, frame.cue) in allowed for word in rest)
    )


def _top(word: Token, cue: Token) -> str:
    """By which link the branch that holds ``word`` hangs on the cue."""
    while word.head != word and word.head != cue:
        word = word.head
    return word.dep_ if word.head == cue else ""


def _nominal(frame: Frame) -> tuple[Span, ...]:
    """A noun phrase or a preposition's object for what was said: "reported damage to …", "accused X of …"."""
    token = frame.cue
    allowed = takes(lemma_of(token))
    right = [child for child in token.children if child.i > token.i]
    wanted = next((child for child in right if child.dep_ == "prep" and child.lower_ in allowed.prepositions), None)
    objects = [child for child in right if child.dep_ in ("dobj", "attr", "oprd", "dative")]
    first = None
    if wanted is not None and (lemma_of(token) not in PUTTING or _has_number(wanted)):
        first = objects[0] if objects and objects[0].i < wanted.i else wanted
    elif objects and allowed.object and objects[0].lower_ not in words("sources", "speakers", "pronouns"):
        first = objects[0]
    return _with_second_number(frame, _tail(frame, first)) if first is not None else ()


def _with_second_number(frame: Frame, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """ "… of one dead and two wounded": a number joined by "and" goes on with the first."""
    tokens = frame.passage.tokens(spans[-1]) if spans else []
    after = list(tokens[-1].sent)[tokens[-1].i + 1 - tokens[-1].sent.start :] if tokens else []
    if len(after) < 2 or after[0].lower_ != "and" or not after[1].like_num:
        return spans
    last = next((word for word in after[1:] if not word.like_num and word.pos_ in ("NOUN", "VERB", "ADJ")), after[1])
    return merge([*spans, frame.passage.cover([tokens[-1], last])])


def _has_number(token: Token) -> bool:
    return any(word.like_num for word in token.subtree)
