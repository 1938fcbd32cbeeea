"""How formats begin, for inputs whose name tells nothing, or the wrong thing."""

import json
import re

_BLANK = b"\xef\xbb\xbf \t\r\n"
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def is_html(head: bytes) -> bool:
    """A page: one of its outermost tags stands in the first bytes, and they begin with a tag."""
    return head.lstrip(_BLANK).startswith(b"<") and bool(_HTML.search(head))


def is_json(head: bytes) -> bool:
    """JSON: an object, or a list of them."""
    return bool(re.match(rb"(\[\s*)?\{\s*\"|\[\s*\]|\{\s*\}", head.lstrip(_BLANK)))


def is_jsonl(head: bytes) -> bool:
    """JSON lines: the first line is one whole object, and another begins behind it."""
    first, _, rest = head.lstrip(_BLANK).partition(b"\n")
    return first.startswith(b"{") and rest.lstrip(_BLANK).startswith(b"{") and _is_whole(first)


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
