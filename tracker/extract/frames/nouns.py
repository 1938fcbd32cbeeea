"""A noun that names the saying: “Russia's claim of one dead”, “a statement by X that …”."""

from tracker.extract.cues import is_claim_noun, stance_of
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import noun_phrase, trim
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.speakers import can_speak
from tracker.lexicon import words


def noun_frame(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
    """ "Russia's claim of one dead", "a statement by X that …": a noun that names the saying."""
    if token.pos_ != "NOUN" or not is_claim_noun(token.lemma_.lower()):
        return None
    head = _owner(token)
    if head is None or not (can_speak(head) or head.lower_ in words("sources", "speakers", "possessive")):
        return None
    content = next(
        (
            child
            for child in token.children
            if child.i > token.i and (child.lower_ == "of" or child.dep_ in ("acl", "ccomp", "relcl"))
        ),
        _predicate(token),
    )
    if content is None or not (content.lower_ == "of" or any(word.lower_ == "that" for word in content.children)):
        return None
    tokens = [
        word
        for word in (*token.subtree, *(content.subtree if content.head != token else ()))
        if word.i > content.i or (content.lower_ != "of" and word in content.subtree)
    ]
    span = trim(passage, passage.cover(tokens)) if tokens else None
    source = noun_phrase(passage, head)
    if span is None or span.meets(source):
        return None
    cue = passage.place(token)
    return Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=head,
        source=source,
        fragments=(span,),
        stance=stance_of(token),
        rule="noun",
    )


def _predicate(noun: Token) -> Token | None:
    """ "The army's claim is that …": the clause that says what the claim is."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    return next((child for child in noun.head.children if child.dep_ == "ccomp" and child.i > noun.head.i), None)


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "X's claim", "the claim by X", "figures from X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None
