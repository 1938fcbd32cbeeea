"""A report in several files: what goes on which page, worst first, and links that find the page they lead to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

# A page of this size is read in about a second on an ordinary machine; browsers slow down well before they fail.
LARGEST = 4_900_000

# Nobody reads five hundred incidents on one page; the sixth hundred is another page even where it is small.
MOST = 500

# In what the templates write, a quotation mark that is not mark-up is always escaped: these find mark-up alone.
# One begins with a letter of its own, not with any white space: Python's search leaps to it, fifteen times as fast.
_ID = re.compile(r' id="([^"]+)"')
_WAY = re.compile(r'href="#([^"]+)"')


@dataclass(frozen=True)
class Piece:
    """A stretch of a page that stays together: a row of the list, an incident, an article with its copies."""

    html: str

    def __html__(self) -> str:
        """How the templates take it: as it is."""
        return self.html

    @cached_property
    def size(self) -> int:
        """Bytes, in the encoding it is written in."""
        return len(self.html.encode("utf-8", "replace"))


def pack(pieces: Iterable[Piece], *, largest: int = LARGEST, most: int = MOST) -> Iterator[tuple[Piece, ...]]:
    """Pieces in their order, as many to a page as fit; one that is too large has a page of its own."""
    page: list[Piece] = []
    filled = 0
    for piece in pieces:
        if page and (filled + piece.size > largest or len(page) == most):
            yield tuple(page)
            page, filled = [], 0
        page.append(piece)
        filled += piece.size
    if page:
        yield tuple(page)


def places(files: Mapping[str, str]) -> dict[str, str]:
    """The file each place of the report is in, of those that share a name the first."""
    homes: dict[str, str] = {}
    for name, html in files.items():
        for anchor in _ID.findall(html):
            homes.setdefault(anchor, name)
    return homes


def lead(html: str, homes: Mapping[str, str]) -> str:
    """A page whose links to places on other pages bear the names of these."""
    here = set(_ID.findall(html))
    # Between two links the text stands as it is; every other piece is where a link leads.
    pieces = _WAY.split(html)
    for at in range(1, len(pieces), 2):
        anchor = pieces[at]
        home = "" if anchor in here else quote(homes.get(anchor, ""))
        pieces[at] = f'href="{home}#{anchor}"'
    return "".join(pieces)
