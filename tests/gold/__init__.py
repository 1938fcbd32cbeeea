"""Golden pages: what a page must look like, byte by byte, but for what changes with no one's doing.

A page that differs from its gold is kept in ``actual/`` beside, to look at and to compare. ``ACCEPT_GOLD=1`` in the
environment accepts what was made as the new gold; read the diff before you commit it.
"""

import os
import re
from pathlib import Path

HERE = Path(__file__).parent

# Style and script are not in the gold: a change of a colour is no change of the page.
SCRUBS = (
    (re.compile(r"<(style|script)>.*?</\1>", re.DOTALL), r"<\1>…</\1>"),
    (re.compile(r"sha256-[A-Za-z0-9+/]{43}="), "sha256-…"),
    (re.compile(r"Discrepancy tracker(?: \d[\w.+]*)?(?=[ <])"), "Discrepancy tracker …"),
)


def scrub(page: str) -> str:
    """A page without what may change from one machine or release to the next."""
    for pattern, plain in SCRUBS:
        page = pattern.sub(plain, page)
    return page


def matches_gold(page: str, name: str) -> bool:
    """Is the page what ``tests/gold/<name>`` says it must be?"""
    gold, found = HERE / name, scrub(page)
    if os.environ.get("ACCEPT_GOLD"):
        gold.write_text(found, encoding="utf-8")
    if gold.exists() and gold.read_text(encoding="utf-8") == found:
        return True
    (HERE / "actual").mkdir(exist_ok=True)
    (HERE / "actual" / name).write_text(found, encoding="utf-8")
    return False
