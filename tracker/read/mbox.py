"""Mailboxes (mbox, as mail programs export them): each message is read like a file of its own, one at a time."""

import io
import re
from collections.abc import Iterator
from functools import partial

from tracker.model import Unread
from tracker.read import limits
from tracker.read.inputs import Input

# The line that begins a message (RFC 4155); in a message it is written with a ">" before it.
_BEGINS = re.compile(rb"From [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(head: bytes) -> bool:
    """The line that begins a message, and a header below it."""
    found = _BEGINS.match(head)
    return found is not None and bool(re.match(rb"[A-Za-z-]+:", head[found.end() :]))


def read_mbox(found: Input) -> Iterator[Input | Unread]:
    """The messages in their order, named by their number."""
    for number, lines in enumerate(_messages(found), start=1):
        if lines is None:
            reason = f"message {number} has more than {limits.LARGEST / 1e6:,.0f} MB"
            yield Unread(
                path=f"{found.path}#{number}", reason=reason, cure="Save it by itself, without its attachments"
            )
        else:
            data = _ESCAPED.sub(rb"\1", b"".join(lines))
            yield found.member(f"{number}.eml", partial(io.BytesIO, data))


def _messages(found: Input) -> Iterator[list[bytes] | None]:
    """The lines of each message; none for one that is too large to be held."""
    lines: list[bytes] | None = []
    size, blank = 0, True
    stream = found.stream()
    for line in iter(lambda: stream.readline(limits.LARGEST), b""):
        if blank and _BEGINS.match(line):
            if _is_message(lines):
                yield lines
            lines, size = [], 0
        elif lines is not None:
            size += len(line)
            lines.append(line)
            lines = lines if size <= limits.LARGEST else None
        blank = not line.strip()
    if _is_message(lines):
        yield lines


def _is_message(lines: list[bytes] | None) -> bool:
    """Not the nothing before the first message."""
    return lines is None or any(map(bytes.strip, lines))
