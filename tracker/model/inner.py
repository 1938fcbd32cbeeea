"""What the store keeps so that the next run need not do its work again. All of it can be made anew from the rest.

``made_by`` is the mark of the version and the word lists that made a row: one of another mark is made again. Numbers
are kept as bytes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file as it was when its articles were read: one of the same bytes need not be read again.

    ``modified`` is its time stamp in nanoseconds, ``articles`` what was found in it.
    """

    input_id: str
    path: str
    size: int = 0
    modified: int = 0
    sha256: str = ""
    made_by: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is kept of an article, so that others can be held against it without its being read again.

    ``outline`` is for grouping, ``likeness`` for finding copies, ``names`` for naming its sources as others do.
    """

    article_id: str
    made_by: str = ""
    outline: bytes = b""
    likeness: bytes = b""
    names: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the last run of a step found, for the next one to start from."""

    memory_id: str
    made_by: str = ""
    content: bytes = b""
