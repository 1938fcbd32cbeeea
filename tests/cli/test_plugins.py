"""Another distribution's parts, installed as a user installs them, in a place of their own: listed, and at work."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTE = """Fire in the harbour

The harbour master said on Saturday that 400 people were hurt in the fire in Leeds on Friday.
"""

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package lies: built and installed without a network, and not into our own environment."""
    target = tmp_path_factory.mktemp("site")
    asked = ["install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    source = tmp_path_factory.mktemp("source")
    for file in (ROOT / "tests/desk_tools").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            copy = source / file.relative_to(ROOT / "tests/desk_tools")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *asked, str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def tracker(home: Path, tmp_path: Path) -> Command:
    """The command with that package beside it."""

    def start(*arguments: str) -> subprocess.CompletedProcess[str]:
        environ = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
        environ["PYTHONPATH"] = os.pathsep.join(map(str, (home, ROOT)))
        command = [sys.executable, "-m", "tracker", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done

    return start


def test_they_are_listed_with_what_they_are_for(tracker: Command) -> None:
    lines = tracker("plugins").stdout.splitlines()
    assert lines == [
        "reader    note  from desk-tools 1.2.0",
        "          Reads a note, whose first line is its headline.",
        "lexicon   harbour  from desk-tools 1.2.0",
        "          Who speaks in a harbour.",
        "rule      round_number  from desk-tools 1.2.0",
        "          A number of whole hundreds may be an estimate: it is shown beside the",
        "          conflicts and raises no alarm.",
        "exporter  headlines  from desk-tools 1.2.0",
        "          Writes the headlines of all articles into one file.",
        "engine    backwards  from desk-tools 1.2.0",
        "          Runs a stage on the last record first, and gives the results in the",
        "          records' order.",
    ]
    assert [each["name"] for each in json.loads(tracker("plugins", "--json").stdout)] == [
        "note",
        "harbour",
        "round_number",
        "headlines",
        "backwards",
    ]


def test_every_one_of_them_works(tracker: Command, tmp_path: Path) -> None:
    (tmp_path / "fire.note").write_text(NOTE, encoding="utf-8")
    told = tracker("run", "fire.note", "--published", "2024-03-16", "--engine", "backwards")
    assert "read      1 article" in told.stdout.splitlines()
    tracker("export", "tables", "--format", "jsonl", "--store", "report.db")
    claims = (json.loads(line) for line in (tmp_path / "tables/claims.jsonl").read_text("utf-8").splitlines())
    (claim,) = (each for each in claims if each["source"])
    assert (claim["source"], claim["source_kind"]) == ("The harbour master", "official")
    (found,) = (json.loads(line) for line in (tmp_path / "tables/discrepancies.jsonl").read_text("utf-8").splitlines())
    assert (found["rule"], found["relation"]) == ("round_number", "compatible")
    tracker("export", "tables", "--format", "headlines", "--store", "report.db")
    assert (tmp_path / "tables/headlines.txt").read_text(encoding="utf-8") == "Fire in the harbour\n"
