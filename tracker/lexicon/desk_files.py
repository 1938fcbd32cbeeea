"""The files a desk edits beside our words: found by their setting, read once a process, refused with their cure.

A path travels in the environment (``TRACKER_PARTIES``, …), so that worker processes read the same file.
"""

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tracker.errors import SettingsError

PARTIES, MEASURES, OUTLETS = "TRACKER_PARTIES", "TRACKER_MEASURES", "TRACKER_OUTLETS"


@contextmanager
def as_before() -> Iterator[None]:
    """Whatever files are named inside, outside the same ones hold as before."""
    before = {name: os.environ.get(name) for name in (PARTIES, MEASURES, OUTLETS)}
    try:
        yield
    finally:
        for name, path in before.items():
            os.environ.pop(name, None)
            if path is not None:
                os.environ[name] = path


def use(*, parties: str = "", measures: str = "", outlets: str = "") -> None:
    """Take a desk's files for the whole run; what is not named is not used. Raises SettingsError where one is not fit.

    Each is read here, so that a mistake is told before the work and not in the midst of it.
    """
    from tracker.lexicon import read_lexicon
    from tracker.lexicon.outlets import own_outlets
    from tracker.lexicon.own import own_sources

    for name, path in ((PARTIES, parties), (MEASURES, measures), (OUTLETS, outlets)):
        os.environ.pop(name, None)
        if path:
            os.environ[name] = str(Path(path).absolute())
    own_sources()
    own_outlets()
    if measures:
        read_lexicon("measures")


@cache
def read_file(path: str, setting: str) -> dict[str, Any]:
    """What a file says. Raises SettingsError, which names the file, the trouble and the cure."""
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read: {error.strerror}", f"Name a file that is there in {setting}"
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is no UTF-8 text", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is no TOML: {error}", "Put names in quotation marks, one to a line") from error


def table_of(path: str, content: dict[str, Any], table: str) -> dict[str, Any]:
    """One table of a file, empty where it is left out. Raises SettingsError where it is none."""
    found = content.get(table, {})
    if not isinstance(found, dict):
        raise SettingsError(f"{path}: {table} is no table", f"Write [{table}] on a line of its own")
    return found


def check_tables(path: str, content: dict[str, Any], tables: tuple[str, ...]) -> None:
    """Raise SettingsError where a file has a table that means nothing."""
    for table in content:
        if table not in tables:
            raise SettingsError(f"{path} has a table [{table}] that means nothing", f"Use {', '.join(tables)}")


def is_names(value: object) -> bool:
    """Is this a list of texts, none of them empty?"""
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
