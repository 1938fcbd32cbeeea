"""What is known of articles from elsewhere than their own words: from the user, or from around them."""

from dataclasses import dataclass, fields, replace
from typing import Any

from tracker.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What fills the gaps of an article: each of these is taken where the article does not say it itself."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    author: str = ""


# What a caller knows, if anything.
Known = Given | None


def fill(article: Article, given: Given) -> Article:
    """The article with its gaps filled."""
    lacking = [field.name for field in fields(given) if not getattr(article, field.name).strip()]
    filled: dict[str, Any] = {name: getattr(given, name) for name in lacking if getattr(given, name)}
    return replace(article, **filled) if filled else article
