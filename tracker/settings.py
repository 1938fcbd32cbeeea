"""Settings: what lasts beyond one command, said once. A flag counts before the environment, that before a file.

The file is ``tracker.toml`` beside the store (or beside the report of a run that names no store), else in the folder
the command is given in, else the table ``[tool.tracker]`` of a ``pyproject.toml`` there: the first of these that is
found, and no other. A setting has one name everywhere: ``--fail-on``, ``TRACKER_FAIL_ON``, ``fail-on = "conflict"``.
Paths in a file are counted from the file. Words a desk edits lie beside the store under names of their own
(``parties.toml``, ``measures.toml``, ``outlets.toml``) and need no setting.
"""

import getpass
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from tracker.errors import SettingsError

# In the folder the command is given in, for verbs that make no report.
STORE = "tracker.db"
FILE = "tracker.toml"
# Standard output, where a file is named.
DASH = "-"


def _setting(default: Any, meaning: str, *, path: bool = False, beside: bool = False) -> Any:
    """A setting: what holds where nothing is said, and what it means in a line."""
    return field(default=default, metadata={"meaning": meaning, "path": path, "beside": beside})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for one command."""

    store: str = _setting(STORE, "SQLite file or database URL the work is kept in", path=True)
    output: str = _setting("report.html", "where the report goes", path=True)
    reviewer: str = _setting("", "who decides; else your login")
    engine: str = _setting("auto", "local (one process), pool (all cores), dask (a cluster), or auto")
    scheduler: str = _setting("", "address of a Dask scheduler; dask without one is a cluster of this machine's cores")
    parts: str = _setting("", "folder that all machines of a cluster share", path=True)
    split: bool | None = _setting(None, "several report files (true), one (false); else as its size asks")
    fail_on: Literal["", "conflict"] = _setting("", "end with exit code 1 where one is found")
    strict: bool = _setting(False, "end with exit code 3 where an input cannot be read")
    publisher: str = _setting("", "who published the articles that do not say")
    author: str = _setting("", "who wrote the articles that do not say")
    parties: str = _setting("", "your own parties, aliases and kinds of source", path=True, beside=True)
    measures: str = _setting("", "your own measures, beside ours", path=True, beside=True)
    outlets: str = _setting("", "your own outlets: names, domains, countries", path=True, beside=True)
    interval: float = _setting(300.0, "seconds between two looks at a feed, for watch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One setting as it holds: its value, and where it was said."""

    name: str
    value: Any
    origin: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What a settings file says, and which it is: the folder its paths are counted from, empty where there is none."""

    name: str = ""
    folder: Path = Path()
    says: Mapping[str, Any] = field(default_factory=dict)


def read_settings(
    *, reporting: bool = False, environ: Mapping[str, str] = os.environ, folder: Path = Path(), **given: object
) -> Settings:
    """The settings of a command. ``given`` are its flags by name; one that is empty or None has not been given.

    The store of a command that is ``reporting`` lies beside its report where no word is said on it: report.html,
    report.db. Raises SettingsError where a file or a value cannot be used.
    """
    told = tell_settings(reporting=reporting, environ=environ, folder=folder, **given)
    return Settings(**{_attribute(each.name): each.value for each in told})


def tell_settings(
    *, reporting: bool = False, environ: Mapping[str, str] = os.environ, folder: Path = Path(), **given: object
) -> tuple[Told, ...]:
    """Every setting with its value and where that comes from, in their order."""
    flags = {name: value for name, value in given.items() if value not in (None, "")}
    said = {**_from_environment(environ), **_values(flags, "flag --{}")}
    file = _find_file(said, folder, reporting=reporting)
    said = {**_from_file(file), **said}
    told: dict[str, Told] = {}
    for each in fields(Settings):
        value, origin = said.get(each.name, (each.default, "default"))
        if each.name not in said and each.metadata["beside"]:
            value, origin = _beside(each.name, told["store"].value, file, folder)
        told[each.name] = Told(name=_name(each.name), value=value, origin=origin, meaning=each.metadata["meaning"])
        if each.name == "output" and reporting and "store" not in said and value != DASH:
            store = str(Path(value).with_suffix(".db"))
            told["store"] = Told(name="store", value=store, origin="beside the report", meaning=told["store"].meaning)
    return tuple(told.values())


def read_reviewer(given: str = "", *, store: str = "", environ: Mapping[str, str] = os.environ) -> str:
    """Who decides: as set, else the name this person is logged in with, if there is one."""
    named = read_settings(reviewer=given.strip(), store=store, environ=environ).reviewer.strip()
    try:
        return named or getpass.getuser()
    except (OSError, KeyError):  # nobody is logged in, as in a container
        return ""


def unknown_variables(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    """One line for each variable that looks like a setting and is none, with what may be meant."""
    known = [_variable(each.name) for each in fields(Settings)]
    for name in sorted(environ):
        meant = _nearest(name, known) if name.startswith("TRACKER_") and name not in known else ""
        if meant:
            yield f"{name} is no setting. Did you mean {meant}?"


# --- Where a value comes from ---


def _from_environment(environ: Mapping[str, str]) -> dict[str, tuple[Any, str]]:
    found = {each.name: environ.get(_variable(each.name), "").strip() for each in fields(Settings)}
    return {
        name: (_valid(name, value, _variable(name)), f"environment {_variable(name)}")
        for name, value in found.items()
        if value
    }


def _values(flags: Mapping[str, object], origin: str) -> dict[str, tuple[Any, str]]:
    return {
        name: (_valid(name, value, f"--{_name(name)}"), origin.format(_name(name))) for name, value in flags.items()
    }


def _from_file(file: _File) -> dict[str, tuple[Any, str]]:
    known = {_name(each.name): each for each in fields(Settings)}
    found: dict[str, tuple[Any, str]] = {}
    for name, value in file.says.items():
        if name not in known:
            meant = _nearest(name, list(known))
            cure = f"Did you mean {meant!r}?" if meant else f"The settings are {', '.join(known)}"
            raise SettingsError(f"{file.name}: there is no setting {name!r}", cure)
        valid = _valid(known[name].name, value, f"{file.name}: {name}")
        is_file = known[name].metadata["path"] and valid != DASH and "://" not in str(valid)
        found[known[name].name] = (str(file.folder / valid) if is_file and valid else valid, file.name)
    return found


def _beside(name: str, store: str, file: _File, folder: Path) -> tuple[str, str]:
    """The file of a desk's own words that lies beside its store; of a store on a server, beside the settings."""
    home = (file.folder if file.name else folder) if "://" in store else (folder / store).parent
    path = home / f"{name}.toml"
    return (str(path), "beside the store") if path.is_file() else ("", "default")


