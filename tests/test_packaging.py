"""What is installed is what was tested: the wheel holds the templates, the words and the types."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import tracker

ROOT = Path(__file__).parent.parent


def test_the_version_is_told_once_more() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert tracker.__version__ == metadata["project"]["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as it would be published; building it needs no network."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def files(folder: str, *endings: str) -> list[str]:
    """Files of the checkout, as paths from its root."""
    return [str(path.relative_to(ROOT).as_posix()) for end in endings for path in (ROOT / folder).rglob(f"*{end}")]


def test_the_wheel_holds_all_code_words_and_types(wheel: zipfile.ZipFile) -> None:
    wanted = {"tracker/py.typed", *files("tracker", ".py", ".toml", ".tsv")}
    assert wanted <= set(wheel.namelist())


def test_the_wheel_holds_the_templates_where_the_report_looks(wheel: zipfile.ZipFile) -> None:
    wanted = {f"tracker/{name}" for name in files("templates", ".j2", ".html", ".css", ".js")}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"tracker"}


def test_the_wheel_brings_the_command_and_the_licence(wheel: zipfile.ZipFile) -> None:
    told = {name.rpartition("/")[2]: name for name in wheel.namelist() if ".dist-info/" in name}
    assert "tracker = tracker.__main__:main" in wheel.read(told["entry_points.txt"]).decode()
    assert "LICENSE" in told
