"""Ways in and out of the page: anchors that are safe and unique, links that lead to the web and nowhere else."""

import os
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from tracker.model import content_id
from tracker.report.pages import Link

# A text fragment longer than this is given by its first and last words, as browsers match long ones badly
# (WICG, Scroll to Text Fragment, "textStart,textEnd").
WHOLE_WORDS = 8
EDGE_WORDS = 4

# What an address may hold as it is; a letter of any other alphabet is percent-encoded.
_KEPT = "/%:@!$&'()*+,;=~?"

_SHOWN = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.ASCII | re.IGNORECASE)
_OURS = re.compile(r"[a-z0-9-]+")
_HOST = re.compile(r"[a-z0-9._:-]+")


# Each is asked for by all that leads to it, one after the other.
@lru_cache(1 << 14)
def anchor(prefix: str, name: str) -> str:
    """The ``id`` of a noun in the page: its own id where that is of our making, one that follows from it otherwise.

    Tables may come from anywhere, so an id may hold a quotation mark, a space, or be shared by two kinds of noun.
    """
    ours = name.startswith(f"{prefix}-") and _OURS.fullmatch(name, len(prefix) + 1)
    return name if ours else content_id(prefix, name)


def shown_path(path: str, *, folder: Path | None = None) -> str:
    """Where an input was read from, counted from the working folder if it lies there: where on this machine that is
    concerns no reader. An address, or a file elsewhere, stands as it was given.
    """
    home = f"{folder or Path.cwd()}{os.sep}"
    return path.removeprefix(home)


def original(url: str, words: str = "") -> Link | None:
    """The link to an article on the web, at the ``words`` if there are any; None for what is not http or https.

    A name before the host ("https://paper.example@elsewhere.example") only ever misleads, and is left out.
    """
    if not _SHOWN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:  # such as http://[x, or a host no network knows; a UnicodeError is one too
        return None
    if not _HOST.fullmatch(host):
        return None
    address = parts._replace(
        netloc=(f"[{host}]" if ":" in host else host) + (f":{port}" if port else ""),
        path=quote(parts.path, safe=_KEPT),
        query=quote(parts.query, safe=_KEPT),
        fragment=quote(parts.fragment, safe=_KEPT),
    )
    return Link(href=address.geturl() + _fragment(url, words), host=host)


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
