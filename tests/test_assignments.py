"""Reading given out to worker processes tells what reading here tells, and a file that holds its worker up is left."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.desk import write_desk
from tests.read.told import LEAD
from tracker import assignments, pipeline
from tracker.assignments import extract_and_sketch, read_each, sketch, sketch_each
from tracker.engine import END, ENGINES, Crew, Lost
from tracker.engine.local import run_local
from tracker.extract import Extraction
from tracker.model import Article, Unread
from tracker.read import Given, limits

SAMPLES = Path(__file__).parent / "read" / "samples"


def test_the_same_is_read_in_worker_processes_as_here() -> None:
    given = Given(publisher="The Daily")
    here = pipeline.read([SAMPLES, SAMPLES / "nowhere.txt", SAMPLES], given=given)
    assert len(here.articles) > 10
    assert here.unread
    assert pipeline.read([SAMPLES, SAMPLES / "nowhere.txt", SAMPLES], given=given, engine="pool") == here


def test_each_place_ends_even_where_nothing_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    [herald, *_] = write_desk(tmp_path / "in")
    refused = Unread(path="x", reason="it is a link", cure="Name it")
    for engine in ("local", "pool"):
        told = list(read_each([tmp_path / "empty.txt", refused, herald], engine=engine))
        assert [place for place, item in told if item is END] == [tmp_path / "empty.txt", refused, herald]
        assert [type(item).__name__ for _, item in told if item is not END] == ["Unread", "Unread", "Article"]


def test_a_page_that_holds_its_reader_up_is_given_up_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty paragraphs by the million, which take minutes, where six seconds are given."""
    write_desk(tmp_path)
    (tmp_path / "a.html").write_text(f"<html><body><h1>Blast</h1><p>{LEAD}{'<p>' * 8_000_000}", encoding="utf-8")
    monkeypatch.setattr(limits, "SILENCE", 6.0)
    tables = pipeline.read([tmp_path], engine="pool")
    assert len(tables.articles) == 3
    [unread] = tables.unread
    assert unread.path == str(tmp_path / "a.html")
    assert unread.reason == "reading it was given up: it took longer than 6 seconds"
    assert unread.cure


def test_a_file_that_ends_its_reader_s_process_costs_itself_alone(tmp_path: Path) -> None:
    """A table of 1,507 bytes, found by fuzzing, at whose sizes pyarrow 26 ends the process it is in."""
    [herald, *_] = write_desk(tmp_path)
    table = SAMPLES.with_name("samples_broken") / "ends_its_reader.parquet"
    tables = pipeline.read([table, herald], engine="pool")
    assert len(tables.articles) == 1
    assert [each.path for each in tables.unread] == [str(table)]
    assert tables.unread[0].cure


@pytest.mark.parametrize(("words", "ready"), [(10, [True]), (100_000, [])])
def test_short_files_are_extracted_here_so_the_parser_is_loaded_while_they_are_read(
    words: int, ready: list[bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr(import_module("tracker.extract"), "get_ready", lambda: loaded.append(True))
    (tmp_path / "a.txt").write_text(f"{LEAD}\n\n{'word ' * words}", encoding="utf-8")
    assert len(pipeline.read([tmp_path], engine="auto", to_extract=True).articles) == 1
    assert loaded == ready


@pytest.mark.parametrize(("engine", "begun"), [("pool", True), ("local", False)])
def test_while_the_first_file_is_read_a_crew_is_begun(
    engine: str, begun: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assignments, "get_ready_to_sketch", dict)
    (tmp_path / "a.txt").write_text(LEAD, encoding="utf-8")
    with Crew() as crew:
        found = read_each([tmp_path / "a.txt"], engine=engine, to_extract=True, crew=crew)
        assert len(list(found)) == 2
        assert crew.has_begun is begun


@pytest.mark.parametrize("engine", ["auto", "local"])
def test_what_is_piped_in_is_read_by_every_engine(engine: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tracker", "read", "-", "--engine", engine, "--store", str(tmp_path / "s.db")]
    done = subprocess.run(command, input=LEAD, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "stdin" in done.stdout


def test_a_pipe_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tracker", "read", "-", "--store", str(tmp_path / "s.db")]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 3
    assert "stdin: the file is empty" in done.stderr


def no_sketch(article: Article, told: Extraction) -> None:
    raise AssertionError(f"{article.path} is sketched by the process that holds the run")


def test_workers_sketch_what_they_extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = pipeline.read(write_desk(tmp_path)).articles
    here = [extract_and_sketch(article) for article in articles]
    assert list(sketch_each(articles, engine="local", lost=[])) == here
    monkeypatch.setattr(assignments, "sketch", no_sketch)
    assert list(sketch_each(articles, engine="pool", lost=[])) == here


def test_who_needs_no_sketch_waits_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignments, "sketch", no_sketch)
    assert pipeline.extract(pipeline.read(write_desk(tmp_path)), engine="local").claims


def test_what_comes_by_way_of_parts_is_sketched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    articles = pipeline.read(write_desk(tmp_path)).articles
    monkeypatch.setitem(ENGINES, "cluster", run_local)
    monkeypatch.setenv("TRACKER_PARTS", str(tmp_path))
    told = list(sketch_each(articles, engine="cluster", lost=[]))
    assert told == [extract_and_sketch(article) for article in articles]


def test_an_article_that_is_lost_is_sketched_without_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = pipeline.read(write_desk(tmp_path)).articles
    monkeypatch.setitem(ENGINES, "nowhere", lambda stage, records: (Lost(reason="it died") for _ in records))
    lost: list[Unread] = []
    told = list(sketch_each(articles, engine="nowhere", lost=lost))
    assert told == [(Extraction(), sketch(article, Extraction())) for article in articles]
    assert [each.path for each in lost] == [article.path for article in articles]
