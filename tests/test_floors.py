"""The house rules a reader can rely on: imports go down, files are short, rooms have names, one place prints."""

import doctest
import importlib
import re
from pathlib import Path

import pytest
from importlinter import cli as import_linter

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tracker").rglob("*.py"))
MODULES = {str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in FILES}

LONGEST = 300
NAMELESS = {"utils", "util", "utilities", "utility", "helpers", "helper", "misc", "common", "tools"}


def test_imports_only_go_down(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = import_linter.lint_imports(cache_dir=None)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("name", MODULES)
def test_a_file_is_short_and_says_what_it_is(name: str) -> None:
    assert len(MODULES[name].splitlines()) <= LONGEST
    assert re.match(r'""".{12,}', MODULES[name]), "its first line is a sentence a user could read"


@pytest.mark.parametrize("name", MODULES)
def test_every_room_has_a_name_of_its_own(name: str) -> None:
    assert not NAMELESS & set(Path(name).with_suffix("").parts)


def test_nobody_inside_imports_the_front_door() -> None:
    door = re.compile(r"^\s*(import tracker$|import tracker as|from tracker import (?!.*\b(__version__)\b))", re.M)
    submodules = {file.stem for file in (ROOT / "tracker").iterdir() if file.suffix == ".py"} | {
        "checking",
        "decisions",
        "difference",
        "engine",
        "lexicon",
        "runs",
    }
    for name, code in MODULES.items():
        for found in door.finditer(code if name != str(Path("tracker/__init__.py")) else ""):
            line = code[found.start() :].lstrip().splitlines()[0]
            imported = set(re.findall(r"\w+", line.partition(" import ")[2]))
            assert imported, f"{name}: {line}"
            assert imported <= submodules, f"{name}: {line}"


@pytest.mark.parametrize("name", [name for name, code in MODULES.items() if ">>>" in code])
def test_the_examples_in_docstrings_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    module = importlib.import_module(".".join(Path(name).with_suffix("").parts).removesuffix(".__init__"))
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).failed == 0
