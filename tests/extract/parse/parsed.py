"""Paragraphs as the parser gives them and as they are read off it, side by side."""

from functools import cache
from pathlib import Path

from spacy.tokens import Doc as Parsed

from tracker.extract.parse import Doc
from tracker.extract.parse.pipeline import pipeline
from tracker.extract.parse.reading import Reader
from tracker.model import Article
from tracker.read import read_articles

EXAMPLES = Path(__file__).parents[3] / "examples"

ODD = [
    "A hotel, a school and two shops were hit , officials in the town said on Friday ,  as did the army.",
    "What did she say the men from the north were looking for when they came?",
    "10 died; a third of the ½ left “Bob’s” U.N. office 5°C",
    "THE END",
    "  two  ",
    "…",
]


@cache
def pairs() -> list[tuple[Parsed, Doc]]:
    """Each paragraph of the examples, and odd ones: the parser's own, and ours."""
    found = [each for each in read_articles([EXAMPLES]) if isinstance(each, Article)]
    lines = ODD + [line for each in found for line in each.text.splitlines() if line.strip()]
    read = Reader(pipeline().vocab).read
    return [(parsed, read(parsed, parsed.text)) for parsed in pipeline().pipe(lines)]
