"""The frame: one attribution as found in a paragraph, tokens and stretches, nobody named yet."""

from dataclasses import dataclass

from tracker.extract.parse import Passage, Token
from tracker.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One attribution: the tokens of the source's mention (none: unnamed), the cue, and the stretches said.

    ``rule`` names the construction that was met, for who asks why: according to, verb, closing verb, noun, colon,
    points back, unproven. ``otherwise``: it answers another's claim; without a ``head`` the outlet itself does.
    ``relay`` and ``relay_source`` are who passed the words on, where the frame says so ("X, citing Y").
    """

    passage: Passage
    cue: Token
    cue_span: Span
    head: Token | None
    source: Span | None
    fragments: tuple[Span, ...]
    stance: str
    rule: str
    otherwise: bool = False
    relay: Token | None = None
    relay_source: Span | None = None

    @property
    def start(self) -> int:
        """Where the words said begin."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the words said end."""
        return self.fragments[-1].end

    @property
    def hull(self) -> Span:
        """Source and cue together."""
        cue, source = self.cue_span, self.source
        if source is None:
            return cue
        return Span(start=min(cue.start, source.start), end=max(cue.end, source.end))
