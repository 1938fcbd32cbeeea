"""A verb that says: “X said …”, “…, X said”, “it was reported that …”, and the verb the parser took for a noun."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.extract.cues import is_evidence_verb, is_negated, lemma_of, stance_of, takes
from tracker.extract.frames.back import back_frame
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.quoted import touching
from tracker.extract.frames.said import said
from tracker.extract.frames.stretches import SUBJECTS, cue_span, noun_phrase, trim
from tracker.extract.parse import Passage, Sentence, Token
from tracker.extract.quotations import Quotation
from tracker.extract.speakers import can_speak, is_evidence
from tracker.lexicon import words
from tracker.model import Span

# A closing phrase of more words than these is a clause of its own.
LONGEST_SPEAKER = 9
# Dependents of a verb that share its subject: "said …, adding that …", "said … and warned".
SHARING = {"conj", "advcl", "xcomp", "acl", "pcomp"}


def verb_frame(passage: Passage, sentence: Sentence, token: Token, long: Sequence[Quotation]) -> Frame | None:
    """The attribution a verb makes, where its subject can speak and something is said."""
    if not _is_verb(token):
        return None
    lemma = lemma_of(token)
    if _tells_of_no_statement(token, lemma):
        return None
    if lemma in words("cues", "belief", "verbs") and token.dep_ not in ("ROOT", "conj", "parataxis"):
        return None
    allowed = takes(lemma)
    head = subject(token)
    speaks = head is not None and can_speak(head) and (not is_evidence(head) or is_evidence_verb(lemma))
    if not allowed.listed and not long and not (speaks and _that_clause(token)):
        return None
    source = _mention(passage, token, head) if head is not None else None
    cue = cue_span(passage, token)
    beside = source if head is None or _own_subject(token, head) else None
    quoted = tuple(touching(passage, long, cue, beside, token)) if speaks or (head is None and allowed.listed) else ()
    if not allowed.listed:
        # "The fire was “out of control”": beside a verb that is no cue the marks are a term's, but for a comma.
        # Nor beside what somebody does in passing ("who attended", "pointing at the wall").
        passing = token.tag_ == "VBG" or token.dep_ == "relcl"
        quoted = quoted if allowed.clause and not passing and _set_apart(passage, quoted, cue) else ()
        if not quoted and not (speaks and _that_clause(token)):
            return None
    if not quoted and head is not None and not speaks:
        return None
    if head is None and not quoted and not _impersonal(token):
        return None
    frame = Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=head,
        source=source,
        fragments=(),
        stance=stance_of(token),
        rule="verb",
    )
    turned = _otherwise(passage, token)
    if turned is not None:
        return replace(frame, fragments=(turned,), stance="denies", otherwise=True)
    if not quoted and (back := back_frame(passage, sentence, frame)) is not None:
        return back
    fragments = said(frame, sentence, quoted)
    return replace(frame, fragments=fragments) if fragments else None


def _is_verb(token: Token) -> bool:
    """Is this a verb, or a word the parser took for a noun and yet gave a subject and a clause ("figures show …")?"""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("aux", "auxpass", "amod", "compound")
    links = {child.dep_ for child in token.children}
    return token.dep_ == "ROOT" and "nsubj" in links and "ccomp" in links and takes(lemma_of(token)).listed


def _tells_of_no_statement(verb: Token, lemma: str) -> bool:
    """ "Showed up late", "did not respond to questions", "to prove that": the words of saying without a saying."""
    particles = {child.lower_ for child in verb.children if child.dep_ == "prt"}
    if lemma in words("cues", "phrasal", "verbs") and particles & words("cues", "phrasal", "particles"):
        return True
    if lemma in words("cues", "phrasal", "unanswered") and is_negated(verb):
        return True
    if lemma in words("cues", "takes", "name") and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return not any(child.dep_ == "agent" for child in verb.children)  # "a group called Citizens for Peace"
    return not takes(lemma).listed and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _own_subject(verb: Token, head: Token) -> bool:
    """Does the source hang on the verb itself, or the verb on it, rather than on a verb whose subject it shares?"""
    return verb in (head.head, head.head.head) or verb.head == head


def _set_apart(passage: Passage, quoted: tuple[Span, ...], cue: Span) -> bool:
    """Does a comma or a colon stand between the quoted words and the frame?"""
    text = passage.article.text
    for span in quoted:
        between = text[cue.end : span.start] if span.start >= cue.end else text[span.end - 1 : cue.start]
        if any(mark in between for mark in ",:"):
            return True
    return False


def _mention(passage: Passage, verb: Token, head: Token) -> Span:
    """The subject's phrase, with a title that the parser made a subject of its own right before it."""
    span = noun_phrase(passage, head)
    for other in verb.children:
        if other.dep_ in SUBJECTS and other != head and other.right_edge.i + 1 == head.left_edge.i:
            return Span(start=noun_phrase(passage, other).start, end=span.end)
    return span


