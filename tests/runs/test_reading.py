"""What is read comes in portions, and ends as if it had come at once: no article twice, no line lost."""

import json
import sys
from pathlib import Path

import pytest

from tests.runs.press import PAGES, write_press
from tests.runs.test_runs import contents, from_scratch, run
from tracker import runs
from tracker.engine import Crew
from tracker.read import Given
from tracker.runs import reading
from tracker.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "tracker.db")


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portion is full with two or three of the press' articles."""
    monkeypatch.setattr(reading, "LENGTH", 500)


def write_archive(path: Path) -> Path:
    """The whole press in one file, with a line that is no article and one that is there twice."""
    rows = [
        {"url": f"https://press.example/{name}", "publisher": said[0], "published": said[1], "text": said[3]}
        for name, said in PAGES.items()
    ]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([*lines[:4], "no JSON", *lines[4:], lines[1]]), encoding="utf-8")
    return path


@pytest.mark.usefixtures("little")
def test_a_run_in_portions_ends_as_one(store: Store, tmp_path: Path, parsed_once: list[list[str]]) -> None:
    paths = write_press(tmp_path / "articles")
    made = run(store, paths)
    assert len(parsed_once) > 2
    assert sum(map(len, parsed_once)) == len(paths)
    assert made.inputs == '{"articles": 10, "unchanged": 0, "unread": 0}'
    found = contents(store)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "LENGTH", 10**9)
        assert found == from_scratch(tmp_path / "b.db", paths)


@pytest.mark.usefixtures("little")
def test_one_file_may_fill_several_portions(store: Store, tmp_path: Path, parsed_once: list[list[str]]) -> None:
    archive = write_archive(tmp_path / "press.jsonl")
    made = run(store, [archive])
    assert len(parsed_once) > 2
    assert made.inputs == '{"articles": 10, "unchanged": 0, "unread": 2}'
    assert [each.reason.partition(" ")[0] for each in store.load("unread")] == ["the", "line"]
    (kept,) = store.load("inputs")
    assert set(kept.articles) == {each.article_id for each in store.load("articles")}
    [again] = runs.read_new(store, [archive], given=Given())
    assert (again.articles, again.unread, again.unchanged) == ((), (), 1)


@pytest.mark.usefixtures("little")
def test_portions_say_what_they_are(store: Store, tmp_path: Path) -> None:
    archive, page = write_archive(tmp_path / "press.jsonl"), write_press(tmp_path / "articles", "a")
    portions = list(runs.read_new(store, [archive, *page], given=Given(), anew=True))
    assert [each.last for each in portions] == [*[False] * (len(portions) - 1), True]
    assert [each.anew for each in portions] == [True, *[False] * (len(portions) - 1)]
    assert [path for each in portions for path in each.paths] == [str(archive), *map(str, page)]
    assert all(each.articles for each in portions)


@pytest.mark.usefixtures("little")
def test_a_file_cut_short_by_the_end_of_a_run_is_read_to_its_end_by_the_next(
    store: Store, tmp_path: Path, parsed_once: list[list[str]]
) -> None:
    archive = write_archive(tmp_path / "press.jsonl")
    portions = runs.read_new(store, [archive], given=Given())
    with pytest.raises(KeyboardInterrupt):
        runs.run(store, stopped(portions))
    held = store.count("articles")
    assert 0 < held < len(PAGES)
    assert store.load("inputs") == ()
    run(store, [archive])
    assert sum(map(len, parsed_once)) == len(PAGES)
    assert contents(store)["articles"] == from_scratch(tmp_path / "b.db", [archive])["articles"]


def stopped(portions):  # type: ignore[no-untyped-def]
    """The first portion, and then Ctrl-C."""
    yield next(portions)
    raise KeyboardInterrupt


def test_where_nothing_is_given_there_is_one_empty_portion(store: Store) -> None:
    [portion] = runs.read_new(store, [], given=Given())
    assert portion == reading.Reading()


@pytest.mark.parametrize("begun", [True, False])
def test_where_others_extract_what_follows_is_loaded_meanwhile(
    begun: bool, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[bool] = []
    monkeypatch.setattr(runs, "load_what_follows", lambda: loaded.append(True))
    paths = write_press(tmp_path / "articles")
    with Crew() as crew:
        if begun:
            crew.begin(1, dict)
        runs.run(store, runs.read_new(store, paths, given=Given()), crew=crew)
    assert loaded == [True] * begun


def test_what_follows_can_be_loaded() -> None:
    runs.load_what_follows()
    assert {"tracker.runs.catching_up", "scipy.sparse.csgraph", "tracker.report.render"} <= set(sys.modules)
