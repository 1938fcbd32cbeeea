"""A desk of three short articles on one attack, and an extractor so plain that its answer can be seen at a glance."""

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest

from tests.factory import account, claim, killed
from tracker.model import Account, Article, Claim, Figure

DESK = {
    "herald.txt": ("The Herald", "The interior ministry said 20 people were killed in the strike on Kharkiv."),
    "courier.txt": ("The Courier", "The regional governor said 12 people were killed in the strike on Kharkiv."),
    "post.txt": ("The Post", "The interior ministry said 20 people were killed when a missile struck Kharkiv."),
}

_SAID = re.compile(r"(?P<source>The .+?) said (?P<number>\d+) people were killed.*")


def write_desk(folder: Path) -> list[Path]:
    """The articles as files, in a folder of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (publisher, text) in DESK.items():
        head = f"---\npublisher: {publisher}\npublished: 2024-03-16\ntitle: Strike on Kharkiv\n---\n"
        (folder / name).write_text(f"{head}{text}\n", encoding="utf-8")
    return [folder / name for name in DESK]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an extraction is to those who use it."""

    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    accounts: tuple[Account, ...]
    offices: tuple[tuple[str, str], ...] = ()


def without_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let articles be extracted plainly in this test."""
    monkeypatch.setattr(import_module("tracker.extract"), "extract_article", extract_plainly)


def extract_plainly(article: Article) -> Told:
    """One claim and one figure for each "X said N people were killed"."""
    claims, figures, accounts = [], [], []
    for found in _SAID.finditer(article.text):
        said = claim(
            found[0],
            article_id=article.article_id,
            start=found.start(),
            source=found["source"],
            source_name=found["source"],
            source_kind="official",
            said_at=article.published,
            event="attack",
            place="Kharkiv",
            country="Ukraine",
            date_from="2024-03-15",
            date_to="2024-03-15",
            scene=f"{article.article_id}/0",
        )
        claims.append(said)
        figures.append(killed(float(found["number"]), of=said))
        accounts.append(account("happened", "yes", of=said))
    return Told(claims=tuple(claims), figures=tuple(figures), accounts=tuple(accounts))
