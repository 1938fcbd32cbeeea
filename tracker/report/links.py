"""Ways in and out of the page: anchors that are safe and unique, links that lead to the web and nowhere else."""

import re
from urllib.parse import quote, urlsplit

from tracker.model import content_id
from tracker.report.pages import Link

# A text fragment longer than this is given by its first and last words, as browsers match long ones badly
# (WICG, Scroll to Text Fragment, "textStart,textEnd").
WHOLE_WORDS = 8
EDGE_WORDS = 4

_SHOWN = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.ASCII | re.IGNORECASE)


def anchor(prefix: str, name: str) -> str:
    """The ``id`` of a noun in the page: its own id where that is of our making, one that follows from it otherwise.

    Tables may come from anywhere, so an id may hold a quotation mark, a space, or be shared by two kinds of noun.
    """
    return name if re.fullmatch(rf"{prefix}-[a-z0-9-]+", name) else content_id(prefix, name)


def original(url: str, words: str = "") -> Link | None:
    """The link to an article on the web, at the ``words`` if there are any; None for what is not http or https."""
    if not _SHOWN.fullmatch(url):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:  # an address such as http://[x
        return None
    return Link(href=url + _fragment(url, words), host=_plain(host)) if host else None


def _plain(host: str) -> str:
    """A host as the network spells it, so that a letter of another alphabet cannot pass for one of ours."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(host)


def _fragment(url: str, words: str) -> str:
    found = words.split()
    if not found:
        return ""
    whole = len(found) <= WHOLE_WORDS
    ends = [found] if whole else [found[:EDGE_WORDS], found[-EDGE_WORDS:]]
    text = ",".join(_percent(" ".join(end)) for end in ends)
    return f"{'' if '#' in url else '#'}:~:text={text}"


def _percent(words: str) -> str:
    """Percent-encoded with the hyphen too, which has a meaning of its own in a text fragment."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
