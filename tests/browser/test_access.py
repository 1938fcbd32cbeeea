"""The report for everyone: axe-core finds no violation, in either theme, on a phone, with and without the script."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.watched import Watched
from tests.report.scene import SCENE
from tests.report.since_scene import DIFFERENCE
from tracker.report import render_report
from tracker.report.files import render_files

Visit = Callable[..., Watched]

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the scene whole, without its script, and in several files."""
    folder = tmp_path_factory.mktemp("access")
    page = render_report(SCENE)
    (folder / "whole.html").write_text(page, encoding="utf-8")
    bare = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    (folder / "bare.html").write_text(bare, encoding="utf-8")
    (folder / "since.html").write_text(render_report(SCENE, since=DIFFERENCE), encoding="utf-8")
    for each in render_files(SCENE, name="parted.html", split=True):
        (folder / each.name).write_text(each.html, encoding="utf-8")
    return folder


def violations(page: Any, *, only: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The rules that are broken, each with the first element that breaks it; every closed part is opened before."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    chosen = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": LEVELS}
    rules = {each: {"enabled": False} for each in without}
    found = axe.run(page, options={"runOnly": chosen, "rules": rules, "resultTypes": ["violations"]}).response
    return [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]


def test_nothing_is_in_the_way_of_anyone(visit: Visit, folder: Path) -> None:
    assert violations(visit(folder / "whole.html").page) == []


# Colours are what changes with the theme, sizes and order with the width; the other rules see the same page again.


def test_in_the_dark_everything_can_be_read(visit: Visit, folder: Path) -> None:
    page = visit(folder / "whole.html", color_scheme="dark").page
    assert violations(page, only=("color-contrast", "link-in-text-block")) == []


def test_on_a_phone_everything_can_be_touched(visit: Visit, folder: Path) -> None:
    page = visit(folder / "whole.html", viewport={"width": 360, "height": 740}).page
    assert violations(page, only=("target-size", "scrollable-region-focusable", "region")) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_what_has_changed_since_the_last_run_is_there_for_everyone(
    visit: Visit, folder: Path, scheme: str, width: int
) -> None:
    page = visit(folder / "since.html", color_scheme=scheme, viewport={"width": width, "height": 740}).page
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["bare.html", "parted.html", "parted-1.html", "parted-articles-1.html"])
def test_other_pages_are_built_as_well(visit: Visit, folder: Path, name: str) -> None:
    assert violations(visit(folder / name).page, without=("color-contrast",)) == []


def test_the_help_can_be_heard(visit: Visit, folder: Path) -> None:
    page = visit(folder / "whole.html").page
    page.keyboard.press("?")
    assert violations(page, without=("color-contrast",)) == []
