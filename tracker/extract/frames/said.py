"""What a verb of saying takes: a clause, a quotation, the sentence around it, or a noun phrase for the words."""

from collections.abc import Iterable, Sequence

from tracker.extract.cues import is_claim_noun, lemma_of, takes
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import SUBJECTS, clause_around, merge, trim, without
from tracker.extract.frames.tails import ASIDES, says, tail
from tracker.extract.parse import Sentence, Token
from tracker.lexicon import words
from tracker.model import Span

# More words than these between a cue and the next comma are no mere whom, when or where.
LONGEST_ASIDE = 6


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
        and not any(says(word) for word in before[-1].sent if word.i <= before[-1].i)
    ):
        start = passage.place(passage.doc[before[-1].sent.start]).start
        host = without(passage, Span(start=start, end=frame.hull.start), frame.hull)
    elif quoted[0].start >= frame.hull.end and text[frame.hull.end : quoted[0].start].strip(" \"'“‘") == ",":
        around = _parenthetical(frame, sentence)
        host = around if around and around[0].end <= frame.hull.start else ()
    found = [span for span in (*clause, *host) if _meets_any((span,), quoted) or span in host]
    return merge([*quoted, *found])


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
            return tail(frame, child)
        told = _past_without(child) if allowed.clause else None
        if told is not None:
            return tail(frame, told)
        if _asked_for(child) and "for" in allowed.prepositions:
            return tail(frame, child)
        if allowed.clause and _is_unmarked(child) and lemma_of(token) in words("cues", "saying", "verbs"):
            return tail(frame, child)
        if child.dep_ in ("xcomp", "ccomp") and (allowed.infinitive or allowed.person_infinitive):
            return tail(frame, child)
        if child.dep_ == "dobj" and allowed.clause and any(grand.dep_ in ("acl", "relcl") for grand in child.children):
            # The parser often takes "claim the attack killed 24" for an object with a clause hung on it.
            return tail(frame, child, whole=not _relative(child))
    inverted = next((child for child in token.children if child.dep_ == "ccomp" and child.i < token.i), None)
    if inverted is not None and allowed.clause and frame.hull.end >= passage.cover(inverted.subtree).start:
        return _before(frame, inverted)
    return ()


def _asked_for(child: Token) -> bool:
    """ "Called for the road to be closed": the parser makes of it a clause that "for" introduces."""
    return child.dep_ in ("advcl", "ccomp", "xcomp") and any(
        word.lower_ == "for" and word.dep_ == "mark" for word in child.lefts
    )


def _is_unmarked(child: Token) -> bool:
    """ "Said after the meeting he would go": a clause that no conjunction makes a side clause is what was said."""
    if child.dep_ != "advcl" or (
        child.tag_ in ("VBG", "VBN", "VB") and not any(word.dep_ == "aux" for word in child.lefts)
    ):
        return False
    own = any(word.dep_ in SUBJECTS for word in child.lefts)
    return own and not any(word.dep_ == "mark" or word.tag_ in ("WRB", "WP", "WDT") for word in child.lefts)


def _past_without(child: Token) -> Token | None:
    """ "Claimed without evidence that 40 had died": the clause that the parser hung on the evidence."""
    if child.lower_ != "without":
        return None
    hung = (word for word in child.subtree if word.dep_ in ("acl", "ccomp", "relcl") and word.pos_ in ("VERB", "AUX"))
    return next((word for word in hung if any(mark.lower_ == "that" for mark in word.children)), None)


def _relative(noun: Token) -> bool:
    return any(word.lower_ in ("who", "which", "that") for word in noun.subtree)


def _before(frame: Frame, inverted: Token) -> tuple[Span, ...]:
    """The words before a frame that closes or parts its sentence: "…, he said", "…, he said, …"."""
    passage = frame.passage
    host = passage.cover(inverted.subtree)
    return without(
        passage, Span(start=min(host.start, frame.hull.start), end=max(host.end, frame.hull.end)), frame.hull
    )


def _parenthetical(frame: Frame, sentence: Sentence) -> tuple[Span, ...]:
    """A frame set off by commas, or closing its sentence after one: the rest of the sentence is what was said."""
    passage, hull = frame.passage, _with_asides(frame)
    whole = passage.cover(sentence)
    before = passage.article.text[whole.start : hull.start].rstrip()
    after = passage.article.text[hull.end : whole.end].strip()
    closes = not after.strip(".!?”\"' ") or _only_time(frame, sentence)
    if before.endswith((",", "”", '"', "—", "–")) and (closes or after.startswith(",")):
        clause = clause_around(passage, sentence, frame.cue)
        return without(passage, Span(start=clause.start, end=max(clause.end, hull.end)), hull, keep_after=not closes)
    return ()


def _with_asides(frame: Frame) -> Span:
    """Source and cue with whom it was told, when and where, up to the comma behind: "…, he told me on Friday, …"."""
    hull, cue = frame.hull, frame.cue
    if frame.passage.place(cue).end != hull.end:
        return hull
    hearer = lemma_of(cue) in words("cues", "takes", "hearer")
    asides = [
        child for child in cue.rights if child.dep_ in ASIDES and (child.dep_ not in ("dobj", "dative") or hearer)
    ]
    if any(child.lower_ in takes(lemma_of(cue)).prepositions for child in asides):
        return hull
    last = cue.i
    for child in asides:
        if child.left_edge.i != last + 1 or child.dep_ == "nsubj":
            break
        last = child.right_edge.i
    behind = cue.doc[last + 1] if last + 1 < len(cue.doc) else None
    if last == cue.i or behind is None or behind.text != "," or last - cue.i > LONGEST_ASIDE:
        return hull
    return Span(start=hull.start, end=frame.passage.place(cue.doc[last]).end)


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
        told = (
            lemma_of(token) in words("cues", "takes", "claim_noun")
            and is_told(objects[0])
            and not (lemma_of(token) == "make" and _is_known(objects[0]))
        )
        first = objects[0] if allowed.object or told else None
    return _with_second_number(frame, tail(frame, first)) if first is not None else ()


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


def _is_known(noun: Token) -> bool:
    """ "Made this statement on Monday": what was said is told elsewhere."""
    return any(child.lower_ in ("this", "that", "the", "these", "those") for child in noun.lefts) and not list(
        noun.rights
    )


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
