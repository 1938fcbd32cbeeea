"""What a test wants to know of articles: their paragraphs with their kinds, and reading one file to the end."""

from pathlib import Path

from tracker.model import Article, Unread
from tracker.read import read_articles

LEAD = "A blast on a quay in Port Selwyn killed nine dockers on Tuesday, the harbour master said."
NEXT = "The navy blamed a drifting mine, and the union an old crane that no engineer had looked at."
PAGE = f"<html><body><article><h1>Blast</h1><p>{LEAD}</p><p>{NEXT}</p></article></body></html>"


def told(article: Article) -> list[tuple[str, str]]:
    return [(zone.kind, article.text[zone.start : zone.end]) for zone in article.zones]


def read(path: Path) -> tuple[list[Article], list[Unread]]:
    """The articles of a file, and what could not be read of it."""
    found = list(read_articles([path]))
    return [each for each in found if isinstance(each, Article)], [each for each in found if isinstance(each, Unread)]


def within(path: Path, name: str) -> str:
    """The path of what is inside a file."""
    return f"{path}!{name}"
