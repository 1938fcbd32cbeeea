"""Files and folders: what there is to read, in which order, and what of it cannot be opened."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeAlias

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read.formats import is_web
from tracker.read.inputs import STDIN, Fetch, Input, allow, open_address, open_pipe, suffix_of

# What a command is given: files, folders, addresses of the web.
Places = Iterable[Path | str]

# How a command names what is piped in.
PIPE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piped:
    """What was piped in, put into a file, as a worker process has no pipe of ours."""

    file: Path

    def __str__(self) -> str:
        return STDIN


# One thing to be read, or why it cannot be.
Place: TypeAlias = Path | str | Piped | Unread


def find_files(paths: Places) -> Iterator[Path | str | Unread]:
    """The files named, and those inside the folders named: sorted, hidden ones left out, links out not followed.

    Addresses of the web, and the dash that stands for what is piped in, stay as they are.
    """
    for path in paths:
        if is_web(str(path)) or str(path) == PIPE:
            yield str(path)
        elif os.path.isdir(path):
            yield from _folder(Path(path))
        else:
            yield Path(path)


def _folder(folder: Path) -> Iterator[Path | Unread]:
    found = list(_members(folder))
    yield from found
    if not found:
        yield Unread(path=str(folder), reason="the folder holds no files", cure="Check the folder's name")


def _members(folder: Path) -> Iterator[Path | Unread]:
    home = folder.resolve()
    refused: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_companion(name, names))
        linked = [name for name in folders if Path(place, name).is_symlink()]
        yield from (_refuse_link(Path(place, name)) for name in linked)
        for name in sorted(names):
            if not name.startswith("."):
                yield _inside(Path(place, name), home)
    yield from (Unread(path=str(error.filename), reason=_refusal(error), cure=_PERMISSION) for error in refused)


def _is_companion(folder: str, names: list[str]) -> bool:
    """Is it where a browser put the pictures and scripts of a page it saved beside it?"""
    page = folder.removesuffix("_files")
    return page != folder and not {f"{page}.html", f"{page}.htm", f"{page}.xhtml"}.isdisjoint(names)


def _inside(path: Path, home: Path) -> Path | Unread:
    """A link to a file elsewhere is not followed: a folder from a stranger could point at private files."""
    if not path.is_symlink():
        return path
    leads_to = Path(os.path.realpath(path))  # Path.resolve raises where a link leads to itself
    return path if leads_to != path and leads_to.is_relative_to(home) else _refuse_link(path)


def _refuse_link(path: Path) -> Unread:
    reason = "it is a link that leads elsewhere, and those are not followed"
    return Unread(path=str(path), reason=reason, cure="Name the place it leads to")


_PERMISSION = "Check that the file exists and that you may read it"


def _refusal(error: OSError) -> str:
    return f"it cannot be opened: {(error.strerror or str(error)).lower()}"


def check_file(path: Path) -> None:
    """Raise UnreadableError, with the reason, unless ``path`` is a file that can be opened and holds something."""
    if not os.path.lexists(path):
        raise UnreadableError("there is no such file", "Check the name")
    if not os.path.isfile(path):
        raise UnreadableError("it is not a file", "Name a file or a folder of files")
    if not os.access(path, os.R_OK):
        raise UnreadableError("it cannot be opened: permission denied", "Allow yourself to read the file")
    if path.stat().st_size == 0:
        raise UnreadableError("the file is empty", "Save the article again")


def open_place(place: Path | str | Piped, fetch: Fetch | None = None) -> Input:
    """What ``find_files`` found, as an input; ``fetch`` asks for addresses of the web, where the user allows it."""
    if isinstance(place, Piped):
        return replace(open_pipe(place.file), fetch=fetch)
    if str(place) == PIPE:
        return replace(open_pipe(), fetch=fetch)
    if isinstance(place, str) and is_web(place):
        return open_address(place, fetch)
    return replace(open_file(Path(place)), fetch=fetch)


def open_file(path: Path) -> Input:
    """A file as an input; raises UnreadableError, with the reason, where it cannot be opened or holds nothing."""
    check_file(path)
    size = path.stat().st_size
    return Input(
        path=str(path), opened=lambda: _open(path), allowance=allow(size), suffix=suffix_of(path.name), place=path
    )


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UnreadableError(_refusal(error), _PERMISSION) from error
