"""What a verb of saying takes: a clause, a quotation, the sentence around it, or a noun phrase for the words."""

from collections.abc import Iterable, Sequence

from tracker.extract.cues import is_claim_noun, lemma_of, takes
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import SUBJECTS, clause_around, merge, trim, without
from tracker.extract.frames.unproven import doubts_speaker
from tracker.extract.parse import Sentence, Token
from tracker.lexicon import words
from tracker.model import Span

# What stands between a cue and the words said: whom, when, where, how.
ASIDES = {"dative", "dobj", "prep", "npadvmod", "advmod", "prt", "nsubj"}


def said(frame: Frame, sentence: Sentence, quoted: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words said, by the first complement that is there."""
    if lemma_of(frame.cue) in words("cues", "takes", "putting") and not quoted:
        return _nominal(frame)
    named = _named(frame)
    if named:
        return named
    clause = _clause(frame)
    if quoted:
        return _with_host(frame, sentence, quoted, clause)
    allowed = takes(lemma_of(frame.cue))
    if clause:
        return clause
    around = _parenthetical(frame, sentence) if allowed.clause else ()
    if around:
        return around
    return _nominal(frame)


def _named(frame: Frame) -> tuple[Span, ...]:
    """ "Called the ruling “a disgrace”", "described it as calm": the thing and the name it is given, together."""
    right = [child for child in frame.cue.children if child.i > frame.cue.i]
    given = next((child for child in right if child.dep_ == "oprd" or child.lower_ == "as"), None)
    if given is None or lemma_of(frame.cue) not in words("cues", "takes", "name"):
        return ()
    thing = next((child for child in right if child.dep_ in ("dobj", "nsubj", "ccomp") and child.i < given.i), given)
    span = trim(frame.passage, frame.passage.cover([thing.left_edge, given.right_edge]))
    return (span,) if span is not None else ()


def _with_host(
    frame: Frame, sentence: Sentence, quoted: tuple[Span, ...], clause: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Quoted words with the sentence they are part of: "The dam was “close to breaking”, he said"."""
    passage, text = frame.passage, frame.passage.article.text
    before = passage.tokens(Span(start=passage.start, end=min(quoted[0].start - 1, frame.hull.start)))
    led = bool(before) and (before[-1].text == ":" or before[-1].text[-1] in ".?!”")
    if led and quoted[0].end <= frame.hull.start:
        return merge(quoted)
    host: tuple[Span, ...] = ()
    if (
        before
        and quoted[0].end <= frame.hull.start
        and not any(_says(word) for word in before[-1].sent if word.i <= before[-1].i)
    ):
        start = passage.place(passage.doc[before[-1].sent.start]).start
        host = without(passage, Span(start=start, end=frame.hull.start), frame.hull)
    elif quoted[0].start >= frame.hull.end and text[frame.hull.end : quoted[0].start].strip(" \"'“‘") == ",":
        around = _parenthetical(frame, sentence)
        host = around if around and around[0].end <= frame.hull.start else ()
    found = [span for span in (*clause, *host) if _meets_any((span,), quoted) or span in host]
    return merge([*quoted, *found])


def _says(word: Token) -> bool:
    """Is this a verb that says something of its own?"""
    return word.pos_ == "VERB" and takes(lemma_of(word)).listed and takes(lemma_of(word)).clause


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
        told = _past_without(child) if allowed.clause else None
        if told is not None:
            return _tail(frame, told)
        if child.dep_ in ("xcomp", "ccomp") and (allowed.infinitive or allowed.person_infinitive):
            return _tail(frame, child)
        if child.dep_ == "dobj" and allowed.clause and any(grand.dep_ in ("acl", "relcl") for grand in child.children):
            # The parser often takes "claim the attack killed 24" for an object with a clause hung on it.
            return _tail(frame, child, whole=not _relative(child))
    inverted = next((child for child in token.children if child.dep_ == "ccomp" and child.i < token.i), None)
    if inverted is not None and allowed.clause and frame.hull.end >= passage.cover(inverted.subtree).start:
        return _before(frame, inverted)
    return ()


def _past_without(child: Token) -> Token | None:
    """ "Claimed without evidence that 40 had died": the clause that the parser hung on the evidence."""
    if child.lower_ != "without":
        return None
    hung = (word for word in child.subtree if word.dep_ in ("acl", "ccomp", "relcl") and word.pos_ in ("VERB", "AUX"))
    return next((word for word in hung if any(mark.lower_ == "that" for mark in word.children)), None)


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
    first_word = _first_word(frame, min(word.i for word in tokens))
    last = min(last, _next_voice(frame, first_word, last))
    span = trim(passage, passage.cover(passage.doc[first_word : last + 1]))
    return (span,) if span is not None else ()


def _first_word(frame: Frame, start: int) -> int:
    """Where the words said begin: right behind the cue and what hangs on it, be it parsed into the clause or not."""
    cue = frame.cue
    if lemma_of(cue) not in words("cues", "saying", "verbs") or lemma_of(cue) in words("cues", "takes", "hearer"):
        return start
    aside = {
        word.i
        for child in cue.children
        if child.i > cue.i and (child.dep_ in ASIDES or child.is_punct) and child.i < start
        for word in child.subtree
    }
    if frame.source is not None and frame.passage.place(cue).end <= frame.source.start:
        return start
    return next((word.i for word in cue.doc[cue.i + 1 : start] if word.i not in aside and not word.is_punct), start)


def _next_voice(frame: Frame, first: int, last: int) -> int:
    """The last word before somebody's next saying inside a sentence: "…, adding that", "…, while others say"."""
    doc = frame.cue.doc
    for word in doc[first + 1 : last + 1]:
        if word.i - first < 3 or frame.cue.i > word.i:
            continue
        if (
            doc[word.i - 1].text in (",", "-", "–", "—", "”", '"', "''")
            and word.tag_ == "VBG"
            and _says(word)
            and _goes_on(word)
        ):
            return word.i - 1
        if doubts_speaker(word):
            return word.i - 1
        if word.lower_ == "which" and word.dep_ in ("dobj", "nsubjpass") and _says(word.head):
            return word.i - 1
        if word.lower_ in words("cues", "contrasts", "words") and any(
            _says(later) and _has_subject(later) for later in doc[word.i : last + 1]
        ):
            return word.i - 1
    return last


def _goes_on(verb: Token) -> bool:
    return any(child.i > verb.i and child.dep_ in ("ccomp", "xcomp", "dobj", "prep") for child in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _belongs(child: Token, cue: Token) -> bool:
    """Does a trailing dependent of the cue belong to what is said rather than to the frame?

    A second verb of another form ("claim … killed 24 and injured 110") is the said clause going on; a second verb of
    the cue's own form ("said … and left") is the speaker's next act.
    """
    if child.dep_ == "conj":
        return child.tag_ != cue.tag_ and not any(grand.dep_ in SUBJECTS for grand in child.children)
    if child.dep_ == "advcl":
        return (
            not any(grand.lower_ in words("cues", "contrasts", "words") for grand in child.children)
            and not takes(lemma_of(child)).listed
        )
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
    end = frame.hull.end - frame.passage.start
    rest = [word for word in sentence if word.idx >= end and not word.is_punct]
    told = lemma_of(frame.cue) in words("cues", "takes", "hearer")
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
    counted = _counted(token)
    if counted is not None:
        state = _state(token)
        pieces = [frame.passage.cover(list(counted.subtree)), *([frame.passage.place(state)] if state else [])]
        return merge(span for piece in pieces if (span := trim(frame.passage, piece)) is not None)
    right = [child for child in token.children if child.i > token.i]
    wanted = next((child for child in right if child.dep_ == "prep" and child.lower_ in allowed.prepositions), None)
    objects = [child for child in right if child.dep_ in ("dobj", "attr", "oprd", "dative")]
    first = None
    if wanted is not None and (lemma_of(token) not in words("cues", "takes", "putting") or _has_number(wanted)):
        first = objects[0] if objects and objects[0].i < wanted.i else wanted
    elif objects and objects[0].lower_ not in words("sources", "speakers", "pronouns"):
        told = lemma_of(token) in words("cues", "takes", "claim_noun") and is_told(objects[0])
        first = objects[0] if allowed.object or told else None
    return _with_second_number(frame, _tail(frame, first)) if first is not None else ()


def _counted(verb: Token) -> Token | None:
    """ "The deaths of four miners were reported by the union": the count that a passive with a speaker tells."""
    if lemma_of(verb) not in words("cues", "takes", "counted") or not any(
        child.dep_ == "agent" for child in verb.children
    ):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return subject if subject is not None and _has_number(subject) else None


def _state(verb: Token) -> Token | None:
    """ "Four people were confirmed dead by the coroner": what those counted were said to be."""
    return next((child for child in verb.children if child.dep_ in ("oprd", "acomp") and child.i > verb.i), None)


def is_told(noun: Token) -> bool:
    """Is this the name of a saying, or the word number: "gave no number", "issued a warning"?"""
    return is_claim_noun(noun.lemma_.lower()) or noun.lemma_.lower() == "number"


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
