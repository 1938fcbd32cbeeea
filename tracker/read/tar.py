"""TAR archives: each file inside is read like one on disk, in the archive's own order, without going back in it."""

import tarfile
from functools import partial
from typing import IO

from tracker.errors import UnreadableError
from tracker.model import Unread
from tracker.read import limits
from tracker.read.inputs import Input, broken
from tracker.read.names import is_hidden, label
from tracker.read.reader import Items
from tracker.read.zip import UNPACK


def is_tar(head: bytes) -> bool:
    """The mark of POSIX archives, behind the first name (POSIX.1-1988, ustar)."""
    return head[257:262] == b"ustar"


def read_tar(found: Input) -> Items:
    """The files of an archive; hidden ones are left out, links and devices listed and not followed."""
    with _open(found) as archive:
        count = 0
        while member := _next(archive):
            count += 1
            if count > limits.MOST_MEMBERS:
                raise UnreadableError(f"it holds more than {limits.MOST_MEMBERS:,} files; no more were read", UNPACK)
            if member.isdir() or is_hidden(member.name):
                continue
            if member.isfile():
                yield found.member(label(member.name), partial(_content, archive, member))
            else:
                path = f"{found.path}!{label(member.name)}"
                yield Unread(path=path, reason="it is a link or no file, and those are not followed", cure=UNPACK)


def _open(found: Input) -> tarfile.TarFile:
    try:
        return tarfile.open(fileobj=found.stream(), mode="r|", errorlevel=1)
    except UnreadableError:
        raise
    except Exception as error:
        raise broken(error, "the archive") from error


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    """The next entry; those before it are forgotten, which the module would keep all in memory."""
    try:
        member = archive.next()
    except UnreadableError:
        raise
    except Exception as error:
        raise broken(error, "the archive") from error
    archive.members = []  # type: ignore[attr-defined]
    return member


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    content = archive.extractfile(member)
    assert content is not None  # it is a file
    return content
