"""The text of a format that has none of its own: its blocks of words in order, a blank line between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from tracker.model import Zone
from tracker.read.furniture import fold
from tracker.read.zones import find_zones

GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of words between two breaks, and its kind (headline, caption, dropped) where the file tells it."""

    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as it is stored, and its zones."""

    text: str
    zones: tuple[Zone, ...]


def lay_out(blocks: Iterable[Block], *, title: str = "") -> Text:
    """The text of the blocks, zoned: by the kinds that the file tells, else by what each is among its neighbours."""
    blocks = tuple(blocks)
    starts = accumulate((len(block.words) + len(GAP) for block in blocks), initial=0)
    known = {start: block.kind for start, block in zip(starts, blocks, strict=False) if block.kind}
    text = GAP.join(block.words for block in blocks)
    return Text(text=text, zones=find_zones(text, title=title, known=known))


def under(headline: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the headline first, and only there."""
    rest = tuple(block for block in blocks if fold(block.words) != fold(headline))
    return (Block(words=headline, kind="headline"), *rest) if headline else rest
