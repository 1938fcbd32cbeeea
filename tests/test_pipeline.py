"""Each verb fills in its own tables, and a store never holds what an older state had led to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desk import DESK, without_parser, write_desk
from tracker import pipeline
from tracker.decisions import decide, evidence_of
from tracker.engine import ENGINES, Lost
from tracker.errors import SettingsError, StoreError
from tracker.model import KEPT, LASTING, NOUNS, Incident
from tracker.report import EXPORTERS
from tracker.store import Store
from tracker.tables import Tables, in_order

STEPS = (pipeline.EXTRACT, pipeline.GROUP, pipeline.COMPARE)


@pytest.fixture(autouse=True)
def plain_extract(monkeypatch: pytest.MonkeyPatch) -> None:
    """No parser: what is asked here is how the verbs hang together."""
    without_parser(monkeypatch)


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


def ungrouped(statements: Iterable[Any]) -> tuple[Any, ...]:
    """As the verb extract leaves them."""
    return tuple(replace(each, incident_id="") for each in statements)


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
    assert pipeline.run(store) == Tables(**{name: in_order(name, getattr(tables, name)) for name in NOUNS})


def test_every_claim_figure_and_account_gets_its_incident(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    tables = pipeline.run(store)
    known = {incident.incident_id for incident in tables.incidents}
    assert len(tables.claims) == len(DESK)
    assert all(row.incident_id in known for row in (*tables.claims, *tables.figures, *tables.accounts))


@pytest.mark.parametrize(
    ("verb", "left"),
    [
        (pipeline.READ, ["articles", "unread", *LASTING]),
        (pipeline.EXTRACT, ["articles", "unread", "claims", "figures", "accounts", *LASTING]),
        (pipeline.GROUP, ["articles", "unread", "claims", "figures", "accounts", "incidents", "links", *LASTING]),
        (pipeline.COMPARE, [name for name in NOUNS if name not in KEPT]),
    ],
    ids=lambda given: getattr(given, "name", ""),
)
def test_a_verb_done_again_drops_what_later_ones_had_made(
    store: Store, desk: list[Path], verb: pipeline.Verb, left: list[str]
) -> None:
    read_into(store, desk)
    tables = pipeline.run(store)
    if "incidents" not in left:
        tables = replace(tables, **{name: ungrouped(getattr(tables, name)) for name in pipeline.STATEMENTS})
    pipeline.save(verb, tables, store)
    assert made(store) == left


@pytest.mark.parametrize(
    ("verb", "there", "first"),
    [
        (pipeline.EXTRACT, [], "tracker read PATH"),
        (pipeline.GROUP, ["articles", "unread"], "tracker extract"),
        (pipeline.COMPARE, ["articles", "unread", "claims", "figures", "accounts"], "tracker group"),
        (pipeline.REPORT, [name for name in NOUNS if name not in (*pipeline.COMPARE.makes, *KEPT)], "tracker compare"),
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


def test_an_id_once_given_leads_to_what_holds_its_claims_now(store: Store, desk: list[Path]) -> None:
    """An article published earlier takes the name of the incident over; the id given before leads to it."""
    late = read_into(store, desk[1:])
    first = pipeline.run(store)
    assert {each.former_id: each.incident_id for each in first.forwards} == {
        each.incident_id: each.incident_id for each in first.incidents
    }
    store.replace({"articles": (*late.articles, *read_into(store, desk[:1]).articles)})
    again = pipeline.run(store)
    ids = {each.incident_id for each in again.incidents}
    leads = {each.former_id: each.incident_id for each in again.forwards}
    assert {each.incident_id for each in first.incidents} <= set(leads)
    assert set(leads.values()) <= ids
    now = {claim.claim_id: claim.incident_id for claim in again.claims}
    assert all(leads[claim.incident_id] == now[claim.claim_id] for claim in first.claims)


def test_grouping_again_starts_afresh(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    first = pipeline.run(store)
    again = pipeline.carry_out(pipeline.GROUP, store)
    assert again.incidents == first.incidents
    stale = replace(first, incidents=(*first.incidents, Incident(incident_id="inc-old", label="Old")))
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
def test_every_format_writes_files_into_the_folder(tmp_path: Path, store: Store, desk: list[Path], format: str) -> None:
    read_into(store, desk)
    files = pipeline.export(pipeline.run(store), tmp_path / "out" / "tables", format=format)
    assert files
    assert all(file.parent == tmp_path / "out" / "tables" and file.exists() for file in files)


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_every_table_is_exported(tmp_path: Path, desk: list[Path], format: str) -> None:
    files = pipeline.export(pipeline.read(desk), tmp_path / "out", format=format)
    assert [file.stem for file in files] == list(NOUNS)


def test_one_incident_can_be_exported(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    tables = pipeline.run(store)
    wanted = tables.incidents[0].incident_id
    narrowed = pipeline.narrow(tables, [wanted])
    assert {row.incident_id for row in (*narrowed.incidents, *narrowed.claims, *narrowed.discrepancies)} == {wanted}
    assert {article.article_id for article in narrowed.articles} == {claim.article_id for claim in narrowed.claims}
    with pytest.raises(SettingsError, match="no incident 'inc-none'"):
        pipeline.narrow(tables, ["inc-none"])


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


# --- What people decided ---


def said_by(tables: Tables, source: str) -> list[str]:
    return [claim.claim_id for claim in tables.claims if source in claim.source_name]


def test_decisions_outlive_every_verb_done_again(store: Store, desk: list[Path]) -> None:
    made = decide("confirm", ["dis-a"])
    store.append("decisions", [made])
    tables = read_into(store, desk)
    assert pipeline.run(store).decisions == (made,)
    for verb in STEPS:
        pipeline.save(verb, tables, store)
    assert store.load("decisions") == (made,)


def test_claims_that_are_said_to_differ_are_not_held_against_each_other(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    first = pipeline.run(store)
    assert [each.relation for each in first.discrepancies] == ["conflict"]
    (governor,) = said_by(first, "governor")
    apart = [decide("different_incident", [governor, other]) for other in said_by(first, "ministry")]
    store.append("decisions", apart)
    again = pipeline.run(store)
    assert again.discrepancies == ()
    assert len(again.incidents) == len(first.incidents) + 1
    store.append("decisions", [decide("undo", [each.decision_id for each in apart])])
    assert pipeline.run(store).discrepancies == first.discrepancies


def test_a_rejected_claim_takes_no_part_and_stays_in_the_store(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    first = pipeline.run(store)
    (governor,) = said_by(first, "governor")
    store.append("decisions", [decide("reject_claim", [governor])])
    again = pipeline.run(store)
    assert again.discrepancies == ()
    assert governor not in {claim for position in again.positions for claim in position.claims}
    assert again.claims == first.claims


def test_a_corrected_party_is_shown_and_what_was_read_is_kept(store: Store, desk: list[Path]) -> None:
    read_into(store, desk)
    pipeline.run(store)
    made = decide("correct_party", ["the interior MINISTRY"], value="Norland")
    store.append("decisions", [made])
    again = pipeline.run(store)
    assert {claim.party for claim in again.claims if "ministry" in claim.source_name} == {"Norland"}
    assert {position.party for position in again.positions if "ministry" in position.source_name} == {"Norland"}
    assert {claim.party for claim in store.load("claims")} == {""}


def test_a_discrepancy_shows_its_state_and_opens_again_with_new_words(
    store: Store, desk: list[Path], tmp_path: Path
) -> None:
    read_into(store, desk)
    (found,) = pipeline.run(store).discrepancies
    assert found.review_state == "open"
    tables = pipeline.load(pipeline.REPORT, store)
    shown = evidence_of(
        found,
        {claim.claim_id: claim for claim in tables.claims},
        {figure.figure_id: figure for figure in tables.figures},
    )
    store.append("decisions", [decide("dismiss", [found.discrepancy_id], evidence=shown)])
    (loaded,) = pipeline.load(pipeline.REPORT, store).discrepancies
    assert loaded.review_state == "dismissed"
    (again,) = pipeline.run(store).discrepancies
    assert again.review_state == "dismissed"
    late = tmp_path / "late.txt"
    head = "---\npublisher: The Late\npublished: 2024-03-16\ntitle: Strike on Kharkiv\n---\n"
    words = "The regional governor said 12 people were killed when missiles struck Kharkiv again.\n"
    late.write_text(head + words, encoding="utf-8")
    read_into(store, [*desk, late])
    assert [each.review_state for each in pipeline.run(store).discrepancies] == ["re-opened"]


def test_an_article_whose_worker_is_lost_is_named_and_the_rest_goes_on(
    store: Store, desk: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lossy(stage: Any, records: Iterable[Any]) -> Iterator[Any]:
        yield Lost(reason="it took longer than 2 seconds")
        yield from map(stage, list(records)[1:])

    read_into(store, desk)
    articles = store.load("articles")
    monkeypatch.setitem(ENGINES, "local", lossy)
    tables = pipeline.run(store, engine="local")
    [unread] = tables.unread
    assert unread.path == articles[0].path
    assert unread.reason == "its claims could not be found: it took longer than 2 seconds"
    assert {claim.article_id for claim in tables.claims} == {article.article_id for article in articles[1:]}
    monkeypatch.undo()
    assert pipeline.extract(tables, engine="local").unread == ()


@pytest.mark.parametrize("verb", STEPS)
def test_a_run_stops_where_another_one_writes_in_between(store: Store, desk: list[Path], verb: pipeline.Verb) -> None:
    read_into(store, desk)
    pipeline.run(store)

    def meanwhile(tables: Tables, **more: Any) -> Tables:
        read_into(store, desk[:1])
        return tables

    with pytest.raises(StoreError, match="another run has written"):
        pipeline.carry_out(replace(verb, step=meanwhile), store)
    assert len(store.load("articles")) == 1
    assert not store.has("claims")


def test_a_run_notices_another_one_between_its_steps(
    store: Store, desk: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_into(store, desk)
    one_step = pipeline.save

    def then_another(*given: Any, **more: Any) -> int:
        saves = one_step(*given, **more)
        one_step(pipeline.READ, pipeline.read(desk[:1]), store)
        return saves

    monkeypatch.setattr(pipeline, "save", then_another)
    with pytest.raises(StoreError, match="another run has written"):
        pipeline.run(store)


def test_a_run_goes_on_only_with_the_articles_it_read(store: Store, desk: list[Path]) -> None:
    """Between the saving of its articles and its first step another run may slip in."""
    saves = pipeline.save(pipeline.READ, pipeline.read(desk), store)
    read_into(store, desk[:1])
    with pytest.raises(StoreError, match="another run has written"):
        pipeline.run(store, since=saves)
