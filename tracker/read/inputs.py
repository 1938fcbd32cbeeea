"""One thing to be read, wherever its bytes lie: on disk, in an archive, in a pipe, on the web.

The bytes can be had once, from the start: whole, by lines, or as a stream. How many may come out of one input that was
named, archives inside archives included, is counted here, so that no reader has to think of it.
"""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from tracker.errors import UnreadableError
from tracker.read import limits
from tracker.read.fetch import FETCH
from tracker.read.formats import charset_of, suffix_of_media
from tracker.read.given import Given
from tracker.read.guard import Answer


@dataclass(slots=True, kw_only=True)
class Allowance:
    """How many bytes may still come out of one input that was named, unpacked."""

    left: int

    def take(self, size: int) -> None:
        """Count bytes; raises UnreadableError where they are more than the input's own size explains."""
        self.left -= size
        if self.left < 0:
            raise UnreadableError(
                f"unpacked it is more than {limits.RATIO} times its size, as files made to fill a disk are",
                "Unpack it yourself, if you trust where it comes from, and name the folder",
            )


def allow(size: int) -> Allowance:
    """What may come out of an input of so many bytes."""
    return Allowance(left=limits.FREE + limits.RATIO * size)


# Asks the web for an address; raises UnreadableError where there is no answer.
Fetch = Callable[[str], Answer]


class Bytes(Protocol):
    """What bytes are read from: a file, a member of an archive, an answer of a server."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(slots=True, kw_only=True, eq=False)
class Input:
    """One thing to be read. ``path`` is its name in every list: ``a.txt``, ``a.zip!inner/b.html``, ``https://…``.

    ``suffix`` tells its format, lower case, empty where the name tells none; ``charset`` is the encoding a server
    named; ``given`` is what is known of its articles from around it; ``place`` is the file on disk it is, if it is one;
    ``fetch`` asks the web for an address, where the user allows it.
    """

    path: str
    opened: Callable[[], Bytes]
    allowance: Allowance
    suffix: str = ""
    charset: str = ""
    given: Given = field(default_factory=Given)
    place: Path | None = None
    fetch: Fetch | None = None
    depth: int = 0
    _stream: BinaryIO | None = None

    def stream(self) -> BinaryIO:
        """The bytes from the start, buffered; the same stream whenever it is asked for."""
        if self._stream is None:
            self._stream = io.BufferedReader(_Counted(self._begin(), self.allowance), 1 << 16)
        return self._stream

    def _begin(self) -> Bytes:
        try:
            return self.opened()
        except UnreadableError:
            raise
        except Exception as error:
            raise broken(error) from error

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        stream = self.stream()
        assert isinstance(stream, io.BufferedReader)
        return stream.peek(limits.HEAD)[: limits.HEAD]

    def read(self) -> bytes:
        """The whole content; raises UnreadableError where there is none, or too much of it."""
        with self.stream() as stream:
            data = stream.read(limits.LARGEST + 1)
        if len(data) > limits.LARGEST:
            size = f"{limits.LARGEST / 1e6:,.0f} MB"
            cure = "Split it, or save many articles as .jsonl, which is read line by line"
            raise UnreadableError(f"it has more than the {size} that a file read whole may have", cure)
        if not data:
            raise UnreadableError("the file is empty", "Save the article again")
        return data

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines that are not blank, with their numbers, one at a time, each no longer than a file read whole."""
        with self.stream() as stream:
            for number, line in enumerate(iter(lambda: stream.readline(limits.LARGEST), b""), start=1):
                if line.strip():
                    yield number, line

    def seekable(self) -> IO[bytes]:
        """The bytes in any order, for formats with a table of contents at their end; to be closed by who asks."""
        return self.place.open("rb") if self.place else io.BytesIO(self.read())

    def member(self, name: str, opened: Callable[[], Bytes], *, suffix: str | None = None) -> "Input":
        """An input inside this one. Its name is a label, never a path to write or open."""
        if self.depth >= limits.DEEPEST_ARCHIVE:
            reason = f"it holds an archive within archives, more than {limits.DEEPEST_ARCHIVE} deep"
            raise UnreadableError(reason, "Unpack it yourself, and name the folder")
        return Input(
            path=f"{self.path}!{name}" if name else self.path,
            opened=opened,
            allowance=self.allowance,
            suffix=suffix_of(name) if suffix is None else suffix,
            given=self.given,
            depth=self.depth + 1,
        )

    def linked(self, url: str) -> "Input":
        """The page at an address that a feed or a list names; what that names is fetched only if this is on disk."""
        onward = None if self.path.startswith(("http://", "https://")) else self.fetch
        return replace(open_address(url, self.fetch), fetch=onward)

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()


def open_address(url: str, fetch: Fetch | None) -> Input:
    """The page at an address; raises UnreadableError where it may not be fetched, or cannot be."""
    if fetch is None:
        raise UnreadableError("it is an address of the web, and none is asked unless you say so", FETCH)
    answer = fetch(url)
    kind = answer.headers.get("content-type", "")
    return Input(
        path=url,
        opened=lambda: io.BytesIO(answer.data),
        allowance=allow(len(answer.data)),
        suffix=suffix_of_media(kind),
        charset=charset_of(kind),
        given=Given(url=answer.url),
        fetch=fetch,
    )


# What is piped in is called this in every list.
STDIN = "stdin"


def open_pipe(kept: Path | None = None) -> Input:
    """What is piped in, or was and has been ``kept`` in a file."""
    return Input(
        path=STDIN,
        opened=lambda: kept.open("rb") if kept else open(0, "rb", closefd=False),
        allowance=Allowance(left=limits.PIPE),
    )


def keep_pipe(file: Path) -> None:
    """Put what is piped in into a file. Raises UnreadableError where that is more than may be read of it."""
    with open_pipe().stream() as pipe, file.open("wb") as kept:
        shutil.copyfileobj(pipe, kept)


def suffix_of(name: str) -> str:
    """The ending of a name, lower case, with its dot."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return Path(last).suffix.lower() if "\0" not in last else ""


class _Counted(io.RawIOBase):
    """The bytes of a stream, counted against an allowance; what is wrong with them becomes an UnreadableError."""

    def __init__(self, inner: Bytes, allowance: Allowance) -> None:
        self._inner = inner
        self._allowance = allowance

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the stream goes: a pipe gives a little at a time."""
        filled = 0
        while filled < len(buffer) and (piece := self._piece(len(buffer) - filled)):
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        self._allowance.take(filled)
        return filled

    def _piece(self, size: int) -> bytes:
        """What the modules that unpack raise on broken data has no class in common (zlib.error, LZMAError)."""
        try:
            return self._inner.read(size)
        except UnreadableError:
            raise
        except Exception as error:
            raise broken(error) from error

    def close(self) -> None:
        """Close what it reads from."""
        if not self.closed:
            self._inner.close()
        super().close()


def broken(error: Exception, what: str = "it") -> UnreadableError:
    """What a library says of a file that it cannot make sense of, as one line for the list."""
    told = " ".join(str(error).split())[:120].rstrip(".") or type(error).__name__
    return UnreadableError(f"{what} is broken: {told}", "Save or download it again")
