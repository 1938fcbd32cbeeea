"""ZIP archives, web archive collections (WACZ) among them: each file inside is read like one on disk."""

import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import IO

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read import limits
from tracker.read.inputs import Input, broken
from tracker.read.names import is_hidden, label
from tracker.read.reader import Items

UNPACK = "Unpack it yourself, and name the folder"

_LOCKED = 0x1


# How office documents and e-books begin, which are ZIP archives within (Open Packaging; OpenDocument; EPUB).
_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype")


def is_zip(head: bytes) -> bool:
    """An archive, and no office document packed like one."""
    return head.startswith(b"PK\x03\x04") and not head[30:].startswith(_OFFICE)


def read_zip(found: Input) -> Items:
    """The files of an archive, sorted by name as those of a folder are; hidden ones are left out."""
    with found.seekable() as file, _open(file) as archive:
        for info in islice(_files(archive, found.suffix), limits.MOST_MEMBERS):
            path = f"{found.path}!{label(info.filename)}"
            if info.flag_bits & _LOCKED:
                yield Unread(path=path, reason="it is locked with a password", cure=UNPACK)
            elif stat.S_ISLNK(info.external_attr >> 16):
                yield Unread(path=path, reason="it is a link, and those are not followed", cure=UNPACK)
            else:
                yield found.member(label(info.filename), partial(archive.open, info))
        if len(archive.infolist()) > limits.MOST_MEMBERS:
            raise UnreadableError(f"it holds more than {limits.MOST_MEMBERS:,} files; no more were read", UNPACK)


def _open(file: IO[bytes]) -> zipfile.ZipFile:
    """Whatever is wrong with it: the module raises more than its own BadZipFile on hostile ones."""
    try:
        return zipfile.ZipFile(file)
    except Exception as error:
        raise broken(error, "the archive") from error


def _files(archive: zipfile.ZipFile, suffix: str) -> Iterator[zipfile.ZipInfo]:
    """A WACZ file's pages stand under archive/; the rest of it is its table of contents (WACZ 1.1, section 3)."""
    infos = sorted(archive.infolist(), key=lambda info: info.filename)
    shown = (info for info in infos if not info.filename.endswith("/") and not is_hidden(info.filename))
    return (info for info in shown if suffix != ".wacz" or info.filename.startswith("archive/"))
