"""Who told it to the outlet: “Reuters reported, citing two officials”, “television quoted the mayor as saying”.

The words are those of whom the outlet cites; the outlet passed them on. Both are kept: the cited as the source, the
outlet as the relay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.extract.cues import lemma_of
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import SUBJECTS, noun_phrase
from tracker.extract.parse import Token
from tracker.extract.speakers import can_speak, is_evidence
from tracker.lexicon import words


def relayed(frames: Sequence[Frame]) -> list[Frame]:
    """The frames of a paragraph with those cited as their sources, and without the frames of the citing itself."""
    found = [_quoted_as(frame) for frame in frames if not _is_quoting_as(frame)]
    citing = {frame.cue.i for frame in found if _is_citing(frame.cue) and _cited(frame.cue) is not None}
    kept = [frame for frame in found if frame.cue.i not in citing]
    cited = _citing_of(kept)
    return [_passed_on(frame, cited[frame.cue.i]) if frame.cue.i in cited else frame for frame in kept]


def _citing_of(frames: Iterable[Frame]) -> dict[int, Token]:
    """For the cue of each frame whom its outlet cites; of several frames in a sentence the nearest one is meant."""
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.cue.sent.start, []).append(frame)
    found: dict[int, Token] = {}
    for told in by_sentence.values():
        for word in told[0].cue.sent:
            source = _cited(word) if _is_citing(word) else None
            if source is not None:
                before = [frame for frame in told if frame.cue.i < word.i and frame.head is not None]
                after = [frame for frame in told if frame.cue.i > word.i and frame.head is not None]
                nearest = before[-1:] or after[:1]
                found.update({frame.cue.i: source for frame in nearest})
    return found


def _is_citing(word: Token) -> bool:
    return word.tag_ == "VBG" and lemma_of(word) in words("cues", "relays", "verbs")


def _cited(word: Token) -> Token | None:
    """Whom a "citing" names, where that can speak; a figure or a reason that is cited cannot."""
    source = next((child for child in word.children if child.dep_ in ("dobj", "dative") and child.i > word.i), None)
    if source is None or source.lemma_.lower() in words("cues", "relays", "reasons"):
        return None
    return source if can_speak(source) or is_evidence(source) else None


def _passed_on(frame: Frame, source: Token) -> Frame:
    if frame.head is None or frame.head.i == source.i:
        return frame
    return replace(
        frame,
        head=source,
        source=noun_phrase(frame.passage, source),
        relay=frame.head,
        relay_source=frame.source,
    )


# -- "quoted the mayor as saying" ----------------------------------------------------------------------------------


def _is_quoting_as(frame: Frame) -> bool:
    """Is this the "quoted" of "quoted the mayor as saying", whose "saying" is a frame of its own?"""
    return lemma_of(frame.cue) in words("cues", "relays", "verbs") and any(
        child.lower_ == "as" and any(grand.tag_ == "VBG" for grand in child.children) for child in frame.cue.children
    )


def _quoted_as(frame: Frame) -> Frame:
    """ "Saying" in "quoted the mayor as saying": the mayor's words, passed on by who quoted them."""
    above = frame.cue.head
    if frame.cue.tag_ != "VBG" or above.lower_ != "as" or lemma_of(above.head) not in words("cues", "relays", "verbs"):
        return frame
    quoting = above.head
    passive = any(child.dep_ == "auxpass" for child in quoting.children)
    subject = next((child for child in quoting.children if child.dep_ in SUBJECTS), None)
    agent = next((grand for child in quoting.children if child.dep_ == "agent" for grand in child.children), None)
    source = subject if passive else next((child for child in quoting.children if child.dep_ == "dobj"), None)
    relay = agent if passive else subject
    if source is None:
        return frame
    passed = replace(frame, head=source, source=noun_phrase(frame.passage, source))
    if relay is None:
        return passed
    return replace(passed, relay=relay, relay_source=noun_phrase(frame.passage, relay))
