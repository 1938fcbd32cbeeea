"""A store in a SQLite file: one plain file that others can open, and nobody else's is ever written to."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.factory import article, claim, killed
from tracker.decisions import decide
from tracker.errors import StoreError
from tracker.model import KEPT, NOUNS, columns
from tracker.store import Store

# A claim that names no article: what is asked here is what becomes of the file.
said = partial(claim, article_id="")


def test_opening_and_asking_make_no_file(file: Path) -> None:
    with Store(file) as store:
        assert not store.has("articles")
        assert store.load("articles") == ()
    assert not file.exists()


def test_one_plain_file_is_left_behind(file: Path) -> None:
    with Store(file) as store:
        store.save("claims", [said()])
    assert [found.name for found in file.parent.iterdir()] == ["report.db"]
    with sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() != ("wal",)
    plain.close()


def test_renewing_leaves_a_store_of_today_and_other_people_s_alone(file: Path) -> None:
    with Store(file) as store:
        store.save("claims", [said()])
    with Store(file, renew=True) as store:
        assert store.has("claims")
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.execute("DROP TABLE meta")
    with pytest.raises(StoreError, match="something else"):
        Store(file, renew=True)


@pytest.mark.parametrize("renew", [False, True])
@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE recipes (name)",
        "CREATE TABLE meta (name)",
        "CREATE TABLE meta (key, value); CREATE TABLE articles (name)",
        "CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('schema', '7')",
    ],
)
def test_somebody_else_s_database_is_refused_and_left_alone(file: Path, made: str, renew: bool) -> None:
    with closing(sqlite3.connect(file)) as plain, plain:
        plain.executescript(made)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="something else"):
        Store(file, renew=renew)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"<!doctype html><title>no store</title>", b"\x00" * 4096])
def test_a_file_that_is_no_database_is_refused_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreError, match="--store"):
        Store(file)
    assert file.read_bytes() == content


def test_a_damaged_store_is_an_expected_trouble(file: Path) -> None:
    with Store(file) as store:
        store.save("claims", [said("word " * 40, start=start) for start in range(500)])
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError), Store(file) as store:
        store.load("claims")


@pytest.mark.parametrize("name", ["", "nowhere/report.db", "."])
def test_a_place_that_cannot_be_written_is_told_with_its_cure(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="--store"), Store(tmp_path / name) as store:
        store.save("claims", [])


def test_a_url_may_name_a_file_too(file: Path) -> None:
    with Store(f"sqlite:///{file}") as store:
        store.save("claims", [said("by url")])
    with Store(file) as store:
        assert [found.text for found in store.load("claims")] == ["by url"]


def test_keys_links_and_indexes_can_be_read(file: Path) -> None:
    with Store(file) as store:
        store.replace({name: () for name in NOUNS if name not in KEPT})
        store.append("decisions", [decide("confirm", ["dis-a"])])
    with closing(sqlite3.connect(file)) as plain:
        keys = {name: [c[1] for c in plain.execute(f"PRAGMA table_info({name})") if c[5]] for name in NOUNS}
        links = {(name, c[3], c[2]) for name in NOUNS for c in plain.execute(f"PRAGMA foreign_key_list({name})")}
        indexed = {
            (name, column[2])
            for name in NOUNS
            for index in plain.execute(f"PRAGMA index_list({name})").fetchall()
            for column in plain.execute(f"PRAGMA index_info('{index[1]}')")
        }
    assert keys == {name: [] if name == "unread" else [columns(noun)[0]] for name, noun in NOUNS.items()}
    assert {
        ("claims", "article_id", "articles"),
        ("claims", "incident_id", "incidents"),
        ("claims", "answers", "claims"),
        ("articles", "copy_of", "articles"),
        ("discrepancies", "left_claim_id", "claims"),
        ("discrepancies", "right_figure_id", "figures"),
        ("discrepancies", "left_account_id", "accounts"),
    } <= links
    assert {(name, column) for name, column, _ in links} <= indexed


def test_no_link_leads_nowhere(file: Path) -> None:
    told = article("12 people died, the governor said.")
    governor = claim(article_id=told.article_id)
    with Store(file) as store:
        store.replace({"articles": [told], "claims": [governor], "figures": [killed(12, of=governor)], "incidents": ()})
    with closing(sqlite3.connect(file)) as plain:
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
