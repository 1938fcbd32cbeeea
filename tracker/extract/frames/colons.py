"""“Police: 12 dead”, “12 dead: police”, “MAYOR: We were warned”: who speaks stands by a colon."""

from collections.abc import Sequence

from tracker.extract.events import kind_of_event
from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import trim
from tracker.extract.parse import Passage, Token
from tracker.extract.quotations import Quotation
from tracker.extract.speakers import SPEAKING_ENTITIES, can_speak, kind_of_words
from tracker.lexicon import words
from tracker.lexicon.gazetteer import find_people, find_place
from tracker.model import Span

# More words than these beside a colon are a sentence, not a speaker.
LONGEST_SPEAKER = 6
# "Nine dead in fire - ministry": the dash of a headline that gives the source last.
MARKS = (":", "-", "–", "—")


def colon_frames(passage: Passage, found: Sequence[Frame], long: Sequence[Quotation]) -> list[Frame]:
    """The speaker before the first colon of a headline, or behind its last one; in the text, that of a transcript."""
    if passage.zone == "headline":
        frame = _leading(passage, found) or _trailing(passage, found)
    else:
        frame = _transcript(passage, found)
    return [frame] if frame is not None else []


def _leading(passage: Passage, found: Sequence[Frame]) -> Frame | None:
    """ "Police: 12 dead": a headline whose first words can speak."""
    colon = next((token for token in passage.doc if token.text == ":"), None)
    if colon is None or not 0 < colon.i <= LONGEST_SPEAKER or any(frame.cue.i < colon.i for frame in found):
        return None
    return _frame(passage, colon, list(passage.doc[: colon.i]), list(passage.doc[colon.i + 1 :]))


def _trailing(passage: Passage, found: Sequence[Frame]) -> Frame | None:
    """ "12 dead in ferry fire: police", "… - ministry": a headline whose last words can speak."""
    mark = next((token for token in reversed(list(passage.doc)) if token.text in MARKS), None)
    if mark is None or found or mark.i < 3 or not 1 < len(passage.doc) - mark.i <= LONGEST_SPEAKER:
        return None
    behind = list(passage.doc[mark.i + 1 :])
    if any(token.pos_ in ("VERB", "AUX", "NUM") for token in behind) or not _told_apart(mark):
        return None
    return _frame(passage, mark, behind, list(passage.doc[: mark.i]))


def _told_apart(mark: Token) -> bool:
    """Is a dash set off by spaces, so that it joins no word to another?"""
    return mark.text == ":" or (bool(mark.nbor(-1).whitespace_) and bool(mark.whitespace_))


def _transcript(passage: Passage, found: Sequence[Frame]) -> Frame | None:
    """ "MAYOR: We were warned": a paragraph that opens with a speaker in capitals."""
    colon = next((token for token in passage.doc[: LONGEST_SPEAKER + 1] if token.text == ":"), None)
    if colon is None or colon.i == 0 or any(frame.cue.i < colon.i for frame in found):
        return None
    left = list(passage.doc[: colon.i])
    spoken = [token for token in left if token.is_alpha]
    if not spoken or not all(token.text.isupper() and len(token.text) > 1 for token in spoken):
        return None
    said = trim(passage, passage.cover(passage.doc[colon.i + 1 :])) if colon.i + 1 < len(passage.doc) else None
    if said is None or spoken[-1].lower_ in words("sources", "topics", "words") or _is_dateline(spoken):
        return None
    return _told(passage, colon, left, spoken[-1], said)


def _is_dateline(spoken: Sequence[Token]) -> bool:
    """ "LIMA: Four people died": a place in capitals is where it was written."""
    return find_place(" ".join(token.text.title() for token in spoken)) is not None


def _frame(passage: Passage, mark: Token, speaker: list[Token], words_said: list[Token]) -> Frame | None:
    nouns = [token for token in speaker if token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")]
    said = trim(passage, passage.cover(words_said)) if words_said else None
    if not nouns or said is None or not _speaks(nouns):
        return None
    return _told(passage, mark, speaker, nouns[-1], said)


def _speaks(nouns: Sequence[Token]) -> bool:
    """Can the words beside a colon speak: a kind of source, a country, a name; never a topic ("Coast storm:")?"""
    last = nouns[-1]
    if any(token.lower_ in words("sources", "topics", "words") or kind_of_event(token) for token in nouns):
        return False
    kind = kind_of_words([last.lower_, last.lemma_.lower()])
    named = last.ent_type_ in SPEAKING_ENTITIES or find_place(last.text) is not None or bool(find_people(last.text))
    return bool(kind) or named or (can_speak(last) and last.pos_ != "ADJ")


def _told(passage: Passage, mark: Token, speaker: Sequence[Token], head: Token, said: Span) -> Frame:
    return Frame(
        passage=passage,
        cue=mark,
        cue_span=passage.place(mark),
        head=head,
        source=passage.cover(speaker),
        fragments=(said,),
        stance="asserts",
        rule="colon",
    )
