"""A store is copied wholly or not at all, to and from any database, and never over anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factory import article, claim, killed
from tests.store.conftest import fresh
from tests.store.test_migrate import execute, restore
from tracker import cli
from tracker.decisions import decide
from tracker.errors import StoreError
from tracker.model import NOUNS, Incident, Run
from tracker.store import Change, Store
from tracker.store import transfer as room
from tracker.store.checkup import examine
from tracker.store.schema import STORED
from tracker.store.transfer import copy_store

TOLD = article("12 people died, the governor said.")
SAID = claim("12 people died", article_id=TOLD.article_id, incident_id="inc-a")
RUN = Run(run_id="run-1", started="2024-03-15T08:00:00Z")


@pytest.fixture
def filled(place: str) -> str:
    with Store(place) as store:
        store.replace(
            {
                "articles": [TOLD],
                "claims": [SAID],
                "figures": [killed(12, of=SAID)],
                "incidents": [Incident(incident_id="inc-a", label="Fire in the mill")],
            },
            run=RUN,
        )
        store.append("decisions", [decide("confirm", ["dis-a"], reviewer="Ana")])
    return place


def held(place: str) -> dict[str, tuple[object, ...]]:
    with Store(place) as store:
        return {name: store.load(name) for name in STORED} | {"made": tuple(map(store.has, NOUNS))}


def test_a_backup_is_a_store_and_is_restored_as_it_was(filled: str, file: Path, postgres: str, tmp_path: Path) -> None:
    copy = tmp_path / "backup.db"
    assert copy_store(filled, str(copy))["claims"] == 1
    assert held(str(copy)) == held(filled)
    for back in (str(tmp_path / "back.db"), fresh(postgres)):
        copy_store(str(copy), back)
        assert held(back) == held(filled)
        assert examine(back).is_well
        with Store(back) as store:
            assert store.saves() == 1
            store.update(
                {"claims": Change(gone=[SAID.claim_id]), "figures": Change(gone=[killed(12, of=SAID).figure_id])}
            )


def test_nothing_is_written_over(filled: str, tmp_path: Path) -> None:
    copy = tmp_path / "backup.db"
    copy.write_text("my notes", encoding="utf-8")
    with pytest.raises(StoreError, match="already"):
        copy_store(filled, str(copy))
    assert copy.read_text(encoding="utf-8") == "my notes"
    other = str(tmp_path / "other.db")
    with Store(other) as store:
        store.save("articles", [TOLD])
    with pytest.raises(StoreError, match="already"):
        copy_store(other, filled)


def test_a_copy_that_fails_leaves_nothing(filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> Iterator[object]:
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(room, "insert", broken)
    with pytest.raises(RuntimeError):
        copy_store(filled, str(tmp_path / "backup.db"))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("backup")] == []


def test_what_cannot_be_copied_is_told(place: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        copy_store(str(tmp_path / "never.db"), str(tmp_path / "copy.db"))
    restore(1, place)
    with pytest.raises(StoreError, match="earlier version"):
        copy_store(place, str(tmp_path / "copy.db"))
    execute(str(tmp_path / "other.db"), "CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match="something else"):
        copy_store(str(tmp_path / "other.db"), str(tmp_path / "copy.db"))
    assert not (tmp_path / "copy.db").exists()


def test_a_copy_is_of_one_moment_while_others_write(
    filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its first table and the last another saves: the copy has none of it."""
    late = article("A late word.")

    def then_another(table: object) -> object:
        monkeypatch.undo()
        with Store(filled) as store:
            store.update({"articles": Change(come=[late])})
            store.append("decisions", [decide("confirm", ["dis-late"])])
        return insert(table)

    with Store(filled) as open_still:
        open_still.append("runs", [RUN])
        insert = room.insert
        monkeypatch.setattr(room, "insert", then_another)
        copy_store(filled, str(tmp_path / "backup.db"))
    found = held(str(tmp_path / "backup.db"))
    assert found["articles"] == (TOLD,)
    assert len(found["decisions"]) == 1
    assert len(held(filled)["decisions"]) == 2


def test_the_commands(filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, back = str(tmp_path / "backup.db"), str(tmp_path / "back.db")
    assert cli.main(["backup", copy, "--store", filled]) == cli.DONE
    assert "1 articles, 1 claims, 1 decisions, 1 runs" in capsys.readouterr().out
    assert cli.main(["backup", copy, "--store", filled]) == cli.UNREADABLE
    assert cli.main(["restore", copy, "--store", back, "--quiet"]) == cli.DONE
    assert held(back) == held(filled)
