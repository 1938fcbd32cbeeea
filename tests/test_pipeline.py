"""Each verb fills in its own tables, and a store never holds what an older state had led to."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.desk import DESK, extract_plainly, write_desk
from tracker import pipeline
from tracker.errors import SettingsError, StoreError
from tracker.model import NOUNS, Incident
from tracker.report import EXPORTERS
from tracker.store import Store
from tracker.tables import Tables

STEPS = (pipeline.EXTRACT, pipeline.GROUP, pipeline.COMPARE)


@pytest.fixture(autouse=True)
def plain_extract(monkeypatch: pytest.MonkeyPatch) -> None:
    """No parser: what is asked here is how the verbs hang together."""
    monkeypatch.setitem(sys.modules, "tracker.extract", SimpleNamespace(extract_article=extract_plainly))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "tracker.db")


@pytest.fixture
def desk(tmp_path: Path) -> list[Path]:
    return write_desk(tmp_path / "articles")


def read_into(store: Store, paths: Sequence[Path]) -> Tables:
    tables = pipeline.read(paths)
    pipeline.save(pipeline.READ, tables, store)
    return tables


def made(store: Store) -> list[str]:
    return [name for name in NOUNS if store.has(name)]


def test_the_verbs_one_by_one_tell_the_same_as_one_run(tmp_path: Path, desk: list[Path]) -> None:
    with Store(tmp_path / "a.db") as one, Store(tmp_path / "b.db") as other:
        read_into(one, desk)
        whole = pipeline.run(one)
        read_into(other, desk)
        for verb in STEPS:
            pipeline.carry_out(verb, other)
        assert pipeline.load(pipeline.REPORT, other) == whole


def test_the_verbs_on_tables_tell_the_same_as_on_a_store(store: Store, desk: list[Path]) -> None:
    tables = read_into(store, desk)
    for verb in STEPS:
        tables = verb.step(tables)
    assert pipeline.run(store) == tables


def test_every_claim_figure_and_account_gets_its_incident(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    tables = pipeline.run(store)
    known = {incident.incident_id for incident in tables.incidents}
    assert len(tables.claims) == len(DESK)
    assert all(row.incident_id in known for row in (*tables.claims, *tables.figures, *tables.accounts))


@pytest.mark.parametrize(
    ("verb", "left"),
    [
        (pipeline.READ, ["articles", "unread"]),
        (pipeline.EXTRACT, ["articles", "unread", "claims", "figures", "accounts"]),
        (pipeline.GROUP, ["articles", "unread", "claims", "figures", "accounts", "incidents"]),
        (pipeline.COMPARE, list(NOUNS)),
    ],
    ids=lambda given: getattr(given, "name", ""),
)
def test_a_verb_done_again_drops_what_later_ones_had_made(
    store: Store, desk: list[Path], verb: pipeline.Verb, left: list[str]
) -> None:
    read_into(store, desk)
    tables = pipeline.run(store)
    pipeline.save(verb, tables, store)
    assert made(store) == left


@pytest.mark.parametrize(
    ("verb", "there", "first"),
    [
        (pipeline.EXTRACT, [], "tracker read PATH"),
        (pipeline.GROUP, ["articles", "unread"], "tracker extract"),
        (pipeline.COMPARE, ["articles", "unread", "claims", "figures", "accounts"], "tracker group"),
        (pipeline.REPORT, [name for name in NOUNS if name not in ("positions", "discrepancies")], "tracker compare"),
        (pipeline.EXPORT, [], "tracker read PATH"),
    ],
    ids=lambda given: getattr(given, "name", ""),
)
def test_a_verb_too_early_says_which_comes_first(
    store: Store, verb: pipeline.Verb, there: list[str], first: str
) -> None:
    if there:
        store.replace(dict.fromkeys(there, ()))
    with pytest.raises(StoreError, match=first):
        pipeline.load(verb, store)


def test_grouping_again_starts_afresh(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    first = pipeline.run(store)
    again = pipeline.carry_out(pipeline.GROUP, store)
    assert again.incidents == first.incidents
    stale = replace(first, incidents=(Incident(incident_id="inc-old", label="Old"),))
    pipeline.save(pipeline.GROUP, stale, store)
    assert pipeline.carry_out(pipeline.GROUP, store).incidents == first.incidents


def test_the_last_report_in_the_folder_is_no_article(tmp_path: Path, desk: list[Path]) -> None:
    page = desk[0].parent / "report.html"
    page.write_text("<p>Our own report on what was said by all of these articles before.</p>", encoding="utf-8")
    tables = pipeline.read([desk[0].parent], leave_out=[page])
    assert len(tables.articles) == len(DESK)
    assert tables.unread == ()


def test_reading_and_extracting_tell_how_far_they_are(desk: list[Path]) -> None:
    told: list[tuple[str, int, int]] = []
    tables = pipeline.read(desk, watch=lambda *step: told.append(step))
    pipeline.extract(tables, watch=lambda *step: told.append(step))
    assert [step for step in told if step[0] == "read"] == [("read", 1, 0), ("read", 2, 0), ("read", 3, 0)]
    assert [step for step in told if step[0] == "extract"][-1] == ("extract", 3, 3)


@pytest.mark.parametrize("format", EXPORTERS)
def test_every_table_is_exported(tmp_path: Path, desk: list[Path], format: str) -> None:
    files = pipeline.export(pipeline.read(desk), tmp_path / "out" / "tables", format=format)
    assert {"articles", "claims", "discrepancies"} <= {file.stem for file in files}
    assert all(file.exists() for file in files)


def test_an_unknown_format_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="csv, jsonl"):
        pipeline.export(Tables(), tmp_path, format="xls")


def test_a_page_that_cannot_be_written_is_told_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(SettingsError, match="-o"):
        pipeline.write_page("<p>", tmp_path / "file" / "report.html")
    with pytest.raises(SettingsError, match="-o"):
        pipeline.write_page("<p>", tmp_path)


def test_a_page_s_folder_is_made_and_its_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    page = tmp_path / "out" / "new" / "report.html"
    pipeline.write_page("<p>é\n</p>", page)
    assert page.read_bytes() == "<p>é\n</p>".encode()
