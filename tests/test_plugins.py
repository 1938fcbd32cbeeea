"""Parts of other packages are found under their names, once, and a broken one is named."""

import importlib.metadata
from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from tracker import plugins
from tracker.errors import SettingsError

POINTS = [
    EntryPoint("b", "textwrap:dedent", plugins.EXPORTERS),
    EntryPoint("a", "math:floor", plugins.EXPORTERS),
    EntryPoint("broken", "no_such_package_anywhere:write", plugins.RULES),
]


@pytest.fixture(autouse=True)
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The groups that were looked for among the installed packages."""
    groups: list[str] = []

    def fake(*, group: str) -> list[EntryPoint]:
        groups.append(group)
        return [point for point in POINTS if point.group == group]

    monkeypatch.setattr(importlib.metadata, "entry_points", fake)
    plugins.find_plugins.cache_clear()
    yield groups
    plugins.find_plugins.cache_clear()


def test_parts_are_loaded_in_the_order_of_their_names() -> None:
    found = plugins.find_plugins(plugins.EXPORTERS)
    assert list(found) == ["a", "b"]
    assert found["a"](2.5) == 2


def test_a_group_without_parts_is_empty() -> None:
    assert dict(plugins.find_plugins(plugins.READERS)) == {}


def test_installed_packages_are_looked_through_once(looked: list[str]) -> None:
    plugins.find_plugins(plugins.EXPORTERS)
    plugins.find_plugins(plugins.EXPORTERS)
    assert looked == [plugins.EXPORTERS]


def test_a_broken_part_is_named() -> None:
    with pytest.raises(SettingsError, match="broken"):
        plugins.find_plugins(plugins.RULES)


def test_what_is_installed_is_listed_with_what_it_is_for_and_what_ails_it() -> None:
    found = {each.name: each for each in plugins.list_plugins()}
    assert list(found) == ["broken", "a", "b"]
    assert found["b"].about.startswith("Remove any common leading whitespace")
    assert "no_such_package_anywhere" in found["broken"].trouble
    assert not found["broken"].about


def test_every_group_says_what_a_part_of_it_is() -> None:
    assert set(plugins.GROUPS) == {
        plugins.READERS,
        plugins.LEXICONS,
        plugins.RULES,
        plugins.EXPORTERS,
        plugins.ENGINES,
    }
