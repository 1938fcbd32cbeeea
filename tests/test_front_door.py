"""The five verbs on DataFrames: what a notebook sees."""

import pickle
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pandas as pd
import pytest

import tracker
from tests.desk import DESK, without_parser, write_desk
from tracker.decisions import decide
from tracker.errors import SettingsError, TableError
from tracker.model import NOUNS, Decision, columns
from tracker.tables import to_frame

VERBS = ("read", "extract", "group", "compare", "report")


@pytest.fixture(autouse=True)
def plain_extract(monkeypatch: pytest.MonkeyPatch) -> None:
    without_parser(monkeypatch)


@pytest.fixture
def articles(tmp_path: Path) -> pd.DataFrame:
    return tracker.read(write_desk(tmp_path)).articles


def run(articles: pd.DataFrame) -> dict[str, pd.DataFrame]:
    said = tracker.extract(articles)
    grouped = tracker.group(articles, *said)
    compared = tracker.compare(articles, *grouped)
    return {"articles": articles, **grouped._asdict(), **compared._asdict()}


def test_the_verbs_lead_from_files_to_a_conflict(articles: pd.DataFrame) -> None:
    frames = run(articles)
    conflicts = frames["discrepancies"].query("relation == 'conflict'")
    assert len(frames["incidents"]) == 1
    assert [sorted((row.left_value, row.right_value)) for row in conflicts.itertuples()] == [["12", "20"]]


def test_every_frame_keeps_the_contract(articles: pd.DataFrame) -> None:
    for name, frame in run(articles).items():
        assert tuple(frame.columns) == columns(NOUNS[name])


def test_frames_given_are_left_as_they_were(articles: pd.DataFrame) -> None:
    said = tracker.extract(articles)
    before = [frame.copy() for frame in (articles, *said)]
    tracker.group(articles, *said)
    for frame, copy in zip((articles, *said), before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


def test_a_frame_may_go_through_a_file(articles: pd.DataFrame, tmp_path: Path) -> None:
    said = tracker.extract(articles)
    for name, frame in {"articles": articles, **said._asdict()}.items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    again = [pd.read_csv(tmp_path / f"{name}.csv") for name in ("articles", "claims", "figures", "accounts")]
    pd.testing.assert_frame_equal(tracker.group(*again).claims, tracker.group(articles, *said).claims)


def test_articles_without_zones_get_them() -> None:
    text = DESK["herald.txt"][1]
    frame = pd.DataFrame([{"article_id": "art-1", "path": "a", "published": "2024-03-16", "text": text}])
    assert len(tracker.extract(frame).claims) == 1


def test_filtering_claims_needs_no_filtering_of_their_figures(articles: pd.DataFrame) -> None:
    claims, figures, accounts = tracker.extract(articles)
    ministry = claims[claims.source.str.contains("ministry")]
    grouped = tracker.group(articles, ministry, figures, accounts)
    assert len(grouped.figures) == len(ministry) == 2


def test_what_people_decided_is_heeded(articles: pd.DataFrame) -> None:
    frames = run(articles)
    claims = frames["claims"]
    rejected = claims[claims.source_name.str.contains("governor")].claim_id.iloc[0]
    decisions = to_frame([decide("reject_claim", [rejected])], Decision)
    grouped = tracker.group(articles, *tracker.extract(articles), decisions=decisions)
    assert tracker.compare(articles, *grouped, decisions=decisions).discrepancies.empty
    (conflict,) = frames["discrepancies"].discrepancy_id
    decisions = to_frame([decide("dismiss", [conflict], reason="older")], Decision)
    assert list(tracker.compare(articles, *grouped, decisions=decisions).discrepancies.review_state) == ["dismissed"]
    assert "older" in tracker.report(**frames, decisions=decisions)


def test_no_articles_give_no_claims_and_no_trouble() -> None:
    nothing = pd.DataFrame(columns=list(columns(NOUNS["articles"])))
    assert all(frame.empty for frame in (*tracker.extract(nothing),))
    assert all(frame.empty for name, frame in run(nothing).items())


def test_what_cannot_be_read_is_a_row(tmp_path: Path) -> None:
    articles, unread = tracker.read(tmp_path / "missing.txt")
    assert articles.empty
    assert unread.path.tolist() == [str(tmp_path / "missing.txt")]


def test_keywords_fill_what_articles_lack(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Police said two men died in Leeds on Friday evening.", encoding="utf-8")
    (row,) = tracker.read(str(path), publisher="The Post", published="2024-03-15").articles.itertuples()
    assert (row.publisher, row.published) == ("The Post", "2024-03-15")


def test_a_broken_frame_is_told_by_its_column(articles: pd.DataFrame) -> None:
    with pytest.raises(TableError, match="'text'"):
        tracker.extract(articles.drop(columns="text"))


def test_the_report_is_a_page_and_a_file(articles: pd.DataFrame, tmp_path: Path) -> None:
    frames = run(articles)
    page = tracker.report(tmp_path / "new" / "report.html", **frames)
    assert page == (tmp_path / "new" / "report.html").read_text(encoding="utf-8")
    assert page == tracker.report(**frames)
    with pytest.raises(SettingsError):
        tracker.report(tmp_path, **frames)
    with pytest.raises(TableError, match="'claim'"):
        tracker.report(claim=frames["claims"])


# --- The verbs share their names with the rooms ---


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_stays_a_verb_after_its_room_is_imported(verb: str) -> None:
    code = f"import tracker; import tracker.{verb}; from tracker import {verb}; print(type({verb}).__name__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "function"


@pytest.mark.parametrize("verb", VERBS)
def test_the_room_is_had_by_its_contents_whoever_came_first(verb: str) -> None:
    code = f"from tracker.{verb} import __name__ as room; import tracker; print(room, tracker.{verb}.__name__)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == f"tracker.{verb} {verb}"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_told_with_its_errors(verb: str) -> None:
    function = getattr(tracker, verb)
    assert isinstance(function, FunctionType)
    assert "aise" in (function.__doc__ or "")


def test_other_names_of_the_front_door_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracker, "extract", len)
    assert tracker.extract is len


def test_it_travels_to_workers_as_its_name() -> None:
    """Spark, Ray and Dask send a function with the modules it uses."""
    assert pickle.loads(pickle.dumps(tracker)) is tracker
