"""What is saved comes back, whole or not at all, and nothing that is not ours is written to."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import article, claim, killed
from tests.rows import rows
from tracker.decisions import decide
from tracker.errors import StoreError
from tracker.model import KEPT, NOUNS, Decision, columns
from tracker.store import Store
from tracker.store.rows import BATCH
from tracker.tables import in_order


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "report.db"


@pytest.mark.parametrize("name", [name for name in NOUNS if name not in KEPT])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_noun_comes_back_in_the_order_of_its_content_each_id_once(name: str, data: st.DataObject) -> None:
    key = columns(NOUNS[name])[0]
    drawn = data.draw(rows(name))
    nouns = tuple({getattr(noun, key): noun for noun in reversed(drawn)}.values())[::-1]
    with Store("sqlite://") as store:
        store.save(name, nouns)
        assert store.load(name) == in_order(name, nouns)


def test_a_long_table_keeps_its_order(place: Path) -> None:
    claims = tuple(claim(start=start) for start in range(BATCH + 3))
    with Store(place) as store:
        store.save("claims", claims)
        assert store.load("claims") == claims


def test_opening_and_asking_make_no_file(place: Path) -> None:
    with Store(place) as store:
        assert not store.has("articles")
        assert store.load("articles") == ()
    assert not place.exists()


def test_an_empty_table_has_been_made_and_a_dropped_one_has_not(place: Path) -> None:
    with Store(place) as store:
        store.save("claims", [])
        assert store.has("claims")
        store.replace({"claims": None})
        assert not store.has("claims")


def test_a_save_that_fails_leaves_everything_as_it_was(place: Path) -> None:
    def broken() -> object:
        yield claim("new")
        raise RuntimeError("the lights went out")

    with Store(place) as store:
        store.replace({"articles": [article("Old.")], "claims": [claim("old")]})
        with pytest.raises(RuntimeError):
            store.replace({"articles": None, "claims": broken()})
        assert [found.text for found in store.load("claims")] == ["old"]
        assert store.has("articles")


def test_the_last_state_can_be_read_while_the_next_is_written(place: Path) -> None:
    with Store(place) as writer, Store(place) as reader:
        writer.save("claims", [claim("old")])

        def watched() -> object:
            yield claim("new")
            assert [found.text for found in reader.load("claims")] == ["old"]

        writer.save("claims", watched())
        assert [found.text for found in reader.load("claims")] == ["new"]


def test_one_plain_file_is_left_behind(place: Path) -> None:
    with Store(place) as store:
        store.save("claims", [claim()])
    assert [found.name for found in place.parent.iterdir()] == ["report.db"]
    with sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() != ("wal",)
    plain.close()


def test_half_a_character_and_nul_are_replaced_and_offsets_stay(place: Path) -> None:
    with Store(place) as store:
        store.save("articles", [article("a\ud83d\x00b")])
        (found,) = store.load("articles")
    assert found.text == "a\ufffd\ufffdb"


def test_a_store_of_another_version_is_refused(place: Path) -> None:
    with Store(place) as store:
        store.save("claims", [claim()])
    with sqlite3.connect(place) as plain:
        plain.execute("UPDATE meta SET value = '0123456789ab'")
    plain.close()
    with pytest.raises(StoreError, match="another version"):
        Store(place)


def test_a_store_of_another_version_is_made_anew_where_asked_and_keeps_what_people_decided(place: Path) -> None:
    made = decide("confirm", ["dis-a"], reviewer="Ana")
    with Store(place) as store:
        store.save("claims", [claim()])
        store.append("decisions", [made])
    with closing(sqlite3.connect(place)) as plain, plain:
        plain.execute("UPDATE meta SET value = '0123456789ab' WHERE key = 'schema'")
        plain.execute("CREATE TABLE notes (words TEXT)")
        plain.execute("ALTER TABLE decisions ADD COLUMN mood TEXT")
    with Store(place, renew=True) as store:
        assert store.load("decisions") == (made,)
        assert not store.has("claims")
    with closing(sqlite3.connect(place)) as plain:
        assert plain.execute("SELECT * FROM notes").fetchall() == [], "a table that is none of ours stays"
    with Store(place) as store:
        assert store.load("decisions") == (made,)


def test_renewing_leaves_a_store_of_today_and_other_people_s_alone(place: Path) -> None:
    with Store(place) as store:
        store.save("claims", [claim()])
    with Store(place, renew=True) as store:
        assert store.has("claims")
    with closing(sqlite3.connect(place)) as plain, plain:
        plain.execute("DROP TABLE meta")
    with pytest.raises(StoreError, match="something else"):
        Store(place, renew=True)


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
def test_somebody_else_s_database_is_refused_and_left_alone(place: Path, made: str, renew: bool) -> None:
    with closing(sqlite3.connect(place)) as plain, plain:
        plain.executescript(made)
    before = place.read_bytes()
    with pytest.raises(StoreError, match="something else"):
        Store(place, renew=renew)
    assert place.read_bytes() == before


@pytest.mark.parametrize("content", [b"<!doctype html><title>no store</title>", b"\x00" * 4096])
def test_a_file_that_is_no_database_is_refused_and_left_alone(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(StoreError, match="--store"):
        Store(place)
    assert place.read_bytes() == content


def test_a_damaged_store_is_an_expected_trouble(place: Path) -> None:
    with Store(place) as store:
        store.save("claims", [claim("word " * 40, start=start) for start in range(500)])
    whole = place.read_bytes()
    place.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError), Store(place) as store:
        store.load("claims")


@pytest.mark.parametrize("name", ["", "nowhere/report.db", "."])
def test_a_place_that_cannot_be_written_is_told_with_its_cure(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="--store"), Store(tmp_path / name) as store:
        store.save("claims", [])


@pytest.mark.parametrize("url", ["nodatabase://desk:secret@host/x", "postgresql+nodriver://desk:secret@host/x", "://"])
def test_a_database_that_cannot_be_reached_is_told_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as raised:
        Store(url)
    assert "secret" not in str(raised.value)


def test_a_url_may_name_a_file_too(place: Path) -> None:
    with Store(f"sqlite:///{place}") as store:
        store.save("claims", [claim("by url")])
    with Store(place) as store:
        assert [found.text for found in store.load("claims")] == ["by url"]


# --- What is kept ---


DECIDED = tuple(
    decide("confirm", [f"dis-{number}"], reviewer="Ana", decided_at=f"2024-03-{number:02}") for number in range(1, 4)
)


def test_decisions_are_added_once_and_come_back_oldest_first(place: Path) -> None:
    with Store(place) as store:
        assert store.append("decisions", DECIDED[1:]) == 2
        assert store.append("decisions", DECIDED[::-1]) == 1
        assert store.load("decisions") == DECIDED


@settings(max_examples=15, deadline=None)
@given(drawn=rows("decisions"))
def test_any_decision_comes_back(drawn: list[Decision]) -> None:
    nouns = {noun.decision_id: noun for noun in reversed(drawn)}
    with Store("sqlite://") as store:
        store.append("decisions", drawn)
        assert {noun.decision_id: noun for noun in store.load("decisions")} == nouns


def test_decisions_are_never_replaced_nor_dropped_and_nothing_else_is_added_to(place: Path) -> None:
    with Store(place) as store:
        store.append("decisions", DECIDED)
        for rows_given in ((), None):
            with pytest.raises(ValueError, match="only be added to"):
                store.replace({"claims": (), "decisions": rows_given})
        with pytest.raises(ValueError, match="made anew"):
            store.append("claims", [claim()])
        assert store.load("decisions") == DECIDED
        assert not store.has("claims")


def test_a_save_can_be_noticed(place: Path) -> None:
    with Store(place) as store, Store(place) as other:
        assert store.saves() == 0
        store.save("claims", [claim()])
        assert other.saves() == 1
        store.append("decisions", DECIDED)
        assert other.saves() == 1
        other.save("claims", [])
        assert store.saves() == 2


def test_two_who_write_at_once_wait_for_each_other_and_lose_nothing(place: Path) -> None:
    """One saves a run again and again, four decide meanwhile, each with a store of its own."""

    def run_again() -> None:
        with Store(place) as store:
            for _ in range(10):
                store.replace({"claims": [claim(start=start) for start in range(500)]})

    def decide_much(desk: int) -> None:
        with Store(place) as store:
            for number in range(15):
                store.append("decisions", [decide("confirm", [f"dis-{desk}-{number}"])])

    with ThreadPoolExecutor(5) as crowd:
        for done in [crowd.submit(run_again), *(crowd.submit(decide_much, desk) for desk in range(4))]:
            done.result(timeout=120)
    with Store(place) as store:
        assert len(store.load("decisions")) == 60
        assert len(store.load("claims")) == 500


# --- As a database that others open ---


def test_keys_links_and_indexes_can_be_read(place: Path) -> None:
    with Store(place) as store:
        store.replace({name: () for name in NOUNS if name not in KEPT})
        store.append("decisions", DECIDED)
    with closing(sqlite3.connect(place)) as plain:
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


def test_no_link_leads_nowhere(place: Path) -> None:
    told = article("12 people died, the governor said.")
    said = claim(article_id=told.article_id)
    with Store(place) as store:
        store.replace({"articles": [told], "claims": [said], "figures": [killed(12, of=said)], "incidents": ()})
    with closing(sqlite3.connect(place)) as plain:
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
