"""A process for one question alone: nothing is warm, and its memory is its own."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Told = TypeVar("Told")


def alone(function: Callable[..., Told], *arguments: object) -> Told:
    """What a function gives in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()
