"""A run that is killed at any moment leaves a store that opens, every article wholly in or wholly out of it."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from tests.desk import extract_plainly
from tests.store.conftest import fresh
from tracker import cli
from tracker.extract import Extraction
from tracker.model import LASTING, NOUNS, Article
from tracker.store import Store
from tracker.store.checkup import examine

FORK = multiprocessing.get_context("fork")
TOWNS = ("Kharkiv", "Odesa", "Lviv", "Dnipro")
ARTICLES = 12


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two articles a day on as many attacks, which do not agree."""
    folder = tmp_path / "articles"
    folder.mkdir()
    paths = []
    for number in range(ARTICLES):
        day, town = f"2024-03-{1 + number // 2:02}", TOWNS[number // 2 % len(TOWNS)]
        head = f"---\npublisher: Paper {number % 2}\npublished: {day}\ntitle: Strike on {town}\n---\n"
        said = f"The governor of {town} said {number + 3} people were killed in the strike on {town}.\n"
        paths.append(folder / f"{number:02}.txt")
        paths[-1].write_text(head + said, encoding="utf-8")
    return paths


def extract_briefly(article: Article) -> Extraction:
    """Without a parser: what is asked here is what becomes of a store."""
    told = extract_plainly(article)
    starts = [article.text.index(f" {figure.text} people") + 1 for figure in told.figures]
    figures = [
        replace(figure, start=start, end=start + len(figure.text))
        for figure, start in zip(told.figures, starts, strict=True)
    ]
    return Extraction(claims=told.claims, figures=tuple(figures), accounts=told.accounts)


@pytest.fixture(autouse=True)
def without_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("tracker.extract"), "extract_article", extract_briefly)


def work(place: str, paths: Sequence[Path]) -> int:
    """One run; its exit code."""
    report = paths[0].parent.parent / "report.html"
    return cli.main(["run", *map(str, paths), "-o", str(report), "--store", place, "--quiet", "--engine", "local"])


def run_whole(place: str, paths: Sequence[Path]) -> None:
    """A run that nobody kills, in this process: those forked from it later need not load everything again."""
    assert work(place, paths) == cli.DONE


def run_killed(place: str, paths: Sequence[Path], after: float) -> bool:
    """A run that is killed after so many seconds; false where it was done before."""
    process = FORK.Process(target=lambda: os._exit(work(place, paths)))
    process.start()
    process.join(after)
    process.kill()
    process.join(60)
    return process.exitcode == -signal.SIGKILL


def look_at(place: str, tell: Callable[[Article], Extraction]) -> int:
    """The store opens, nothing in it is wrong, and each article is there with all it says; how many are there."""
    with Store(place) as store:
        if not store.has("articles"):
            return 0
        told = store.load("articles")
        claims, figures = store.load("claims"), store.load("figures")
        if store.has("claims"):
            wanted = [tell(article) for article in told]
            assert {each.text for each in claims} == {claim.text for each in wanted for claim in each.claims}
            assert sorted(each.article_id for each in claims) == sorted(
                claim.article_id for each in wanted for claim in each.claims
            )
            assert {each.figure_id for each in figures} == {each.figure_id for one in wanted for each in one.figures}
    found = examine(place)
    assert found.is_well, found.ailments
    return len(told)


def held(place: str) -> dict[str, tuple[object, ...]]:
    """What a run makes. Of incident ids once given, a store that has seen more runs may know more."""
    with Store(place) as store:
        return {name: store.load(name) for name in NOUNS if name not in LASTING}


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_a_store_outlives_runs_that_are_killed_and_ends_as_if_none_had_been(
    place: str, articles: list[Path], tmp_path: Path, postgres: str, kills: int
) -> None:
    chance = random.Random(kills)
    scratch = str(tmp_path / "scratch.db")
    run_whole(scratch, articles)

    def elsewhere() -> str:
        return fresh(postgres) if "://" in place else str(tmp_path / f"{chance.random()}.db")

    began = time.monotonic()
    assert not run_killed(elsewhere(), articles, 120)
    whole_run = time.monotonic() - began
    seen, killed = set(), 0
    while killed < kills:
        paths = articles[: chance.choice((ARTICLES // 2, ARTICLES))]
        if run_killed(place, paths, chance.uniform(0, whole_run)):
            killed += 1
            seen.add(look_at(place, extract_briefly))
        else:  # done before: the next begins where there is nothing yet
            place = elsewhere()
    assert len(seen) > 1 or kills < 100, "always killed before anything was saved, or after everything was"
    run_whole(place, articles)
    assert look_at(place, extract_briefly) == ARTICLES
    assert held(place) == held(scratch)


@pytest.mark.slow
def test_the_command_itself_can_be_killed_a_hundred_times(articles: list[Path], tmp_path: Path) -> None:
    """With its parser and all, as a shell starts it."""
    chance = random.Random(7)

    def start(place: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "tracker", "run", *map(str, articles)]
        return subprocess.Popen([*command, "-o", str(tmp_path / "r.html"), "--store", str(place), "--quiet"])

    scratch = tmp_path / "scratch.db"
    began = time.monotonic()
    assert start(scratch).wait(200) == cli.DONE
    whole_run = time.monotonic() - began
    kept = held(str(scratch))
    place, killed = tmp_path / "0.db", 0
    while killed < 100:
        with start(place) as running:
            try:
                assert running.wait(chance.uniform(0.2, 1.0) * whole_run) == cli.DONE
            except subprocess.TimeoutExpired:
                running.kill()
                killed += 1
        if place.exists():
            with Store(place) as store:
                there = {article.article_id for article in store.load("articles")}
                if store.has("claims"):
                    told = {claim.claim_id for claim in kept["claims"] if claim.article_id in there}  # type: ignore[attr-defined]
                    assert {claim.claim_id for claim in store.load("claims")} == told
            assert examine(str(place)).is_well
        if running.returncode == cli.DONE:
            assert held(str(place)) == kept
            place = tmp_path / f"{killed}.db"
