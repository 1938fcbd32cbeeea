"""Compressed files (gzip, bzip2, xz, Zstandard): what is inside is read by its own format, as it is unpacked."""

import bz2
import gzip
import io
import lzma
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any

from tracker.read import limits
from tracker.read.inputs import Bytes, Input
from tracker.read.reader import Items, need


def read_packed(found: Input, unpack: Callable[[IO[bytes]], Bytes]) -> Items:
    """The one input inside: ``a.jsonl.gz`` is JSON lines, ``a.tgz`` an archive, ``a.gz`` what it looks like."""
    inner = _SHORT.get(found.suffix) or PurePosixPath(found.path).with_suffix("").suffix.lower()
    yield found.member("", lambda: unpack(found.stream()), suffix=inner if found.suffix in ENDINGS else "")


# The short names of archives, and what they are.
_SHORT = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}
ENDINGS = (".gz", ".bz2", ".xz", ".zst", *_SHORT)


def read_gz(found: Input) -> Items:
    """What a gzip file holds."""
    return read_packed(found, lambda stream: gzip.GzipFile(fileobj=stream))


def read_bz2(found: Input) -> Items:
    """What a bzip2 file holds."""
    return read_packed(found, bz2.BZ2File)


def read_xz(found: Input) -> Items:
    """What an xz file holds."""
    return read_packed(found, lambda stream: io.BufferedReader(_Xz(stream)))


def read_zst(found: Input) -> Items:
    """What a Zstandard file holds: unpacked by Python 3.14 itself, before that by the library it was taken from."""
    zstd = need("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd", "zstd")
    return read_packed(found, partial(_zst, zstd))


def _zst(zstd: Any, stream: IO[bytes]) -> IO[bytes]:
    file: IO[bytes] = zstd.ZstdFile(stream)
    return file


def starts(*marks: bytes) -> Callable[[bytes], bool]:
    """Does an input begin with one of these?"""
    return lambda head: head.startswith(marks)


class _Xz(io.RawIOBase):
    """An xz stream, unpacked in bounded memory: the standard library's own file takes whatever the file asks for."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._pieces = self._unpack()
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, or less; nothing at the end."""
        self._rest = self._rest or next(self._pieces, b"")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size

    def _unpack(self) -> Iterator[bytes]:
        """Stream after stream: several may stand behind one another, and be padded with zeros (xz format 1.1, 2.2)."""
        data = self._packed.read(1 << 16)
        while data:
            unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=limits.XZ_MEMORY)
            while not unpacker.eof:
                if unpacker.needs_input and not data:
                    raise EOFError("it breaks off before its end")
                if piece := unpacker.decompress(data, 1 << 16):
                    yield piece
                data = self._packed.read(1 << 16) if unpacker.needs_input and not unpacker.eof else b""
            data = (unpacker.unused_data + self._packed.read(1 << 16)).lstrip(b"\0")
