"""Extraction by way of Parquet parts: the same as without, whoever works on them and whoever dies of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from signal import SIGKILL

import pytest

from tests.desk import extract_plainly, write_desk
from tests.engine.conftest import scheduler  # noqa: F401
from tracker import pipeline
from tracker.engine import run
from tracker.errors import EngineError
from tracker.extract import Extraction, parts
from tracker.extract.parts import Part, extract_in_parts, extract_part
from tracker.lexicon.desk_files import as_before, use
from tracker.model import Article
from tracker.tables import Tables

pytest.importorskip("pyarrow")


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Article, ...]:
    return pipeline.read(write_desk(tmp_path / "articles")).articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    return tmp_path / "parts"


def plain(article: Article) -> Extraction:
    told = extract_plainly(article)
    return Extraction(
        claims=told.claims, figures=told.figures, accounts=told.accounts, offices=(("governor", "Ann Roe"),)
    )


@pytest.fixture
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "extract_article", plain)


def in_parts(articles: tuple[Article, ...], folder: Path, engine: str = "local") -> list[Extraction]:
    def gone(article: Article, reason: str) -> Extraction:
        raise AssertionError(f"{article.path}: {reason}")

    return list(
        extract_in_parts(
            articles, folder=folder, run=partial(run, engine=engine), progress=lambda done: None, instead=gone
        )
    )


@pytest.mark.usefixtures("plainly")
@pytest.mark.parametrize("length", [1, 160, 320, 10_000])
def test_however_it_is_cut_the_same_is_found(
    articles: tuple[Article, ...], folder: Path, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LENGTH", length)
    assert in_parts(articles, folder) == [plain(article) for article in articles]


@pytest.mark.usefixtures("plainly")
def test_what_a_part_gave_lies_beside_it_as_the_tables_of_a_run(articles: tuple[Article, ...], folder: Path) -> None:
    in_parts(articles, folder)
    assert sorted(path.name for path in (folder / "part-00000").iterdir()) == [
        "accounts.parquet",
        "articles.parquet",
        "claims.parquet",
        "figures.parquet",
        "offices.parquet",
    ]


@pytest.mark.usefixtures("plainly")
def test_progress_is_told_in_articles(
    articles: tuple[Article, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LENGTH", 320)
    told: list[int] = []
    list(extract_in_parts(articles, folder=folder, run=run, progress=told.append, instead=lambda *_: Extraction()))
    assert told == [2, 3]


def test_no_articles_are_no_parts(folder: Path) -> None:
    assert in_parts((), folder) == []


@pytest.mark.usefixtures("plainly")
def test_of_a_part_that_is_lost_every_article_is_tried_by_itself(articles: tuple[Article, ...], folder: Path) -> None:
    """The second article of three ends its worker."""
    fatal = articles[1].article_id
    lost: list[tuple[str, str]] = []

    def lossy(stage: object, records: list[Part], *, instead: object, **_: object) -> Iterator[str]:
        for part in records:
            held = {article.article_id for article in parts._articles(part)}
            yield "it took longer than 2 seconds" if fatal in held else extract_part(part)

    def gone(article: Article, reason: str) -> Extraction:
        lost.append((article.article_id, reason))
        return Extraction()

    found = list(extract_in_parts(articles, folder=folder, run=lossy, progress=lambda done: None, instead=gone))  # type: ignore[arg-type]
    assert found == [plain(articles[0]), Extraction(), plain(articles[2])]
    assert lost == [(fatal, "it took longer than 2 seconds")]


def test_a_worker_that_does_not_see_the_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="--parts"):
        extract_part(Part(folder=str(tmp_path / "elsewhere"), articles=1, version=parts.installed()))


@pytest.mark.usefixtures("plainly")
def test_a_worker_of_another_version_says_so(articles: tuple[Article, ...], folder: Path) -> None:
    in_parts(articles, folder)
    with pytest.raises(EngineError, match="Install the same version"):
        extract_part(Part(folder=str(folder / "part-00000"), articles=3, version="0.0.1"))


def test_the_desks_own_files_go_along(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers of another machine do not see the files that the run was told of."""
    own = tmp_path / "own.toml"
    own.write_text('[parties]\n"Anser Home Guard" = "Norland"\n', encoding="utf-8")
    monkeypatch.setattr(parts, "_DESKS", set())
    monkeypatch.setenv("TRACKER_PARTIES", str(own))
    paper = write_desk(tmp_path / "articles")[0]
    paper.write_text("The Anser Home Guard said 20 people were killed in the strike on Kharkiv.\n", encoding="utf-8")
    handed: list[Part] = []

    def elsewhere(stage: object, records: list[Part], **_: object) -> Iterator[str]:
        handed.extend(records)
        own.unlink()
        with as_before():
            use()
            yield from map(extract_part, records)

    [found] = extract_in_parts(
        pipeline.read([paper]).articles,
        folder=folder,
        run=elsewhere,  # type: ignore[arg-type]
        progress=lambda done: None,
        instead=lambda *_: Extraction(),
    )
    assert [claim.party for claim in found.claims] == ["Norland"]
    with pytest.raises(EngineError, match="Start the cluster's workers anew"):
        extract_part(replace(handed[0], desk=""))


def test_a_cluster_finds_what_one_process_does_even_where_a_worker_is_killed(
    articles: tuple[Article, ...],
    scheduler: str,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two worker processes with our own parser, one killed in the middle; only paths pass through the scheduler."""
    from distributed import Client

    monkeypatch.setenv("TRACKER_SCHEDULER", scheduler)
    monkeypatch.setenv("TRACKER_PARTS", str(tmp_path))
    monkeypatch.setattr(parts, "LENGTH", 1)
    tables = Tables(articles=articles)
    told: list[tuple[int, int]] = []

    def watch(verb: str, done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            os.kill(workers[0], SIGKILL)

    with Client(scheduler, set_as_default=False) as client:
        workers = list(client.run(os.getpid).values())
        found = pipeline.extract(tables, engine="dask", watch=watch)
        client.wait_for_workers(2, timeout=30)
        assert set(client.run(os.getpid, on_error="ignore").values()) != set(workers)
    assert found == pipeline.extract(tables, engine="local")
    assert {claim.article_id for claim in found.claims} == {article.article_id for article in articles}
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert not list(tmp_path.glob("tracker-parts-*"))
