"""Decisions as a file: one JSON object a line, in the order of their ids.

Two desks keep such a file in git. A new decision becomes a line somewhere in the middle, so that most merges need
nobody; where both sides' lines must stay, ``decisions.jsonl merge=union`` in ``.gitattributes`` keeps them. What is
merged is the union by id: the same whoever merges, and in whichever order.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from tracker.decisions import checked
from tracker.errors import TableError, UnreadableError
from tracker.model import Decision, columns
from tracker.tables import from_row, row


def merge(*desks: Iterable[Decision]) -> tuple[Decision, ...]:
    """Everything that any desk decided, each once, in the order of the ids."""
    found = {each.decision_id: each for desk in desks for each in desk}
    return tuple(found[key] for key in sorted(found))


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Decisions as lines: the same decisions give the same text."""
    return "".join(f"{_line(each)}\n" for each in merge(decisions))


def read_decisions(text: str, *, name: str = "the file") -> tuple[Decision, ...]:
    """The decisions of such a file, checked; empty lines are left out.

    A line may lack its ``decision_id``: it gets the one that follows from what it says. Raises UnreadableError, with
    the number of the line, where one cannot be used; then none is.
    """
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), 1)  # a reason may hold what else ends a line
    return merge(_read(number, line, name) for number, line in lines if line.strip())


def read_file(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises UnreadableError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise UnreadableError(
            f"{path} cannot be read: {reason}", "Name a file that tracker decide export made"
        ) from error
    return read_decisions(text, name=str(path))


def _line(decision: Decision) -> str:
    return msgspec.json.encode(row(decision)).decode("utf-8")


def _read(number: int, line: str, name: str) -> Decision:
    try:
        flat: Any = msgspec.json.decode(line)
        if not isinstance(flat, dict):
            raise TableError("it is no JSON object")
        known = {key: _cell(flat[key]) for key in columns(Decision) if key in flat}
        return checked(from_row({"decision_id": "", "kind": ""} | known, Decision))
    except (msgspec.DecodeError, UnicodeEncodeError, TableError) as error:
        told = f"line {number} of {name} is no decision: {error}"
        raise UnreadableError(told, "Nothing was imported; mend or remove the line") from error


def _cell(value: object) -> object:
    """A list is taken for what it is elsewhere: one cell."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value
