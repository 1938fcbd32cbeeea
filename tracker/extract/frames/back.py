"""A saying that points back: “The army denies this”, “This was reported by the mayor”, “…, as stated by the ministry”.

What is confirmed or denied is another's claim, which the frame answers. What is reported is the sentence before.
"""

from dataclasses import replace

from tracker.extract.cues import lemma_of, stance_of, takes
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import noun_phrase, trim, without
from tracker.extract.parse import Passage, Sentence, Token
from tracker.lexicon import words
from tracker.model import Span


def back_frame(passage: Passage, sentence: Sentence, frame: Frame) -> Frame | None:
    """The frame with what it points back to; None where its verb points to nothing said before."""
    verb = frame.cue
    if not takes(lemma_of(verb)).listed or not (takes(lemma_of(verb)).clause or takes(lemma_of(verb)).object):
        return None
    as_word = next((child for child in verb.children if child.lower_ == "as" and child.i < verb.i), None)
    if as_word is not None and not _has_own_words(verb):
        whole = passage.cover(sentence)
        aside = Span(start=passage.place(as_word).start, end=frame.hull.end)
        pieces = without(passage, whole, aside)
        return replace(frame, fragments=pieces, rule="points back") if pieces else None
    pointer = next((child for child in verb.children if _points_back(child)), None)
    if pointer is None or (frame.head is None and frame.stance != "unknown"):
        return None
    if _answers(frame):
        span = noun_phrase(passage, pointer)
        if frame.head is None:
            # "The claim could not be verified": the outlet itself says so, and these are its words.
            span = Span(start=min(span.start, frame.cue_span.start), end=max(span.end, frame.cue_span.end))
        return replace(frame, fragments=(span,), otherwise=True, rule="points back")
    if frame.head is None:
        return None
    before = _sentence_before(passage, sentence)
    return replace(frame, fragments=(before,), rule="points back") if before is not None else None


def _answers(frame: Frame) -> bool:
    """Does the verb say yes or no to another's claim?"""
    return stance_of(frame.cue) == "denies" or lemma_of(frame.cue) in words("cues", "answering", "verbs")


def _has_own_words(verb: Token) -> bool:
    return any(child.dep_ in ("ccomp", "dobj", "xcomp", "oprd") and child.i > verb.i for child in verb.children)


def _points_back(child: Token) -> bool:
    """ "This", "which", "the claim": an object, or a passive's subject, that stands for what was said before."""
    if child.dep_ not in ("dobj", "nsubjpass"):
        return False
    if child.lower_ in words("cues", "answering", "pointers"):
        return True
    bare = [word for word in child.children if not word.is_punct]
    definite = any(word.lower_ in ("the", "this", "that", "these", "those", "such", "both") for word in bare)
    return definite and len(bare) == 1 and child.lemma_.lower() in words("cues", "answering", "nouns")


def _sentence_before(passage: Passage, sentence: Sentence) -> Span | None:
    """The sentence that a "this" means: the one before in the paragraph."""
    if sentence.start == 0:
        return None
    return trim(passage, passage.cover(passage.doc[sentence.start - 1].sent))
