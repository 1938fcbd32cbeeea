"""One headless Chromium for all tests of a page, and a watch on everything a page does that it should not.

The tests are skipped where there is no Chromium (or no Playwright), and say so; with ``TRACKER_BROWSER=require`` in
the environment that is a failure. ``TRACKER_CHROMIUM`` names the browser where it is not on the path.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.watched import Watched

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

# A container has no sandbox of its own to give, and no graphics card.
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The browser, started once."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _without("Playwright is not installed: pip install -e '.[dev]'")
    path = os.environ.get("TRACKER_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _without("there is no Chromium on the path: apt install chromium, or name it in TRACKER_CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield running
        running.close()


def _without(reason: str) -> None:
    if os.environ.get("TRACKER_BROWSER") == "require":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Watched]]:
    """``visit(path_or_url, **context)`` opens a page in a window of its own; all are closed in the end."""
    opened: list[Any] = []

    def go(where: Path | str, **options: Any) -> Watched:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
        opened.append(context)
        watched = Watched(page=context.new_page())
        watched.page.goto(where.resolve().as_uri() if isinstance(where, Path) else where)
        return watched

    yield go
    for context in opened:
        context.close()
