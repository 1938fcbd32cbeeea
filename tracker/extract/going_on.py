"""Sentences that go on with what a source said, without a cue of their own: “The missiles …” after “the army said”.

The plain narrative tense and a definite subject tell them: the subject takes up a thing that the source's words were
the first to name, so what is told of it comes from there. Everything else that has no cue is the article's own voice.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tracker.extract.drafts import GOING_ON, Draft
from tracker.extract.events import kind_of_event
from tracker.extract.parse import Passage, Sentence, Token
from tracker.lexicon import words
from tracker.model import Span

SUBJECTS = ("nsubj", "nsubjpass")
MARKS = '“”"«»?'
NUMBER = "CD"


def going_on(passages: Sequence[Passage], drafts: Sequence[Draft]) -> list[Draft]:
    """The sentences that go on with the claim right before them, each as a claim of the same speaker."""
    held: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        held[draft.passage.index].append(draft)
    return list(_following(passages, held))


def _following(passages: Sequence[Passage], held: dict[int, list[Draft]]) -> Iterator[Draft]:
    before: Draft | None = None
    for passage in passages:
        if passage.zone != "body":
            before = None
            continue
        for sentence in passage.doc.sents:
            span = passage.cover(sentence)
            own = [draft for draft in held[passage.index] if _stands_in(draft, span)]
            if before is not None and not own and _goes_on(passage, sentence, before):
                text = passage.text[sentence.start_char : sentence.end_char]
                said = Span(start=span.start, end=span.start + len(text.rstrip()))
                yield Draft(
                    passage=passage,
                    speaker=before.speaker,
                    fragments=(said,),
                    via=before.via,
                    confidence=GOING_ON,
                    takes_up=True,
                )
            before = max(own, key=lambda draft: draft.start) if own else None


def _stands_in(draft: Draft, sentence: Span) -> bool:
    return draft.holds(sentence) or (draft.frame is not None and draft.frame.hull.meets(sentence))


def _goes_on(passage: Passage, sentence: Sentence, before: Draft) -> bool:
    if not _reports(before) or passage.index - before.passage.index > 1:
        return False
    text = passage.text[sentence.start_char : sentence.end_char]
    if any(mark in text for mark in MARKS) or any(token.ent_type_ == "DATE" and token.like_num for token in sentence):
        return False
    subject = _opening_subject(sentence)
    return subject is not None and any(_takes_up(subject, token) for token in before.tokens())


def _reports(draft: Draft) -> bool:
    """Is this a claim in indirect speech, of somebody who tells what happened? Of footage the article tells itself."""
    if draft.frame is None or draft.frame.otherwise or draft.speaker is None or not draft.speaker.name:
        return False
    if draft.frame.stance not in ("asserts", "estimates", "concedes"):
        return False
    quoted = any(mark in draft.passage.article.text[draft.start : draft.end] for mark in MARKS)
    return not quoted and draft.speaker.kind not in ("visual_evidence", "document")


def _opening_subject(sentence: Sentence) -> Token | None:
    """The definite noun that opens a sentence told in the past; None where it opens otherwise."""
    verb = sentence.root
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    first = next((token for token in sentence if not token.is_space), None)
    if verb.pos_ != "VERB" or subject is None or first is None or subject.pos_ != "NOUN":
        return None
    if subject.left_edge != first or first.lower_ not in words("cues", "going_on", "definite"):
        return None
    forms = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    told = any(form.tag_ == "VBD" for form in forms)
    narrowed = any(child.dep_ in ("relcl", "prep") for child in subject.rights)
    return subject if told and not narrowed and not kind_of_event(subject) else None


def _takes_up(subject: Token, earlier: Token) -> bool:
    """Does "the missiles" mean the missiles named before, and were those named there for the first time?"""
    if earlier.lemma_.lower() != subject.lemma_.lower() or earlier.tag_ != subject.tag_ or not _is_new(earlier):
        return False
    said = {child.lower_ for child in earlier.lefts}
    own = [child for child in subject.lefts if child.dep_ != "det" and child.tag_ != NUMBER]
    return all(child.lower_ in said for child in own)


def _is_new(noun: Token) -> bool:
    """ "A boy", "two missiles", "missiles": a thing that is named for the first time."""
    left = list(noun.lefts)
    known = words("cues", "going_on", "known")
    if any(child.dep_ == "poss" or child.lower_ in known for child in left):
        return False
    return noun.tag_ == "NNS" or any(child.lower_ in words("cues", "going_on", "new") for child in left)
