"""XML, told piece by piece: no tree is built, and a document that defines entities, as bombs do, is refused."""

from typing import Any, Protocol
from xml.parsers import expat

from tracker.errors import UnreadableError
from tracker.read.inputs import broken


class Listener(Protocol):
    """What is told of a document: names as "namespace local"."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, words: str) -> None:
        """Characters stand here."""


def parse_xml(data: bytes, listener: Listener) -> None:
    """Tell the listener of a document; raises UnreadableError where it is broken or defines entities."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.data
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise broken(error, "its XML") from error


def _refuse(*_: Any) -> None:
    raise UnreadableError("its XML defines entities, as files made to fill memory do", "Save it again with its program")
