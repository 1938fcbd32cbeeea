"""The report in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.watched import Watched
from tests.report.scene import SCENE
from tracker.report import render_report

Visit = Callable[..., Watched]


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the scene, as a file."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render_report(SCENE), encoding="utf-8")
    return path


def test_the_page_does_nothing_but_stand_there(visit: Visit, report: Path) -> None:
    found = visit(report)
    assert found.page.title().startswith("Where the accounts conflict")
    assert found.misdeeds == []
