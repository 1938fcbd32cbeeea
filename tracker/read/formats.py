"""How formats begin, for inputs whose name tells nothing, or the wrong thing."""

import json
import re

# What servers call the formats we read (IANA's list of media types), by our endings.
_MEDIA = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

_BLANK = b"\xef\xbb\xbf \t\r\n"
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def is_html(head: bytes) -> bool:
    """A page: one of its outermost tags stands in the first bytes, and they begin with a tag."""
    return head.lstrip(_BLANK).startswith(b"<") and bool(_HTML.search(head))


def is_json(head: bytes) -> bool:
    """JSON: an object, or a list of them."""
    return bool(re.match(rb"(\[\s*)?\{\s*\"|\[\s*\]|\{\s*\}", head.lstrip(_BLANK)))


def is_web(name: str) -> bool:
    """Is it an address of the web, and no file's name?"""
    return name.lower().startswith(("http://", "https://"))


def is_jsonl(head: bytes) -> bool:
    """JSON lines: the first line is one whole object, and another begins behind it."""
    first, _, rest = head.lstrip(_BLANK).partition(b"\n")
    return first.startswith(b"{") and rest.lstrip(_BLANK).startswith(b"{") and _is_whole(first)


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def suffix_of_media(content_type: str) -> str:
    """The ending of a content type as a server names it ("text/html; charset=utf-8"); empty where we read none such."""
    return _MEDIA.get(content_type.partition(";")[0].strip().lower(), "")


def charset_of(content_type: str) -> str:
    """The encoding a content type names, if it does."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""
