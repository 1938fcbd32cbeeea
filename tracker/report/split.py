"""A report in several files: what goes on which page, worst first, and links that find the page they lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

# A page of this size is read in about a second on an ordinary machine; browsers slow down well before they fail.
LARGEST = 4_900_000

# Nobody reads five hundred incidents on one page; the sixth hundred is another page even where it is small.
MOST = 500

# In what the templates write, a quotation mark that is not mark-up is always escaped: these find mark-up alone.
# One begins with a letter of its own, not with any white space: Python's search leaps to it, fifteen times as fast.
_ID = re.compile(r' id="([^"]+)"')
_WAY = re.compile(r'href="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page that stays together: a row of the list, an incident, an article with its copies.

    It is held as it is written, in ``utf8``: as a text it would take twice the room wherever a letter is not Latin.
    """

    utf8: bytes

    def __len__(self) -> int:
        return len(self.utf8)

    @property
    def html(self) -> str:
        """The same as a text."""
        return self.utf8.decode("utf-8")

    def __html__(self) -> str:
        """How the templates take it: as it is."""
        return self.html


def pack(sizes: Iterable[int], *, largest: int = LARGEST, most: int = MOST) -> Iterator[range]:
    """Pieces of these sizes in their order, as many to a page as fit; one that is too large has a page of its own."""
    start = stop = filled = 0
    for size in sizes:
        if stop > start and (filled + size > largest or stop - start == most):
            yield range(start, stop)
            start, filled = stop, 0
        stop += 1
        filled += size
    if stop > start:
        yield range(start, stop)


def anchors(html: str) -> list[str]:
    """The places on a page, or on a piece of one, that a link can lead to."""
    return _ID.findall(html)


def places(files: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """The file each place of the report is in, as a link names it; of those that share a name the first."""
    homes: dict[str, str] = {}
    for name, found in files:
        named = quote(name)
        for anchor in found:
            homes.setdefault(anchor, named)
    return homes


def lead(html: str, homes: Mapping[str, str]) -> str:
    """A page whose links to places on other pages bear the names of these."""
    here = set(anchors(html))
    # Between two links the text stands as it is; every other piece is where a link leads.
    pieces = _WAY.split(html)
    for at in range(1, len(pieces), 2):
        anchor = pieces[at]
        home = "" if anchor in here else homes.get(anchor, "")
        pieces[at] = f'href="{home}#{anchor}"'
    return "".join(pieces)
