"""A page read back as a browser reads it: its tags, its attributes, its text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})


@dataclass
class Page(HTMLParser):
    """Everything a page holds. Raises where a tag is closed that was not open."""

    source: str
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> out of turn at {self.getpos()}"

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]

    @property
    def shape(self) -> set[tuple[str, str]]:
        """Which tags bear which attributes."""
        return {(tag, name) for tag, attributes in self.tags for name in (attributes or {"": ""})}

    @property
    def text(self) -> str:
        """All text, in order."""
        return "".join(self.words)
