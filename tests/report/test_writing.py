from pathlib import Path

import pytest

from tests.report.scene import SCENE
from tracker.errors import SettingsError
from tracker.report import pages_beside, render_files, write_files
from tracker.report.writing import replace_file


def written(output: Path, *, split: bool = True) -> list[Path]:
    return write_files(render_files(SCENE, name=output.name, split=split), output)


def test_the_first_file_is_the_one_asked_for_and_the_others_stand_beside_it(tmp_path: Path) -> None:
    paths = written(tmp_path / "out.html")
    assert [path.name for path in paths] == ["out.html", "out-1.html", "out-articles-1.html", "out-sources-1.html"]
    assert all(path.is_file() for path in paths)


def test_pages_of_an_earlier_report_are_known_and_may_be_written_again(tmp_path: Path) -> None:
    paths = written(tmp_path / "out.html")
    assert pages_beside(tmp_path / "out.html") == sorted(paths[1:])
    assert written(tmp_path / "out.html") == paths


def test_a_file_of_somebody_else_is_neither_ours_nor_written_over(tmp_path: Path) -> None:
    article = tmp_path / "out-1.html"
    article.write_text("<p>A flood.</p>", encoding="utf-8")
    assert pages_beside(tmp_path / "out.html") == []
    with pytest.raises(SettingsError, match="would be overwritten"):
        written(tmp_path / "out.html")
    assert article.read_text(encoding="utf-8") == "<p>A flood.</p>"


def test_a_folder_that_is_not_there_holds_no_pages(tmp_path: Path) -> None:
    assert pages_beside(tmp_path / "none" / "out.html") == []


def test_a_file_is_replaced_at_once_or_left_as_it_was(tmp_path: Path) -> None:
    page, link = tmp_path / "page.html", tmp_path / "link.html"
    page.write_text("old", encoding="utf-8")
    link.symlink_to(page)
    with pytest.raises(UnicodeEncodeError):
        replace_file(page, "new \ud83d")
    assert page.read_text(encoding="utf-8") == "old"
    replace_file(link, "new")
    assert (page.read_text(encoding="utf-8"), link.is_symlink()) == ("new", True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.html", "page.html"]
