"""A large report: five hundred incidents with five thousand claims, on a page of 5 MB that answers soon."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.newsroom import invented_tables
from tests.browser.watched import Watched
from tracker.report import render_files, write_files

LARGEST = 5_000_000
SECONDS = 1.5

NARROW = """
() => {
  const begun = performance.now();
  const field = document.querySelector("#search");
  field.value = "fire";
  field.dispatchEvent(new Event("input"));
  return document.body.offsetHeight && performance.now() - begun;
}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report, with the pages of its articles beside it."""
    folder = tmp_path_factory.mktemp("large")
    write_files(render_files(invented_tables(5000), name="report.html"), folder / "report.html")
    return folder


def test_five_hundred_incidents_are_one_page_and_no_page_is_too_large(folder: Path) -> None:
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.count('class="incident"') == 500
    assert [path.name for path in folder.iterdir() if path.stat().st_size > LARGEST] == []


@pytest.mark.slow
def test_it_answers_soon_and_narrows_at_once(visit: Callable[..., Watched], folder: Path) -> None:
    times = []
    for _ in range(3):
        page = visit(folder / "report.html").page
        times.append(page.evaluate("() => performance.getEntriesByType('navigation')[0].domInteractive / 1000"))
    assert min(times) < SECONDS, times
    spent = page.evaluate(NARROW)
    assert spent < 500
    assert 0 < page.locator("#list > .row:not([hidden])").count() < 200