def _find_file(said: Mapping[str, tuple[Any, str]], folder: Path, *, reporting: bool) -> _File:
    names = ("store", "output") if reporting else ("store",)
    near = next((str(said[name][0]) for name in names if name in said), "")
    homes = [(folder / near).parent] if near and near != DASH and "://" not in near else []
    for home in (*homes, folder):
        path = home / FILE
        if path.is_file():
            return _File(name=str(path), folder=home, says=_content(path))
    project = folder / "pyproject.toml"
    says = _content(project).get("tool", {}).get("tracker", {}) if project.is_file() else {}
    return _File(name=f"{project} [tool.tracker]", folder=folder, says=says) if says else _File()


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}", "Allow yourself to read it") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is no UTF-8 text", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is no TOML: {error}", 'Write one setting to a line: store = "desk.db"') from error


# --- Names and values ---


def _name(attribute: str) -> str:
    """As it stands in a flag and a file."""
    return attribute.replace("_", "-")


def _attribute(name: str) -> str:
    return name.replace("-", "_")


def _variable(attribute: str) -> str:
    return f"TRACKER_{attribute.upper()}"


def _valid(attribute: str, value: object, where: str) -> Any:
    """The value as its setting wants it. Raises SettingsError, which names the place."""
    import msgspec

    kind = next(each.type for each in fields(Settings) if each.name == attribute)
    given = str(value) if isinstance(value, Path) or (isinstance(value, str) and kind is str) else value
    try:
        return msgspec.convert(given, kind, strict=not isinstance(given, str))
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where} cannot be {value!r}", f"Give it {_wanted(kind)}") from error


def _wanted(kind: Any) -> str:
    """What may be given, in words."""
    if kind == Literal["", "conflict"]:
        return '"conflict"'
    return {str: "a text in quotation marks", float: "a number"}.get(kind, "true or false")


def _nearest(name: str, known: list[str]) -> str:
    """The name that may have been meant; empty where none is like it."""
    from rapidfuzz import process

    found = process.extractOne(name, known, score_cutoff=70)
    return found[0] if found else ""
