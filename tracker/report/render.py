"""The one file that writes HTML: jinja2 is known here alone, and with it the decision to escape everything.

The page is one static file: its style is inlined, it asks the network for nothing, and a Content-Security-Policy with
the hash of the style is a second wall behind the escaping (measured in Chromium: with it, a script that was left
unescaped on purpose did not run, from ``file://`` too).
"""

import base64
import hashlib
import os
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tracker.report.build import report_page
from tracker.tables import Tables

PACKAGE = Path(__file__).resolve().parent.parent

# Where the templates live: inside the package in a wheel, beside it in a checkout.
HOMES = (PACKAGE / "templates", PACKAGE.parent / "templates")

# Control characters have no place in HTML, and half a surrogate pair none in UTF-8; a reader sees that one was there.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def render_report(tables: Tables, *, generated: str = "") -> str:
    """The report of a run as one static HTML page: the same tables give the same bytes.

    ``generated`` (a day) is printed if given, or if SOURCE_DATE_EPOCH is set in the environment; the page else says
    which period it covers, and not when it was made.
    """
    style = _style()
    page = report_page(tables, generated=generated or _source_date())
    html = _environment().get_template("report.html.j2").render(page=page, style=Markup(style), policy=_policy(style))
    return _UNPRINTABLE.sub("\ufffd", html)


def _policy(style: str) -> str:
    """Nothing may load or run but the style whose hash this is."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    rules = (
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _source_date() -> str:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), empty where it is not set."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), tz=UTC).date().isoformat() if seconds.isdecimal() else ""


@cache
def _style() -> str:
    """The style sheet, as it stands in the page."""
    found = next(home for home in HOMES if (home / "static" / "report.css").exists())
    return (found / "static" / "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """``autoescape=True`` outright: jinja2's own guess by file name says no to ``.html.j2``."""
    return Environment(
        loader=FileSystemLoader(HOMES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
