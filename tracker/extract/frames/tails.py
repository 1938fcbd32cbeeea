"""How far the words said reach: from a complement's first word to the last before another voice or a doubt."""

from tracker.extract.cues import lemma_of, takes
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import SUBJECTS, trim
from tracker.extract.frames.unproven import doubts_speaker
from tracker.extract.parse import Token
from tracker.lexicon import words
from tracker.model import Span

# What stands between a cue and the words said: whom, when, where, how.
ASIDES = {"dative", "dobj", "prep", "npadvmod", "advmod", "prt", "nsubj"}


def tail(frame: Frame, first: Token, *, whole: bool = True) -> tuple[Span, ...]:
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
    while last > first_word and (
        passage.doc[last].dep_ == "cc" or (passage.doc[last].is_punct and passage.doc[last - 1].dep_ == "cc")
    ):
        last -= 1
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
        if child.i > cue.i and (child.dep_ in ASIDES or child.is_punct or _is_citing(child)) and child.i < start
        for word in child.subtree
    }
    if frame.source is not None and frame.passage.place(cue).end <= frame.source.start:
        return start
    return next((word.i for word in cue.doc[cue.i + 1 : start] if word.i not in aside and not word.is_punct), start)


def _is_citing(word: Token) -> bool:
    return word.tag_ == "VBG" and lemma_of(word) in words("cues", "relays", "verbs")


def _next_voice(frame: Frame, first: int, last: int) -> int:
    """The last word before somebody's next saying inside a sentence: "…, adding that", "…, while others say"."""
    doc = frame.cue.doc
    for word in doc[first + 1 : last + 1]:
        if word.i - first < 3 or frame.cue.i > word.i:
            continue
        if (
            doc[word.i - 1].text in (",", "-", "–", "—", "”", '"', "''")
            and word.tag_ == "VBG"
            and says(word)
            and _goes_on(word)
        ):
            return word.i - 1
        if doubts_speaker(word):
            return word.i - 1
        if word.lower_ == "which" and word.dep_ in ("dobj", "nsubjpass") and says(word.head):
            return word.i - 1
        if word.lower_ in words("cues", "contrasts", "words") and any(
            says(later) and _has_subject(later) for later in doc[word.i : last + 1]
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
        asked = any(grand.dep_ == "auxpass" for grand in cue.children) and says(child)
        return child.tag_ != cue.tag_ and not asked and not any(grand.dep_ in SUBJECTS for grand in child.children)
    if child.dep_ == "advcl":
        return (
            not any(grand.lower_ in words("cues", "contrasts", "words") for grand in child.children)
            and not takes(lemma_of(child)).listed
        )
    return child.dep_ in ("prep", "dobj", "dep", "appos")


def says(word: Token) -> bool:
    """Is this a verb that says something of its own?"""
    return word.pos_ == "VERB" and takes(lemma_of(word)).listed and takes(lemma_of(word)).clause
