"""Which files are new or changed since they were read: told by their bytes, and by size and time where these stand."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.assignments import read_each
from tracker.engine import END, Crew, End
from tracker.model import Article, InputFile, Unread, content_id
from tracker.read import Given, Place, find_files, once

# A file written so shortly before it was read may be written again within one tick of its time stamp (in nanoseconds).
TICK = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one input held: its articles, what could not be read of it, and what is to be known of the file itself.

    Of a long one it is a piece: ``begins`` tells the first. ``file`` comes with the last, and is None where it could
    not be opened; ``before`` is the file as it was known.
    """

    path: str
    items: tuple[Article | Unread, ...] = ()
    file: InputFile | None = None
    before: InputFile | None = None
    begins: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Inputs sorted out: which have to be read, and how many need not be, some of which are to be noted anew."""

    to_read: tuple[tuple[Path | str | Unread, InputFile | None, InputFile | None], ...]
    unchanged: int
    noted: tuple[InputFile, ...] = ()


def sort_inputs(
    paths: Sequence[Path | str], known: Iterable[InputFile], *, leave_out: frozenset[Path], mark: str
) -> Sorted:
    """The files at some paths, those that hold what they held when they were read told from the others.

    ``mark`` is of all that makes articles of files (the version, what the user gives): of another one all are read.
    """
    before = {each.path: each for each in known}
    to_read: list[tuple[Path | str | Unread, InputFile | None, InputFile | None]] = []
    noted: list[InputFile] = []
    unchanged = 0
    seen: set[str] = set()
    for path in find_files(paths):
        if not isinstance(path, Path):  # what cannot be read, an address of the web, a pipe
            to_read.append((path, None, None))
            continue
        if str(path) in seen or Path(os.path.realpath(path)) in leave_out:
            continue
        seen.add(str(path))
        last = before.get(str(path))
        stands, now = _compare(path, last, mark)
        if not stands:
            to_read.append((path, now, last))
            continue
        unchanged += 1
        if now is not None and now != last:
            noted.append(now)
    return Sorted(to_read=tuple(to_read), unchanged=unchanged, noted=tuple(noted))


def _compare(path: Path, last: InputFile | None, mark: str) -> tuple[bool, InputFile | None]:
    """Does a file hold what it held? And the file as it is now, None where it cannot be opened."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):  # a pipe or a device may never end
            return False, None
        if last is not None and last.made_by == mark and (told.st_size, told.st_mtime_ns) == (last.size, last.modified):
            return True, last
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return False, None
    now = InputFile(
        input_id=content_id("inp", path),
        path=str(path),
        size=told.st_size,
        modified=told.st_mtime_ns if told.st_mtime_ns < time.time_ns() - TICK else 0,
        sha256=digest,
        made_by=mark,
    )
    if last is not None and last.made_by == mark and last.sha256 == digest:
        return True, replace(now, articles=last.articles)
    return False, now


def read_inputs(
    found: Sorted, *, given: Given, fetch: bool = False, engine: str = "local", crew: Crew | None = None, most: int
) -> Iterator[Found]:
    """What the inputs hold that have to be read, one by one; of what is long, pieces of ``most`` characters."""
    places = [path for path, _, _ in found.to_read]
    told = read_each(places, given=given, fetch=fetch, engine=engine, to_extract=True, crew=crew)
    for path, now, before in found.to_read:
        name = path.path if isinstance(path, Unread) else str(path)
        items: list[Article | Unread] = []
        ids: list[str] = []
        length, begins = 0, True
        for item in once(_of_one(told)):
            if isinstance(item, Article) and length >= most:
                yield Found(path=name, items=tuple(items), begins=begins)
                items, length, begins = [], 0, False
            items.append(item)
            if isinstance(item, Article):
                ids.append(item.article_id)
                length += len(item.text)
        file = replace(now, articles=tuple(ids)) if now and ids else None
        yield Found(path=name, items=tuple(items), begins=begins, file=file, before=before)


def _of_one(told: "Iterator[tuple[Place, Article | Unread | End]]") -> Iterator[Article | Unread]:
    """What comes of one place; the next place is left to be asked for."""
    for _, item in told:
        if item is END:
            return
        yield item
