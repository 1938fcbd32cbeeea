"""What the README promises, held against the code: tables, commands, links, pictures, the example."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

from tracker import cli
from tracker.lexicon import read_lexicon
from tracker.model import NOUNS, columns
from tracker.read import READERS
from tracker.report import EXPORTERS

ROOT = Path(__file__).parent.parent
README, CONTRIBUTING, CHANGELOG = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
)
DOCUMENTS = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING, "CHANGELOG.md": CHANGELOG}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

each_document = pytest.mark.parametrize("name", DOCUMENTS)


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language; the empty one is for drawings and what is printed."""
    return [code for told, code in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S) if told == language]


def code_of(text: str) -> str:
    """Everything that is set as code: what a reader may type."""
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    return "\n".join([*blocks(text, "sh"), *re.findall(r"`([^`\n]+)`", prose)])


def section(title: str) -> str:
    """The part of the README under a heading."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#|\Z)", README, re.M | re.S)
    assert found, f"the README has no heading {title!r}"
    return found[2]


def first_cells(table: str) -> list[str]:
    """The first column of a table, without its head."""
    return list(re.findall(r"^\| *(.*?) *\|", table, re.M)[2:])


# --- The table contract ---


@pytest.mark.parametrize("noun", NOUNS)
def test_the_contract_names_every_column_in_order(noun: str) -> None:
    assert tuple(cell.strip("`") for cell in first_cells(section(noun))) == columns(NOUNS[noun])


@pytest.mark.parametrize("noun", NOUNS)
def test_every_column_has_a_meaning(noun: str) -> None:
    rows = [line for line in section(noun).splitlines() if line.startswith("| `")]
    assert all(len(line.split("|")[2].strip()) > 3 for line in rows)


def test_the_measures_are_those_of_the_lexicon() -> None:
    lexicon = read_lexicon("measures")
    told = re.search(r"^Measures:(.*?)\n\n", README, re.M | re.S)
    assert told
    assert set(re.findall(r"`(\w+)`", told[1])) == {*lexicon["measures"], lexicon["fallback"]["measure"]}


# --- Commands ---


@cache
def commands() -> dict[str, set[str]]:
    """Every verb of the command with its options."""
    group = typer.main.get_command(cli.app)
    return {name: options_of(command) for name, command in getattr(group, "commands", {}).items()}


def options_of(command: Any) -> set[str]:
    """The options of a command; of one that has commands of its own, all of theirs."""
    inner = getattr(command, "commands", {}).values()
    return {option for each in command.params for option in each.opts}.union(*map(options_of, inner))


def typed(text: str) -> Iterator[tuple[str, set[str]]]:
    """Each ``tracker VERB`` that is set as code, with the options given to it."""
    for line in code_of(text).splitlines():
        for verb, rest in re.findall(r"(?:^|[ /])tracker ([a-z]+)\b(.*)", line.partition("#")[0]):
            yield verb, set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rest))


def test_every_verb_of_the_command_is_told() -> None:
    assert {verb for verb, _ in typed(README)} == set(commands())


@each_document
def test_every_command_told_exists(name: str) -> None:
    for verb, options in typed(DOCUMENTS[name]):
        assert verb in commands(), verb
        assert options <= commands()[verb] | {"--help"}, (verb, options)


def test_every_make_target_is_told_and_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    told = set(re.findall(r"(?:^|\s|`)make ([a-z]+)", code_of(README + CONTRIBUTING)))
    assert told <= targets
    assert targets - told <= {"help", "clean"}


def test_the_exit_codes_are_those_of_the_command() -> None:
    codes = [cli.DONE, cli.FOUND, cli.USAGE, cli.UNREADABLE, cli.INTERNAL, cli.STOPPED]
    told = re.search(r"^\| exit code \|.*?\n\n", README, re.M | re.S)
    assert told
    assert [int(cell) for cell in first_cells(told[0])] == codes


def test_what_is_read_and_written_is_told() -> None:
    taken = {suffix for reader in READERS.values() for suffix in reader.suffixes}
    assert set(re.findall(r"`(\.[a-z0-9]+)`", section("Your own articles"))) == taken
    assert all(f"--format {name}" in README for name in EXPORTERS)


# --- The house ---


def test_the_drawing_has_the_floors_that_are_kept() -> None:
    [contract] = PYPROJECT["tool"]["importlinter"]["contracts"]
    drawn = re.findall(r"^ +-?\d   +((?:\w+ {3}(?=\w))*\w+)(?: {4,}|$)", section("How it works"), re.M)
    assert [set(floor.split()) for floor in drawn] == [set(floor.split(" | ")) for floor in contract["layers"]]


def test_the_changelog_has_this_version() -> None:
    assert re.search(rf"^## \[{re.escape(PYPROJECT['project']['version'])}\] - \d{{4}}-\d\d-\d\d$", CHANGELOG, re.M)


# --- Links and pictures ---


@each_document
def test_local_links_arrive(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"", DOCUMENTS[name])
    local = [target for pair in targets for target in pair if target and not target.startswith("http")]
    assert [target for target in local if not (ROOT / target.partition("#")[0]).exists()] == []


@each_document
def test_files_named_exist(name: str) -> None:
    named = re.findall(r"`((?:tracker|tests|docs|examples|templates)/[\w./-]*)`", DOCUMENTS[name])
    assert [path for path in named if not (ROOT / path).exists() and "actual" not in path] == []


@pytest.mark.parametrize("name", ["report-light.png", "report-dark.png"])
def test_a_picture_is_one_and_small(name: str) -> None:
    data = (ROOT / "docs" / name).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 300_000


# --- The example ---


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    [example] = blocks(README, "python")
    names: dict[str, object] = {}
    exec(example, names)
    assert (tmp_path / "march.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
