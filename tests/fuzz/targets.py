"""What is fuzzed, by name: how an input is made from its number, and what must hold of it."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb
from typing import Any

from tests.fuzz import figures, readers
from tracker.read import READERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """``make`` an input by chance, ``check`` it in a folder; what it raises is a find."""

    make: Callable[[random.Random], Any]
    check: Callable[[Any, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """An input, by its number, of which something did not hold: what, and where in the code."""

    number: int
    told: str
    place: str
    data: Any


TARGETS: dict[str, Target] = {
    **{
        name: Target(
            make=partial(readers.hurt_file, name=name),
            check=lambda data, folder, name=name: readers.check_file(data, name, folder),  # type: ignore[misc]
        )
        for name in READERS
    },
    "quantities": Target(make=figures.composed, check=lambda text, _: figures.check_quantities(text)),
    "figures": Target(make=figures.composed, check=lambda text, _: figures.check_figures(text)),
}


def made(name: str, number: int) -> Any:
    """The input of a number: the same on every machine."""
    return TARGETS[name].make(random.Random(f"{name} {number}"))


def finds(name: str, numbers: Iterable[int]) -> Iterator[Find]:
    """What is found on the inputs of these numbers."""
    with TemporaryDirectory() as folder:
        for number in numbers:
            data = made(name, number)
            try:
                TARGETS[name].check(data, Path(folder))
            except Exception as error:
                last = extract_tb(error.__traceback__)[-1]
                told = f"{type(error).__name__}: {str(error)[:300]}"
                yield Find(number=number, told=told, place=f"{last.filename}:{last.lineno}", data=data)
