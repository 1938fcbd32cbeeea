"""Where the work runs is said by flag, environment or file; trouble with it is told in a line."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.desk import write_desk
from tracker import assignments, cli
from tracker.extract import Extraction
from tracker.model import Article, Sketch
from tracker.store import Store


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STORE", "ENGINE", "SCHEDULER", "PARTS"):
        monkeypatch.setenv(f"TRACKER_{name}", "")
    monkeypatch.chdir(tmp_path)
    write_desk(tmp_path / "articles")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What extracting is told of its cluster, in place of its work."""
    found: dict[str, str] = {}

    def extract_each(articles: Sequence[Article], *, engine: str, **_: object) -> list[Extraction]:
        names = ("TRACKER_SCHEDULER", "TRACKER_PARTS")
        found.update(engine=engine, **{name: os.environ.get(name, "") for name in names})
        return [Extraction() for _ in articles]

    def sketch_each(articles: Sequence[Article], **more: Any) -> Iterator[tuple[Extraction, Sketch]]:
        sketches = [Sketch(article_id=article.article_id) for article in articles]
        return zip(extract_each(articles, **more), sketches, strict=True)

    monkeypatch.setattr(assignments, "extract_each", extract_each)
    monkeypatch.setattr(assignments, "sketch_each", sketch_each)
    return found


@pytest.mark.parametrize("verb", [["run", "articles", "--anew"], ["extract"]])
def test_flags_count_before_the_file(verb: list[str], told: dict[str, str]) -> None:
    assert cli.main(["read", "articles"]) == cli.DONE
    Path("tracker.toml").write_text(
        'engine = "dask"\nscheduler = "tcp://10.0.0.1:8786"\nparts = "shared"\n', encoding="utf-8"
    )
    cli.main([*verb, "--store", "tracker.db"])
    assert told == {"engine": "dask", "TRACKER_SCHEDULER": "tcp://10.0.0.1:8786", "TRACKER_PARTS": "shared"}
    cli.main([*verb, "--store", "tracker.db", "--scheduler", "tcp://10.0.0.2:8786", "--engine", "auto"])
    assert (told["engine"], told["TRACKER_SCHEDULER"]) == ("auto", "tcp://10.0.0.2:8786")


def test_without_a_cluster_nothing_is_left_of_the_last_one(told: dict[str, str]) -> None:
    cli.main(["run", "articles", "--scheduler", "tcp://10.0.0.2:8786"])
    os.environ.pop("TRACKER_SCHEDULER")
    cli.main(["run", "articles", "--anew"])
    assert told["TRACKER_SCHEDULER"] == ""


def test_a_scheduler_that_is_not_there_ends_the_run_and_leaves_the_articles_to_the_next(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("tracker.engine.dask.ANSWER", 0.5)
    run = ["run", "articles", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--store", "tracker.db"]
    assert cli.main(run) == cli.UNREADABLE
    assert "error: no Dask scheduler answers at tcp://127.0.0.1:1. Start one" in capsys.readouterr().err
    assert not list(Path().glob("tracker-parts-*"))
    with Store("tracker.db") as store:
        assert store.count("articles") == 0
    assert cli.main(["run", "articles", "--store", "tracker.db"]) == cli.DONE
    assert "read      3 articles" in capsys.readouterr().out


def test_a_folder_for_the_parts_that_is_not_there_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["run", "articles", "--engine", "dask", "--parts", "nowhere"]) == cli.USAGE
    assert "Name another with --parts" in capsys.readouterr().err
