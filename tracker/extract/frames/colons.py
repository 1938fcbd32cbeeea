"""“Police: 12 dead”: a headline whose first words can speak."""

from collections.abc import Sequence

from tracker.extract.frames.frame import Frame
from tracker.extract.frames.stretches import trim
from tracker.extract.parse import Passage
from tracker.extract.quotations import Quotation
from tracker.extract.speakers import can_speak

# More words than these before a colon are a sentence, not a speaker.
LONGEST_SPEAKER = 6


def colon_frames(passage: Passage, found: Sequence[Frame], long: Sequence[Quotation]) -> list[Frame]:
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
    said = trim(passage, passage.cover(passage.doc[colon.i + 1 :]))
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
            rule="colon",
        )
    ]
