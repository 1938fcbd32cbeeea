"""spaCy without its command line.

spaCy loads its commands along, and with them what downloads models and paints terminals: a fifth of the time until the
parser is there, and 19 MB in each process, for what nothing here calls. So while spaCy loads, something that loads them
when they are asked for stands in for them; afterwards ``spacy.cli`` is what it always was.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def load_bare() -> None:
    """Load spaCy without its commands; where it is loaded already, it stays as it is."""
    if "spacy" in sys.modules:
        return
    for name in _COMMANDS:
        sys.modules[name] = _Later(name)
    try:
        import_module("spacy")
    finally:
        for name in _COMMANDS:
            del sys.modules[name]


class _Later(ModuleType):
    """Stands for a module: what is taken from it is a function that loads the module when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return called


load_bare()
