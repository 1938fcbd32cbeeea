"""A list of addresses (``urls.txt``): each page is fetched and read, where the user allows it (``--fetch``).

An address a line; blank lines, and those that begin with "#", say nothing.
"""

from collections.abc import Iterator

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read.formats import is_web
from tracker.read.inputs import Input


def is_urls(head: bytes) -> bool:
    """Nothing but addresses, the last of which may be cut off; one of them at least."""
    lines = [line.split() for line in head.decode("utf-8-sig", "replace").splitlines()]
    told = [words for words in lines if words and not words[0].startswith("#")]
    return bool(told) and all(len(words) == 1 and is_web(words[0]) for words in told)


def read_urls(found: Input) -> Iterator[Input | Unread]:
    """The pages at the addresses, in their order; each that cannot be had is listed."""
    for number, line in found.lines():
        address = line.decode("utf-8-sig", "replace").strip()
        if not address.startswith("#"):
            yield _page(found, address, number)


def _page(found: Input, address: str, number: int) -> Input | Unread:
    if not is_web(address):
        cure = "Write one address a line, like https://example.org/article"
        return Unread(path=f"{found.path}#{number}", reason=f"line {number}: it is no address of the web", cure=cure)
    try:
        return found.linked(address)
    except UnreadableError as error:
        return Unread(path=address, reason=error.reason, cure=error.cure)
