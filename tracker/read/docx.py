"""Word documents (DOCX): the paragraphs as they stand, without what was struck out, and what the file says of itself.

A DOCX file is a ZIP archive of XML (ECMA-376). Only two of its parts are read, each within bounds, by a parser that
builds no tree and refuses entities, which no word processor writes.
"""

import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import IO

from tracker.errors import UnreadableError
from tracker.model import Article
from tracker.read import limits
from tracker.read.inputs import Input, broken
from tracker.read.layout import Block, lay_out
from tracker.read.xml import parse_xml

_SAVE = "Open it in a word processor and save it again as .docx, or as .txt"

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006 "

# The built-in styles whose paragraphs are what our zones tell apart (ECMA-376, 17.7.4.9 calls their ids by language:
# these are the English ones, which Word writes in most countries).
_STYLES = {"title": "headline", "caption": "caption"}

# The day a document was begun is the day of its news where it was last saved soon after; later, it is an older
# document filled in anew.
_ONE_WRITING = timedelta(days=7)


def is_docx(head: bytes) -> bool:
    """A ZIP archive, the folder of Word's parts among its first names."""
    return head.startswith(b"PK\x03\x04") and b"word/" in head


def read_docx(found: Input) -> Iterator[Article]:
    """The one article of a document."""
    with found.seekable() as file, _open(file) as archive:
        paragraphs = _Paragraphs()
        parse_xml(_part(archive, "word/document.xml"), paragraphs)
        told = _Properties()
        if "docProps/core.xml" in archive.namelist():
            parse_xml(_part(archive, "docProps/core.xml"), told)
    printed = next((block.words for block in paragraphs.blocks if block.kind == "headline"), "")
    title = printed or told.of("title")
    laid = lay_out(paragraphs.blocks, title=title)
    yield Article(
        article_id="",
        path=found.path,
        title=title,
        author=told.of("creator"),
        published=_written(told.of("created"), told.of("modified")),
        language=told.of("language"),
        text=laid.text,
        zones=laid.zones,
    )


def _open(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except Exception as error:
        raise broken(error, "the document") from error


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the document; a bomb is read no further than any other file."""
    if name not in archive.namelist():
        raise UnreadableError("it is no Word document, though packed like one", _SAVE)
    try:
        with archive.open(name) as part:
            data = part.read(limits.LARGEST + 1)
    except Exception as error:
        raise broken(error, "the document") from error
    if len(data) > limits.LARGEST:
        raise UnreadableError(f"its text has more than {limits.LARGEST / 1e6:,.0f} MB", "Split it")
    return data


def _written(created: str, modified: str) -> str:
    """When it was begun, where it was finished soon after; else nobody knows."""
    try:
        begun, saved = datetime.fromisoformat(created), datetime.fromisoformat(modified or created)
        return created if abs(saved - begun) <= _ONE_WRITING else ""
    except (ValueError, TypeError):
        return ""


class _Paragraphs:
    """Gathers the paragraphs of ``document.xml``."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._style = ""
        self._is_text = False
        self._skipped = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins. What Word writes a second time, for older programs or where it was moved, is skipped."""
        name = _local(tag)
        if tag == f"{_COMPATIBLE}Fallback" or name == "moveFrom":
            self._skipped += 1
        elif name == "p":
            self._flush()
        elif name == "pStyle":
            self._style = next((value for key, value in attributes.items() if key.endswith(" val")), "")
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            self._words.append({"tab": " ", "noBreakHyphen": "\u2011"}.get(name, "\n"))
        self._is_text = name == "t"

    def end(self, tag: str) -> None:
        """An element ends."""
        self._is_text = False
        if tag == f"{_COMPATIBLE}Fallback" or _local(tag) == "moveFrom":
            self._skipped -= 1
        elif _local(tag) == "p":
            self._flush()

    def data(self, words: str) -> None:
        """Characters: text is what stands in ``w:t``; struck-out words and field codes stand elsewhere."""
        if self._is_text and not self._skipped:
            self._words.append(words)

    def _flush(self) -> None:
        for line in "".join(self._words).splitlines():
            if line.strip():
                self.blocks.append(Block(words=line.strip(), kind=_STYLES.get(self._style.casefold(), "")))
        self._words.clear()
        self._style = ""


def _local(tag: str) -> str:
    """The name of a Word element; empty for others, as those of drawings have paragraphs of their own."""
    return tag.removeprefix(_WORD).removeprefix(_STRICT) if tag.startswith((_WORD, _STRICT)) else ""


class _Properties:
    """Gathers what ``core.xml`` says, by the local names of its elements."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}
        self._name = ""

    def of(self, name: str) -> str:
        """What is said under a name, in one line."""
        return " ".join(self._told.get(name, "").split())

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._name = tag.rpartition(" ")[2]

    def end(self, tag: str) -> None:
        """An element ends."""
        self._name = ""

    def data(self, words: str) -> None:
        """Characters."""
        if self._name:
            self._told[self._name] = self._told.get(self._name, "") + words
