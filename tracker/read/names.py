"""Names inside archives: labels in lists, never paths. Whatever stands in one, nothing is opened or written by it."""

import re

# A label longer than any file system's names is cut.
_LONGEST = 255

# Control characters, and those that turn the direction of what follows, make a list say what it does not.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def label(name: str) -> str:
    """A name as it is listed."""
    plain = _UNSEEN.sub("\ufffd", name.replace("\\", "/"))
    return plain if len(plain) <= _LONGEST else f"{plain[:100]}…{plain[101 - _LONGEST :]}"


def is_hidden(name: str) -> bool:
    """Is it a file that a folder would not show: hidden itself, in a hidden folder, or a Mac's companion of one?"""
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part not in (".", "..") for part in parts)
