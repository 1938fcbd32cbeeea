"""A store of every released schema opens, with its articles, its claims and what people decided; others are refused."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.factory import claim
from tracker.decisions import decide
from tracker.errors import StoreError
from tracker.model import NOUNS, columns
from tracker.store import Store, kept_decisions
from tracker.store.meta import SCHEMA
from tracker.store.migrate import STEPS
from tracker.store.schema import TABLES

# What a released version left behind, one file a schema: its store of three invented articles, as SQLite dumps it.
LEFT = {int(path.stem.removeprefix("schema_")): path for path in Path(__file__).parent.glob("schema_*.sql")}

said = partial(claim, article_id="")


def restore(number: int, place: str) -> dict[str, list[dict[str, object]]]:
    """Put the store of a schema where it is asked for; its rows."""
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.executescript(LEFT[number].read_text(encoding="utf-8"))
        plain.row_factory = sqlite3.Row
        names = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: [_cells(row) for row in plain.execute(f"SELECT * FROM {name}")] for name in names}
        if "://" not in place:
            with closing(sqlite3.connect(place)) as copy:
                plain.backup(copy)
            return rows
        schema = [sql for (sql,) in plain.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    engine = create_engine(place)
    with engine.begin() as connection:
        for statement in schema:
            # There it never had keys that name other tables.
            bare = [line for line in statement.splitlines() if "FOREIGN KEY" not in line]
            connection.execute(text("\n".join(bare).replace(", \n)", "\n)").replace("DOUBLE", "DOUBLE PRECISION")))
        for name, found in rows.items():
            for cells in found:
                told = ", ".join(f'"{key}"' for key in cells)
                asked = ", ".join(f":{key}" for key in cells)
                connection.execute(text(f"INSERT INTO {name} ({told}) VALUES ({asked})"), cells)
    engine.dispose()
    return rows


def _cells(row: sqlite3.Row) -> dict[str, object]:
    """SQLite has no truth values of its own."""
    return {key: bool(row[key]) if key in ("denied", "early") else row[key] for key in row.keys()}  # noqa: SIM118


def execute(place: str, *statements: str) -> None:
    """Do to a store what the tracker would not."""
    engine = create_engine(place if "://" in place else f"sqlite:///{place}")
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize("number", LEFT)
def test_a_store_of_every_released_schema_opens_with_all_it_holds(place: str, number: int) -> None:
    rows = restore(number, place)
    with Store(place) as store:
        for name in NOUNS:
            assert store.has(name)
            found = store.pick(name, *columns(NOUNS[name]))
            known = {key for row in rows[name] for key in row} & set(columns(NOUNS[name]))
            as_dicts = [dict(zip(columns(NOUNS[name]), cells, strict=True)) for cells in found]
            kept = [{key: row[key] for key in known} for row in as_dicts]
            wanted = [{key: row[key] for key in known} for row in rows[name]]
            assert sorted(map(repr, kept)) == sorted(map(repr, wanted))
        assert len(store.load("articles")) == len(rows["articles"]) > 0
        assert len(store.load("decisions")) == len(rows["decisions"]) > 0
        assert store.load("runs") == ()
        assert store.saves() == int(next(row["value"] for row in rows["meta"] if row["key"] == "saves"))


@pytest.mark.parametrize("number", LEFT)
def test_a_store_that_was_made_so_has_today_s_keys_and_is_migrated_once(place: str, number: int) -> None:
    restore(number, place)
    with Store(place) as store:
        before = [store.load(name) for name in NOUNS]
        with pytest.raises(ValueError, match="not there"):
            store.replace({"articles": ()})
    with Store(place) as store:
        assert [store.load(name) for name in NOUNS] == before
    engine = create_engine(place if "://" in place else f"sqlite:///{place}")
    found = inspect(engine)
    assert set(TABLES) <= set(found.get_table_names())
    assert not [name for name in found.get_table_names() if name.startswith("before")]
    for name, table in TABLES.items():
        assert [each["name"] for each in found.get_columns(name)] == list(table.c.keys())
        assert {tuple(each["constrained_columns"]) for each in found.get_foreign_keys(name)} == {
            (key.parent.name,) for key in table.foreign_keys
        }
    engine.dispose()


def test_every_schema_before_today_s_has_its_step_and_what_it_left() -> None:
    assert set(STEPS) == set(LEFT) == set(range(1, SCHEMA))


def test_what_named_nothing_is_emptied(place: str) -> None:
    """The first schema did not enforce what rows name."""
    restore(1, place)
    execute(place, "UPDATE claims SET answers = 'clm-never'", "UPDATE articles SET copy_of = 'art-never'")
    with Store(place) as store:
        assert {each.answers for each in store.load("claims")} == {""}
        assert {each.copy_of for each in store.load("articles")} == {""}


def test_a_migration_that_fails_leaves_the_store_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    restore(1, str(file))
    before = file.read_bytes()

    def broken(*given: object) -> None:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr("tracker.store.migrate._name_nothing_that_is_gone", broken)
    with pytest.raises(RuntimeError):
        Store(file)
    assert file.read_bytes() == before
    monkeypatch.undo()
    with Store(file) as store:
        assert len(store.load("articles")) == 3


def test_a_column_and_a_table_that_came_since_are_added(place: str) -> None:
    with Store(place) as store:
        store.save("claims", [said("old")])
    execute(
        place,
        "ALTER TABLE claims DROP COLUMN rule",
        "DROP TABLE alterations",
        "UPDATE meta SET value = '0123456789ab' WHERE key = 'columns'",
    )
    with Store(place) as store:
        (found,) = store.load("claims")
        assert (found.text, found.rule) == ("old", "")
        assert store.count("alterations") == 0


@pytest.mark.parametrize(
    "later",
    [
        ["UPDATE meta SET value = 'tracker 9999' WHERE key = 'schema'"],
        ["ALTER TABLE claims ADD COLUMN mood TEXT", "UPDATE meta SET value = '0123456789ab' WHERE key = 'columns'"],
    ],
    ids=["schema", "column"],
)
@pytest.mark.parametrize("renew", [False, True])
def test_a_store_of_a_later_version_is_refused_and_left_as_it_is(place: str, later: list[str], renew: bool) -> None:
    with Store(place) as store:
        store.save("claims", [said("late")])
    execute(place, *later)
    with pytest.raises(StoreError, match=r"later version.*pip install --upgrade"):
        Store(place, renew=renew)
    execute(place, "UPDATE claims SET text = 'still there' WHERE text = 'late'")


def test_somebody_s_own_column_does_not_make_it_a_later_version(place: str) -> None:
    with Store(place) as store:
        store.save("claims", [said("old")])
    execute(place, "ALTER TABLE claims ADD COLUMN mood TEXT")
    with Store(place) as store:
        assert [each.text for each in store.load("claims")] == ["old"]


def test_a_store_that_was_never_released_is_refused_or_emptied_except_for_what_people_decided(place: str) -> None:
    made = decide("confirm", ["dis-a"], reviewer="Ana")
    with Store(place) as store:
        store.save("claims", [said()])
        store.append("decisions", [made])
    execute(
        place,
        "UPDATE meta SET value = '0123456789ab' WHERE key = 'schema'",
        "CREATE TABLE notes (words TEXT)",
        "ALTER TABLE decisions ADD COLUMN mood TEXT",
    )
    with pytest.raises(StoreError, match="never released"):
        Store(place)
    assert kept_decisions(place) == (made,)
    with Store(place, renew=True) as store:
        assert store.load("decisions") == (made,)
        assert store.load("claims") == ()
        assert not store.has("claims")
    execute(place, "INSERT INTO notes VALUES ('a table that is none of ours stays')")
    with Store(place) as store:
        assert store.load("decisions") == (made,)
