"""Printing: the only place that does. What was found goes to stdout, what a person should know to stderr."""

import json
import math
import sys
from collections.abc import Mapping
from io import TextIOWrapper

from tracker.progress import aside


def accept_any_character() -> None:
    """A terminal that lacks a letter shows a question mark; it does not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def plain(text: str) -> str:
    """One line without control characters: a headline or a file name must not steer the terminal."""
    return "".join(each if each.isprintable() else " " if each.isspace() else "" for each in text)


def tell(*lines: str) -> None:
    """What was found, to stdout; at once, as who reads it through a pipe may wait for it (the desk's address)."""
    with aside():
        for line in lines:
            print(plain(line))
        sys.stdout.flush()


def warn(*lines: str) -> None:
    """What a person should know, to stderr."""
    with aside():
        for line in lines:
            print(plain(line), file=sys.stderr)


def tell_json(value: Mapping[str, object] | list[object]) -> None:
    """What was found, for another program: one line of JSON, letters beyond ASCII escaped, an open end as "inf"."""
    tell(json.dumps(_finite(value)))


def _finite(value: object) -> object:
    """JSON has no infinity; the table contract reads the text as the number."""
    if isinstance(value, Mapping):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return "inf" if value > 0 else "-inf"
    return value
