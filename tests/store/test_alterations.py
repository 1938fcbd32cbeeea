"""A run writes down what it altered: each row once, by how it differs from before the run."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import claim, killed
from tests.rows import rows
from tracker.model import INF, NOUNS, Alteration, Incident, Run, columns
from tracker.store import Change, Store
from tracker.store.alterations import TOLD, told_of
from tracker.store.cells import cells_of

FIRST = Run(run_id="run-1", started="2024-03-15T08:00:00Z", version="0.1.0", settings='{"engine":"local"}')
SECOND = Run(run_id="run-2", started="2024-03-15T09:00:00Z")
STRIKE = Incident(incident_id="inc-a", label="Strike on the port", n_claims=2)
FIRE = Incident(incident_id="inc-b", label="Fire in the mill")
SAID = claim("12 people died", article_id="")
DEAD = killed(12, INF, of=SAID)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store(place) as store:
        yield store


def told(store: Store, run: Run) -> dict[tuple[str, str], str]:
    found: tuple[Alteration, ...] = store.load("alterations", where={"run_id": [run.run_id]})
    return {(each.table, each.row_id): each.what for each in found}


def test_what_is_new_changed_and_gone_is_told_and_what_stays_is_not(store: Store) -> None:
    store.replace({"incidents": [STRIKE, FIRE], "claims": [SAID], "figures": [DEAD]}, run=FIRST)
    assert told(store, FIRST) == {
        ("incidents", "inc-a"): "new",
        ("incidents", "inc-b"): "new",
        ("figures", DEAD.figure_id): "new",
    }
    store.update(
        {"incidents": Change(gone=["inc-b"], come=[replace(STRIKE, n_claims=3)]), "figures": Change(come=[DEAD])},
        run=SECOND,
    )
    assert told(store, SECOND) == {("incidents", "inc-a"): "changed", ("incidents", "inc-b"): "gone"}
    assert len(told(store, FIRST)) == 3


def test_a_row_is_told_as_it_stood_and_as_it_stands(store: Store) -> None:
    store.replace({"incidents": [STRIKE], "claims": [SAID], "figures": [DEAD]}, run=FIRST)
    store.update({"incidents": Change(come=[replace(STRIKE, n_claims=3)])}, run=SECOND)
    (found,) = store.load("alterations", where={"run_id": ["run-2"]})
    assert json.loads(found.before)["n_claims"] == 2
    assert json.loads(found.after)["n_claims"] == 3
    (figure,) = store.load("alterations", where={"table": ["figures"]})
    assert figure.before == ""
    assert json.loads(figure.after)["low"] == 12
    assert not {"high", "place"} & json.loads(figure.after).keys(), "open above, and no place known"


@pytest.mark.parametrize("name", TOLD)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_a_row_is_told_as_json_with_every_letter_as_itself(name: str, data: st.DataObject) -> None:
    for noun in data.draw(rows(name)):
        (line,) = cells_of(name, [noun])
        known = dict(zip(columns(NOUNS[name]), line, strict=True))
        filled = {column: cell for column, cell in known.items() if cell not in (None, "", INF, -INF)}
        (found,) = told_of(name, [noun]).values()
        assert found == json.dumps({column: whole(cell) for column, cell in filled.items()}, **PLAIN)


PLAIN: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def whole(cell: object) -> object:
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53 else cell


def test_a_verb_that_takes_away_what_the_next_makes_again_has_altered_nothing(store: Store) -> None:
    store.replace({"incidents": [STRIKE, FIRE]})
    store.replace({"incidents": None}, run=SECOND)
    assert set(told(store, SECOND).values()) == {"gone"}
    late = Incident(incident_id="inc-c", label="Flood in the valley")
    store.replace({"incidents": [STRIKE, replace(FIRE, n_claims=9), late]}, run=SECOND)
    assert told(store, SECOND) == {("incidents", "inc-b"): "changed", ("incidents", "inc-c"): "new"}
    (fire,) = store.load("alterations", where={"row_id": ["inc-b"]})
    assert json.loads(fire.before)["n_claims"] == 0, "as it stood before the run"
    store.update({"incidents": Change(gone=["inc-c"])}, run=SECOND)
    assert told(store, SECOND) == {("incidents", "inc-b"): "changed"}


def test_a_row_that_moves_is_told_as_one_that_is_written_anew(store: Store) -> None:
    few = killed(2.5, 3, of=SAID)
    tables = {"incidents": [STRIKE, FIRE], "claims": [SAID], "figures": [DEAD, few]}
    store.replace(tables, run=FIRST)
    store.update({"figures": Change(moved={DEAD.figure_id: "inc-a", "fig-never-there": "inc-a"})}, run=FIRST)
    store.update({"figures": Change(moved={DEAD.figure_id: "inc-b", few.figure_id: ""})}, run=SECOND)
    assert told(store, FIRST)["figures", DEAD.figure_id] == "new"
    assert told(store, SECOND) == {("figures", DEAD.figure_id): "changed"}
    first, second = store.load("alterations", where={"row_id": [DEAD.figure_id]})
    assert first.after == second.before == told_of("figures", [replace(DEAD, incident_id="inc-a")])[DEAD.figure_id]
    assert second.after == told_of("figures", [replace(DEAD, incident_id="inc-b")])[DEAD.figure_id]


def test_without_a_run_nothing_is_written_down(store: Store) -> None:
    store.replace({"incidents": [STRIKE]})
    store.update({"incidents": Change(gone=["inc-a"])})
    assert store.count("alterations") == 0


def test_what_an_update_does_not_touch_is_not_looked_at(store: Store) -> None:
    many = [Incident(incident_id=f"inc-{number}", label="Some") for number in range(50)]
    store.replace({"incidents": many})
    store.update({"incidents": Change(gone=["inc-7", "inc-never"], come=[many[8]])}, run=FIRST)
    assert told(store, FIRST) == {("incidents", "inc-7"): "gone"}


def test_a_run_begins_once_and_ends_once(store: Store) -> None:
    assert store.append("runs", [FIRST]) == 1
    assert store.append("runs", [replace(FIRST, version="9")]) == 0
    ended = replace(FIRST, ended="2024-03-15T08:05:00Z", counts='{"claims":2}')
    store.end_run(ended)
    assert store.load("runs") == (ended,)
    for again in (replace(ended, counts=""), SECOND):
        with pytest.raises(ValueError, match="has not ended"):
            store.end_run(again)
    assert store.load("runs") == (ended,)


def test_runs_and_alterations_are_never_replaced(store: Store) -> None:
    store.replace({"incidents": [STRIKE]}, run=FIRST)
    for name in ("runs", "alterations"):
        with pytest.raises(ValueError, match="only be added to"):
            store.replace({name: ()})
        with pytest.raises(ValueError, match="only be added to"):
            store.update({name: Change()})
    assert store.load("runs") == (FIRST,)
