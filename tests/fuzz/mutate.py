"""A valid file, hurt: bytes flipped, cut, repeated, spliced with another's, and words of its format put in."""

import random
from collections.abc import Callable, Sequence

# Numbers at the edges of what a field of one, two or four bytes can hold.
EDGES = tuple(
    edge.to_bytes(size, "little") for size in (1, 2, 4) for edge in (0, 1, 2 ** (8 * size - 1), 2 ** (8 * size) - 1)
)

# No file grows beyond this many bytes: what is slow on a small file shows as well, and more of them are tried.
LARGEST = 60_000

Change = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def mutated(chance: random.Random, samples: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """One of the samples with one to some changes; ``pieces`` are words of the format."""
    data = chance.choice(samples)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9, 20))):
        data = chance.choice(CHANGES)(chance, data, (*pieces, *samples))[:LARGEST]
    return data


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _stretch(chance: random.Random, data: bytes) -> tuple[int, int]:
    """Where a stretch begins and ends: mostly short, now and then half the file."""
    start = _place(chance, data)
    return start, min(len(data), start + int(chance.paretovariate(0.5)))


def flip(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """One bit another."""
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def overwrite(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Any bytes, or a number at the edge of its field, over others."""
    at = _place(chance, data)
    new = chance.choice(EDGES) if chance.random() < 0.5 else chance.randbytes(chance.randrange(1, 5))
    return data[:at] + new + data[at + len(new) :]


def cut(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A stretch is gone."""
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def shorten(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """The file breaks off."""
    return data[: _place(chance, data)] if chance.random() < 0.3 else data


def repeat(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A stretch stands twice, or a thousand times."""
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 10, 1_000)) + data[end:]


def insert(chance: random.Random, data: bytes, pieces: Sequence[bytes]) -> bytes:
    """A word of the format stands where none should."""
    at = _place(chance, data)
    return data[:at] + chance.choice(pieces) * chance.choice((1, 1, 1, 3, 100)) + data[at:]


def splice(chance: random.Random, data: bytes, pieces: Sequence[bytes]) -> bytes:
    """The file goes on as another one."""
    other = chance.choice(pieces)
    return data[: _place(chance, data)] + other[_place(chance, other) :]


def move(chance: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A stretch stands elsewhere."""
    start, end = _stretch(chance, data)
    taken, rest = data[start:end], data[:start] + data[end:]
    at = _place(chance, rest)
    return rest[:at] + taken + rest[at:]


CHANGES: tuple[Change, ...] = (flip, flip, overwrite, cut, shorten, repeat, insert, insert, splice, move)
