"""Frames: the place in a sentence where a source, a cue and the words said meet.

One function a construction, each yielding frames of its kind; ``find_frames`` asks them all and keeps, for every cue,
the first that answers. A frame holds tokens and spans, no names: who is meant by "they" is ``sources``' work.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.extract.cues import is_claim_noun, is_evidence_verb, lemma_of, stance_of, takes
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.quotations import Quotation, inside
from tracker.extract.speakers import can_speak, is_evidence
from tracker.lexicon import words
from tracker.model import Span

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
# Dependents of a verb that share its subject: "said …, adding that …", "said … and warned".
SHARING = {"conj", "advcl", "xcomp", "acl", "pcomp"}
# A quotation of fewer characters is a term or a title, not a statement.
SHORT_QUOTE = 12
# Words that start a clause of another voice inside a sentence.
CONTRASTS = {"while", "whereas", "although", "though", "but", "however"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One attribution: the tokens of the source's mention (none: unnamed), the cue, and the stretches said."""

    passage: Passage
    cue: Token
    cue_span: Span
    head: Token | None
    source: Span | None
    fragments: tuple[Span, ...]
    stance: str
    otherwise: bool = False

    @property
    def start(self) -> int:
        """Where the words said begin."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the words said end."""
        return self.fragments[-1].end

    @property
    def hull(self) -> Span:
        """Source and cue together."""
        spans = [self.cue_span] + ([self.source] if self.source else [])
        return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


def find_frames(passage: Passage, quotations: Sequence[Quotation]) -> list[Frame]:
    """The attributions of one paragraph, in the order of their cues."""
    long = [quotation for quotation in quotations if quotation.width >= SHORT_QUOTE]
    found = [frame for sentence in passage.doc.sents for frame in _sentence_frames(passage, sentence, quotations, long)]
    found += _colon_frames(passage, found, long)
    found = [_with_loose_quotations(frame, found, long) for frame in found]
    return sorted(found, key=lambda frame: frame.cue_span.start)


def _sentence_frames(
    passage: Passage, sentence: Sentence, quotations: Sequence[Quotation], long: Sequence[Quotation]
) -> Iterator[Frame]:
    for token in sentence:
        if inside(long, passage.place(token)):
            continue
        frame = (
            _according(passage, sentence, token)
            or _verb_frame(passage, sentence, token, long)
            or _noun_frame(passage, sentence, token)
            or _closing_frame(passage, sentence, token)
        )
        if frame is not None and frame.fragments:
            yield frame


# -- according to -------------------------------------------------------------------------------------------------


