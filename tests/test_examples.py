"""The example corpora: what the report on each must say, may say, and must never say.

Each corpus is run once, through the public front door. Its ``expected.toml`` holds what a careful reader finds; the
head comment of ``examples/belgorod/expected.toml`` says how a row is read.
"""

import math
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import tracker

EXAMPLES = Path(__file__).parent.parent / "examples"
CORPORA = sorted(path.parent.name for path in EXAMPLES.glob("*/expected.toml"))
EXPECTED = {name: tomllib.loads((EXAMPLES / name / "expected.toml").read_text(encoding="utf-8")) for name in CORPORA}

Row = Any  # a row of a DataFrame, by column name
Gold = dict[str, Any]  # a row of expected.toml


@dataclass(frozen=True, kw_only=True, repr=False)
class Run:
    """The tables of one corpus, rows by id. A failing test names the row it wants, not the tables."""

    name: str
    articles: list[Row]
    unread: list[Row]
    claims: dict[str, Row]
    figures: dict[str, Row]
    discrepancies: list[Row]

    @property
    def conflicts(self) -> list[Row]:
        return [row for row in self.discrepancies if row.relation == "conflict"]


@pytest.fixture(scope="session")
def run(request: pytest.FixtureRequest) -> Run:
    articles, unread = tracker.read([EXAMPLES / request.param / "articles"])
    claims, figures, accounts = tracker.extract(articles)
    claims, figures, accounts, incidents = tracker.group(articles, claims, figures, accounts)
    _, discrepancies = tracker.compare(articles, claims, figures, accounts, incidents)
    return Run(
        name=request.param,
        articles=_rows(articles),
        unread=_rows(unread),
        claims={row.claim_id: row for row in _rows(claims)},
        figures={row.figure_id: row for row in _rows(figures)},
        discrepancies=_rows(discrepancies),
    )


def _rows(frame: Any) -> list[Row]:
    return list(frame.itertuples(index=False))


def _each(table: str) -> pytest.MarkDecorator:
    """One test for each row of ``table`` in each corpus, named after the corpus and the row's reason."""
    rows = [(name, gold) for name in CORPORA for gold in EXPECTED[name].get(table, [])]
    names = [f"{name}: {gold['why']}" for name, gold in rows]
    return pytest.mark.parametrize(("run", "gold"), rows, ids=names, indirect=["run"])


each_corpus = pytest.mark.parametrize("run", CORPORA, indirect=True)


@each_corpus
def test_every_article_is_read_with_its_particulars(run: Run) -> None:
    files = sorted(path.name for path in (EXAMPLES / run.name / "articles").iterdir())
    assert not run.unread
    assert sorted(Path(article.path).name for article in run.articles) == files
    for article in run.articles:
        assert all((article.title, article.publisher, article.published, article.url)), article.path


@pytest.mark.parametrize("name", CORPORA)
def test_a_corpus_shows_every_relation(name: str) -> None:
    told = "|".join(gold["relation"] for gold in EXPECTED[name]["expect"]).split("|")
    assert {"conflict", "update", "scope", "agree"} <= set(told)


@_each("expect")
def test_what_the_report_must_say(run: Run, gold: Gold) -> None:
    told = [row.reason for row in _matching(run, gold, run.discrepancies)]
    assert told


@pytest.mark.xfail(strict=True, reason="seen by a careful reader, not yet by the tracker; move it to expect once it is")
@_each("missed")
def test_what_is_missed(run: Run, gold: Gold) -> None:
    assert [row.reason for row in _matching(run, gold, run.discrepancies)]


@_each("forbid")
def test_what_is_no_conflict(run: Run, gold: Gold) -> None:
    alarms = [row.reason for row in _matching(run, gold, run.conflicts)]
    assert not alarms


@each_corpus
def test_no_other_conflict(run: Run) -> None:
    known = [row.discrepancy_id for gold in _conflicts_known(run.name) for row in _matching(run, gold, run.conflicts)]
    beyond = [
        f"{row.kind} {row.measure}: {row.reason}" for row in run.conflicts if row.discrepancy_id not in set(known)
    ]
    assert not beyond


@each_corpus
def test_page_furniture_is_no_claim(run: Run) -> None:
    texts = [_plain(claim.text) for claim in run.claims.values()]
    noise = EXPECTED[run.name]["noise"]["words"]
    assert [words for words in noise if any(_plain(words) in text for text in texts)] == []


def _conflicts_known(name: str) -> Iterator[Gold]:
    expected = EXPECTED[name]
    yield from (gold for gold in expected["expect"] if gold["relation"] == "conflict")
    yield from expected.get("allow", [])


def _matching(run: Run, gold: Gold, rows: list[Row]) -> Iterator[Row]:
    """The discrepancies a row of expected.toml speaks of; what it leaves out may be anything."""
    for row in rows:
        cells = all(_fits(row, gold, column) for column in ("relation", "kind", "measure"))
        if cells and _sides_fit(run, row, gold.get("left", {}), gold.get("right", {})):
            yield row


def _fits(row: Row, gold: Gold, column: str) -> bool:
    return column not in gold or re.fullmatch(gold[column], getattr(row, column)) is not None


def _sides_fit(run: Run, row: Row, left: Gold, right: Gold) -> bool:
    """Which of two sources stands left is the report's choice, so both ways round are good."""
    return any(
        _side_fits(run, row, here, left) and _side_fits(run, row, there, right)
        for here, there in (("left", "right"), ("right", "left"))
    )


def _side_fits(run: Run, row: Row, side: str, gold: Gold) -> bool:
    """Does one of the claims behind a side fit, and, where a number is asked for, one of its figures?"""
    claims = [run.claims[key] for key in _members(row, side, "claim")]
    figures = [run.figures[key] for key in _members(row, side, "figure")]
    return any(_said(claim, gold) for claim in claims) and (
        "number" not in gold or any(_counts(figure, gold["number"]) for figure in figures)
    )


def _members(row: Row, side: str, noun: str) -> list[str]:
    """The ids of every claim, or figure, behind one side: the representative first."""
    listed = str(getattr(row, f"{side}_{noun}s") or "").split("; ")
    return [key for key in (getattr(row, f"{side}_{noun}_id"), *listed) if key]


def _said(claim: Row, gold: Gold) -> bool:
    return _said_by(claim, gold.get("source", "")) and re.search(gold.get("words", ""), _plain(claim.text), re.I)


def _said_by(claim: Row, source: str) -> bool:
    if source == "narrator":
        return claim.source_kind == "narrator"
    who = " | ".join((claim.source, claim.source_name, claim.party, claim.via))
    return re.search(source, who, re.I) is not None


def _counts(figure: Row, number: float) -> bool:
    return any(math.isclose(bound, number) for bound in (figure.best, figure.low, figure.high))


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("’", "'").lower()