def subject(verb: Token) -> Token | None:
    """Who does what the verb tells: its own subject, the agent of a passive, or the subject it shares."""
    below = [(child.dep_, child) for child in verb.children]
    agent = next((child for role, child in below if role == "agent"), None)
    if agent is not None:
        return next((child for child in agent.children if child.dep_ == "pobj"), None)
    passive = any(role == "auxpass" for role, _ in below)
    # Of two subjects ("Kharkiv's mayor Ihor Terekhov", parted by the parser) the nearer is the name.
    own = next((child for role, child in reversed(below) if role in SUBJECTS), None)
    if own is not None:
        return None if passive else own
    if passive:
        return None
    if verb.dep_ == "relcl":
        return verb.head
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.pos_ in ("ADP", "SCONJ") else verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        # "The mayor was quoted as saying": whoever quotes, the mayor says it.
        quoted = next((child for child in above.children if child.dep_ == "nsubjpass"), None)
        if quoted is not None:
            return quoted
    if verb.dep_ == "pcomp":
        # "Aside from saying that …", "other than saying": the prepositions lead up to the verb.
        while (
            above.dep_ in ("prep", "advmod", "mark")
            and above.pos_ in ("ADP", "ADV", "ADJ", "SCONJ")
            and above.head != above
        ):
            above = above.head
    if verb.dep_ in SHARING and above.pos_ in ("VERB", "AUX") and above != verb:
        shares = verb.dep_ in ("conj", "pcomp") and verb.tag_ != "VBN"
        return _passive_subject(above) if shares else subject(above)
    if verb.dep_ in ("acl", "pcomp") and above.pos_ in ("NOUN", "PROPN"):
        return above
    return None


def _passive_subject(verb: Token) -> Token | None:
    """Who an active verb behind a passive one tells of: "She was asked about it and said …"."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return subject(verb)


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


def closing_frame(passage: Passage, sentence: Sentence, token: Token) -> Frame | None:
    """ "…, state media reports.": the last words of a sentence after a comma, where the parser lost the verb's subject.

    It takes the verb for a noun, or the speaker for an apposition to the last word said.
    """
    if not _ends_sentence(sentence, token):
        return None
    allowed = takes(lemma_of(token))
    if not allowed.clause or not allowed.listed:
        return None
    verb = (
        token.pos_ == "VERB" and subject(token) is None and not any(child.dep_ == "auxpass" for child in token.children)
    )
    # A noun in its plain form is one ("The Night Show"); a verb taken for a noun has an ending.
    if not verb and (token.pos_ not in ("NOUN", "PROPN") or not token.lower_.endswith(("s", "d"))):
        return None
    if not verb and (token.dep_ in ("pobj", "dobj") or token.text[:1].isupper()):
        return None  # "…, on the road in five states", "…, and so did the United States"
    mention = _last_phrase(passage, sentence, token)
    head = next((word for word in mention if word.head not in mention and can_speak(word)), None)
    if head is None:
        return None
    said = trim(passage, passage.cover(passage.doc[sentence.start : mention[0].i]))
    cue, source = passage.place(token), passage.cover(mention)
    found = (said,) if said is not None else ()
    return Frame(
        passage=passage,
        cue=token,
        cue_span=cue,
        head=head,
        source=source,
        fragments=found,
        stance=stance_of(token),
        rule="closing verb",
    )


def _ends_sentence(sentence: Sentence, token: Token) -> bool:
    return all(word.is_punct or word.is_space for word in token.doc.words[token.i + 1 : sentence.end])


def _last_phrase(passage: Passage, sentence: Sentence, token: Token) -> list[Token]:
    """The words between the last comma or closing mark and a verb that ends its sentence."""
    before = list(passage.doc[sentence.start : token.i])
    comma = next((word for word in reversed(before) if word.text in (",", "”", '"')), None)
    phrase = before[comma.i + 1 - sentence.start :] if comma is not None else []
    return phrase if len(phrase) <= LONGEST_SPEAKER else []
