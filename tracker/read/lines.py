"""Lines on pages to paragraphs: what a PDF, which knows only where letters stand, does not say.

A paragraph ends where the next line stands lower or larger than usual, is indented, or where a sentence ended though
the next word would have fitted. What stands at the top or bottom of page after page is no part of the text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tracker.read.layout import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of print: its words, its page, and where it stands, as shares of the page (0 is left, 0 is the bottom)."""

    words: str
    page: int
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """How high its letters stand: their size, nearly."""
        return self.top - self.bottom


# Headers and footers stand in this share of a page, and on this many pages at least.
_MARGIN = 0.1
_REPEATED = 2

# A line is of another size where its letters are so much higher: headlines are set at one and a half and more.
_LARGER = 1.25
_HEADLINE = 1.4
_LONGEST_HEADLINE = 40

# What PDFium gives for a hyphen at the end of a line.
HYPHEN = "\ufffe"

_BULLET = re.compile(r"[•▪◦·‣–—*-] |\(?\d{1,2}[.)] ")
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")
_NUMBER = re.compile(r"(page\s*)?[\divxlc]{1,5}(\s*(of|/)\s*\d{1,4})?", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)\w{1,40}(?:-\w{1,40}){1,5}")


def find_paragraphs(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The paragraphs of a document's lines, given in reading order; the largest of the first page is its headline."""
    kept = _without_margins(lines)
    usual = _Usual.of(kept)
    compounds = frozenset(word for line in kept for word in _WORD.findall(line.words))
    paragraphs = list(_paragraphs(kept, usual))
    headline = _headline(paragraphs, usual)
    return tuple(
        Block(words=_join(lines, compounds), kind="headline" if lines is headline else "") for lines in paragraphs
    )


# --- Headers and footers ---


def _without_margins(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that stand in the margins of several pages, numbers aside, and bare page numbers."""
    marginal = {(line.page, _fold(line)) for line in lines if _is_marginal(line)}
    pages = Counter(words for _, words in marginal)
    return [line for line in lines if not (_is_marginal(line) and _is_running(line, pages))]


def _is_marginal(line: Line) -> bool:
    return line.bottom > 1 - _MARGIN or line.top < _MARGIN


def _is_running(line: Line, pages: Counter[str]) -> bool:
    return pages[_fold(line)] >= _REPEATED or bool(_NUMBER.fullmatch(line.words.strip(" -–—|")))


def _fold(line: Line) -> str:
    """A running title as compared: "Chapter 2: Ships 3" and "Chapter 2: Ships 5" are one."""
    return re.sub(r"\d+", "#", line.words.casefold()).strip()


# --- Paragraphs ---


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """How the text of a document is mostly set: the size of its letters, the room between its lines."""

    height: float
    gap: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Usual":
        heights = [line.height for line in lines for _ in range(0, len(line.words), 20)]
        gaps = [above.bottom - line.top for above, line in pairwise(lines) if _is_below(above, line)]
        return cls(height=median(heights) if heights else 0, gap=median(gaps) if gaps else 0)


def _is_below(above: Line, line: Line) -> bool:
    """Is it the next line of the same column?"""
    beside = line.left < above.right and above.left < line.right
    return above.page == line.page and beside and -line.height < above.bottom - line.top < 4 * line.height


def _paragraphs(lines: Iterable[Line], usual: _Usual) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    edge = _edges(lines)
    for line in lines:
        if paragraph and _begins(paragraph, line, usual, edge):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(paragraph: list[Line], line: Line, usual: _Usual, edge: dict[tuple[int, int], float]) -> bool:
    """Does a line begin a new paragraph?"""
    above = paragraph[-1]
    if _is_level(above, line):
        return False
    if not _is_below(above, line):
        return not _runs_on(above, line, edge)
    if _is_larger(above, line) or _is_larger(line, above) or _BULLET.match(line.words):
        return True
    hangs = len(paragraph) == 1 and _BULLET.match(above.words)
    indented = line.left - above.left > 0.8 * usual.height and not hangs
    if indented or above.bottom - line.top > usual.gap + 0.5 * usual.height:
        return True
    return bool(_ENDS.search(above.words)) and _would_fit(above, line, edge)


def _is_level(above: Line, line: Line) -> bool:
    """Do they stand beside each other: the words of one line, printed in pieces?"""
    return above.page == line.page and line.left >= above.right and abs(above.bottom - line.bottom) < line.height / 2


def _is_larger(line: Line, other: Line) -> bool:
    """Letters without strokes up or down make a line seem lower, never by so much where it has several words."""
    several = min(len(line.words), len(other.words)) > 12
    return line.height > (_LARGER if several else _HEADLINE) * other.height


def _runs_on(above: Line, line: Line, edges: dict[tuple[int, int], float]) -> bool:
    """Does a sentence go on at the top of the next column or page?"""
    if _ENDS.search(above.words) or _is_larger(above, line) or _is_larger(line, above):
        return False
    return line.words[:1].islower() or not _would_fit(above, line, edges)


def _edges(lines: Iterable[Line]) -> dict[tuple[int, int], float]:
    """How far the lines of each column reach, by page and the tenth of the page where they begin."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        column = line.page, int(line.left * 10)
        edges[column] = max(edges.get(column, 0), line.right)
    return edges


def _would_fit(above: Line, line: Line, edges: dict[tuple[int, int], float]) -> bool:
    """Would the first word of a line have found room on the one above?"""
    word = line.words.split(maxsplit=1)[0]
    letter = (line.right - line.left) / max(1, len(line.words))
    reach = max(edges[above.page, int(above.left * 10)], edges[line.page, int(line.left * 10)])
    return above.right + letter * (len(word) + 2) < reach


def _headline(paragraphs: Sequence[list[Line]], usual: _Usual) -> list[Line] | None:
    """The paragraph of the first page in the largest letters, where they are larger than the text's."""
    first = [lines for lines in paragraphs if lines[0].page == paragraphs[0][0].page and lines[0].bottom > 0.4]
    short = [lines for lines in first if sum(len(line.words.split()) for line in lines) <= _LONGEST_HEADLINE]
    best = max(short, key=lambda lines: lines[0].height, default=None)
    return best if best and best[0].height >= _HEADLINE * usual.height else None


# --- Words ---


def _join(lines: Sequence[Line], compounds: frozenset[str]) -> str:
    """The words of a paragraph in one line, words broken at a line's end made whole."""
    text = ""
    for line in lines:
        if text.endswith(HYPHEN):
            text = _mend(text.rstrip(HYPHEN), line.words, compounds)
        else:
            text = f"{text} {line.words}" if text else line.words
    return " ".join(text.replace(HYPHEN, "").split())


def _mend(text: str, rest: str, compounds: frozenset[str]) -> str:
    """A word broken at its hyphen keeps it where the document has the same word with one elsewhere."""
    whole = re.sub(r"^.*[\s(\"“‘]", "", text[-60:], flags=re.DOTALL) + "-" + re.split(r"[^\w-]", rest, maxsplit=1)[0]
    return f"{text}-{rest}" if whole in compounds else text + rest