def _according(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
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
    host = _bracket(passage, frame) or _clause_around(passage, sentence, token)
    fragments = _without(passage, host, frame)
    return Frame(
        passage=passage, cue=token, cue_span=cue, head=head, source=source, fragments=fragments, stance="asserts"
    )


def _bracket(passage: Passage, frame: Span) -> Span | None:
    """The round bracket that holds a frame: "(81,000, according to the prefecture)"."""
    text = passage.article.text
    opened = text.rfind("(", passage.start, frame.start)
    if opened < 0 or ")" in text[opened : frame.start]:
        return None
    closed = text.find(")", frame.end, passage.end)
    return Span(start=opened + 1, end=closed) if closed > 0 else None


def _clause_around(passage: Passage, sentence: Sentence, token: Token) -> Span:
    """The sentence, less a clause of contrast that the frame does not stand in."""
    left, right = sentence.start, sentence.end
    for other in sentence:
        if other.lower_ in CONTRASTS and other.dep_ in ("mark", "cc", "advmod") and other.i > sentence.start + 2:
            if other.i < token.i:
                left = other.i + 1
            elif other.i < right:
                right = other.i
    return passage.cover(passage.doc[left:right])


# -- verbs ---------------------------------------------------------------------------------------------------------


def _verb_frame(passage: Passage, sentence: Sentence, token: Token, long: Sequence[Quotation]) -> Frame | None:
    if token.pos_ not in ("VERB", "AUX") or (token.dep_ in ("aux", "auxpass", "amod", "compound")):
        return None
    lemma = lemma_of(token)
    allowed = takes(lemma)
    head = subject(token)
    speaks = head is not None and can_speak(head) and (not is_evidence(head) or is_evidence_verb(lemma))
    source = _mention(passage, token, head) if head is not None else None
    cue = _cue_span(passage, token)
    quoted = _touching(passage, long, cue, source, token) if speaks or (head is None and allowed.listed) else ()
    if not allowed.listed and not quoted and not (speaks and _that_clause(token)):
        return None
    if not quoted and head is not None and not speaks:
        return None
    if head is None and not quoted and not _impersonal(token):
        return None
    frame = Frame(
        passage=passage, cue=token, cue_span=cue, head=head, source=source, fragments=(), stance=stance_of(token)
    )
    turned = _otherwise(passage, token)
    if turned is not None:
        return replace(frame, fragments=(turned,), stance="denies", otherwise=True)
    fragments = _said(frame, sentence, quoted)
    return replace(frame, fragments=fragments) if fragments else None


def _mention(passage: Passage, verb: Token, head: Token) -> Span:
    """The subject's phrase, with a title that the parser made a subject of its own right before it."""
    span = noun_phrase(passage, head)
    for other in verb.children:
        if other.dep_ in SUBJECTS and other != head and other.right_edge.i + 1 == head.left_edge.i:
            return Span(start=noun_phrase(passage, other).start, end=span.end)
    return span


def subject(verb: Token) -> Token | None:
    """Who does what the verb tells: its own subject, the agent of a passive, or the subject it shares."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    if agent is not None:
        return next((child for child in agent.children if child.dep_ == "pobj"), None)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    # Of two subjects ("Kharkiv's mayor Ihor Terekhov", parted by the parser) the nearer is the name.
    own = next((child for child in reversed(list(verb.children)) if child.dep_ in SUBJECTS), None)
    if own is not None:
        return None if passive else own
    if passive:
        return None
    if verb.dep_ == "relcl":
        return verb.head
    if verb.dep_ in SHARING and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        return subject(verb.head)
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        return verb.head
    return None


def _impersonal(token: Token) -> bool:
    """ "It was reported that …", "reportedly": a passive cue with nobody named."""
    return any(child.dep_ == "auxpass" for child in token.children) and takes(lemma_of(token)).clause


def _that_clause(token: Token) -> bool:
    return any(
        child.dep_ == "ccomp" and child.i > token.i and any(grand.lower_ == "that" for grand in child.children)
        for child in token.children
    )


def _otherwise(passage: Passage, token: Token) -> Span | None:
    """ "…, but the video suggests otherwise": the words that turn the claim before round."""
    turning = words("cues", "evidence", "otherwise")
    word = next((child for child in token.children if child.lower_ in turning and child.i > token.i), None)
    return passage.place(word) if word is not None else None


def _said(frame: Frame, sentence: Sentence, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words said, by the first complement that is there."""
    clause = _clause(frame)
    if quoted:
        return _merge([*quoted, *(clause if _meets_any(clause, quoted) else ())])
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
        if child.dep_ in ("xcomp", "ccomp") and allowed.infinitive:
            return _tail(frame, child)
        if child.dep_ in ("xcomp", "ccomp") and allowed.person_infinitive:
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
    span = _trim(passage, passage.cover(passage.doc[min(word.i for word in tokens) : last + 1]))
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
    return _without(
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
        clause = _clause_around(passage, sentence, frame.cue)
        return _without(passage, Span(start=clause.start, end=max(clause.end, hull.end)), hull, keep_after=not closes)
    return ()


def _only_time(frame: Frame, sentence: Sentence) -> bool:
    """Is what follows the frame only when or where it was said ("…, he said on Tuesday")?"""
    rest = [word for word in sentence if frame.passage.place(word).start >= frame.hull.end and not word.is_punct]
    return (
        bool(rest)
        and len(rest) <= 6
        and all(
            word.is_ancestor(frame.cue) is False
            and _top(word, frame.cue) in ("prep", "npadvmod", "advmod", "dobj", "dative")
            for word in rest
        )
    )


def _top(word: Token, cue: Token) -> str:
    """By which link the branch that holds ``word`` hangs on the cue."""
    while word.head != word and word.head != cue:
        word = word.head
    return word.dep_ if word.head == cue else ""


def _nominal(frame: Frame) -> tuple[Span, ...]:
    """A noun phrase or a preposition's object that stands for what was said: "reported damage to …", "accused X of …"."""
    token = frame.cue
    allowed = takes(lemma_of(token))
    right = [child for child in token.children if child.i > token.i]
    wanted = next((child for child in right if child.dep_ == "prep" and child.lower_ in allowed.prepositions), None)
    objects = [child for child in right if child.dep_ in ("dobj", "attr", "oprd", "dative")]
    if wanted is not None and (token.lemma_.lower() not in ("put", "place") or _has_number(wanted)):
        return _tail(frame, objects[0] if objects and objects[0].i < wanted.i else wanted)
    if objects and allowed.object and objects[0].lower_ not in words("sources", "speakers", "pronouns"):
        return _tail(frame, objects[0])
    return ()


def _has_number(token: Token) -> bool:
    return any(word.like_num for word in token.subtree)


def _closing_frame(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
    """ "…, state media reports." with the verb taken for a noun: the last words of a sentence after a comma."""
    if token.pos_ not in ("NOUN", "PROPN") or not takes(lemma_of(token)).clause or not takes(lemma_of(token)).listed:
        return None
    after = [word for word in sentence if word.i > token.i and not word.is_punct and not word.is_space]
    comma = next(
        (word for word in reversed(list(passage.doc[sentence.start : token.i])) if word.text in (",", "”", '"')), None
    )
    if after or comma is None or not 0 < token.i - comma.i - 1 <= 6:
        return None
    mention = passage.doc[comma.i + 1 : token.i]
    if not can_speak(mention[-1]):
        return None
    said = _trim(passage, passage.cover(passage.doc[sentence.start : comma.i]))
    cue = passage.place(token)
    found = (said,) if said is not None else ()
    return Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=mention[-1],
        source=passage.cover(mention),
        fragments=found,
        stance=stance_of(token),
    )


# -- nouns ---------------------------------------------------------------------------------------------------------


def _noun_frame(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
    """ "Russia's claim of one dead", "a statement by X that …": a noun that names the saying."""
    if token.pos_ != "NOUN" or not is_claim_noun(token.lemma_.lower()):
        return None
    head = _owner(token)
    if head is None or not can_speak(head):
        return None
    content = next(
        (
            child
            for child in token.children
            if child.i > token.i and (child.lower_ == "of" or child.dep_ in ("acl", "ccomp", "relcl"))
        ),
        None,
    )
    if content is None or not (content.lower_ == "of" or any(word.lower_ == "that" for word in content.children)):
        return None
    tokens = [
        word for word in token.subtree if word.i > content.i or (content.lower_ != "of" and word in content.subtree)
    ]
    span = _trim(passage, passage.cover(tokens)) if tokens else None
    source = noun_phrase(passage, head)
    if span is None or span.meets(source):
        return None
    cue = passage.place(token)
    return Frame(
        passage=passage, cue=token, cue_span=cue, head=head, source=source, fragments=(span,), stance=stance_of(token)
    )


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "the claim by X", "figures from X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


# -- colons and loose quotations -----------------------------------------------------------------------------------


def _colon_frames(passage: Passage, found: Sequence[Frame], long: Sequence[Quotation]) -> list[Frame]:
    """ "Police: 12 dead": a headline whose first words can speak."""
    if passage.zone != "headline":
        return []
    colon = next((token for token in passage.doc if token.text == ":"), None)
    if (
        colon is None
        or not 0 < colon.i <= 6
        or colon.i + 1 >= len(passage.doc)
        or any(f.cue.i < colon.i for f in found)
    ):
        return []
    left = [token for token in passage.doc[: colon.i] if token.pos_ in ("NOUN", "PROPN", "PRON")]
    if not left or not can_speak(left[-1]):
        return []
    said = _trim(passage, passage.cover(passage.doc[colon.i + 1 :]))
    source = passage.cover(passage.doc[: colon.i])
    if said is None:
        return []
    return [
        Frame(
            passage=passage,
            cue=colon,
            cue_span=passage.place(colon),
            head=left[-1],
            source=source,
            fragments=(said,),
            stance="asserts",
        )
    ]


def _touching(
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


def _with_loose_quotations(frame: Frame, frames: Sequence[Frame], long: Sequence[Quotation]) -> Frame:
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
    return replace(frame, fragments=_merge([*frame.fragments, *more])) if more else frame


def _starts_sentence(before: str) -> bool:
    """Does a quotation open a sentence of its own, or go on after a comma?"""
    return before.rstrip().endswith((".", ",", "”", '"', "’’", "''", "?", "!", ":", ";")) or not before.strip()


# -- spans ---------------------------------------------------------------------------------------------------------


def noun_phrase(passage: Passage, head: Token) -> Span:
    """A mention with its modifiers and appositions, without a relative clause and the marks at its ends."""
    dropped = {
        word
        for child in head.children
        if child.dep_ in ("relcl", "acl", "punct") and child.i > head.i
        for word in child.subtree
    }
    tokens = [word for word in head.subtree if word not in dropped and not word.is_space]
    tokens = _contiguous(tokens, head)
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ in ("case", "cc")):
        tokens = tokens[:-1]
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens = tokens[1:]
    return passage.cover(tokens)


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


def _cue_span(passage: Passage, token: Token) -> Span:
    """The verb with its auxiliaries, negation and particle."""
    parts = [token] + [
        child
        for child in token.children
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - token.i) <= 3
    ]
    return passage.cover(parts)


def _without(passage: Passage, host: Span, frame: Span, *, keep_after: bool = True) -> tuple[Span, ...]:
    """What is left of a stretch when the frame is cut out of it."""
    pieces = [Span(start=host.start, end=max(host.start, min(frame.start, host.end)))]
    if keep_after:
        pieces.append(Span(start=min(host.end, max(frame.end, host.start)), end=host.end))
    return tuple(span for piece in pieces if (span := _trim(passage, piece)) is not None)


def _trim(passage: Passage, span: Span) -> Span | None:
    """A stretch without white space, commas, dashes and lone marks at its ends; None where nothing is left."""
    text, start, end = passage.article.text, span.start, span.end
    while start < end and not (text[start].isalnum() or text[start] in "“\"'‘«$€£("):
        start += 1
    while end > start and text[end - 1] in " \t\n\xa0,;:–—-(":
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start=start, end=end)


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that meet or nearly touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
