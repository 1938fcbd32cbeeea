"""A part of a table can be asked for, taken away and put in, at once with parts of others or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factory import article, claim, killed
from tracker.errors import StoreError
from tracker.model import Incident, Unread
from tracker.store import Change, Store
from tracker.store.rows import ASKED

TOLD = [
    article(f"Article number {number}.", path=f"{number}.txt", url=f"https://example.org/{number}")
    for number in range(4)
]
SAID = [claim(f"claim {number}", article_id=each.article_id, start=number) for each in TOLD for number in range(3)]


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store(place) as store:
        store.replace({"articles": TOLD, "claims": SAID})
        yield store


def test_rows_are_found_by_a_column(store: Store) -> None:
    wanted = {TOLD[1].article_id, TOLD[3].article_id}
    found = store.load("claims", where={"article_id": wanted})
    assert set(found) == {each for each in SAID if each.article_id in wanted}
    assert store.load("articles", where={"url": ["https://example.org/2", "https://example.org/9"]}) == (TOLD[2],)


def test_rows_are_found_by_several_columns_together(store: Store) -> None:
    (found,) = store.load("claims", where={"article_id": [TOLD[0].article_id], "start": [2, 7]})
    assert found == SAID[2]


def test_nothing_is_asked_for_and_nothing_found(store: Store) -> None:
    assert store.load("claims", where={"article_id": []}) == ()
    assert store.count("claims", where={"article_id": []}) == 0


def test_rows_without_a_reference_are_found_by_an_empty_one(store: Store) -> None:
    grouped = claim("grouped", article_id=TOLD[0].article_id, incident_id="inc-a")
    incident = Incident(incident_id="inc-a", label="Strike")
    store.update({"claims": Change(come=[grouped]), "incidents": Change(come=[incident])})
    assert set(store.load("claims", where={"incident_id": [""]})) == set(SAID)
    assert len(store.load("claims", where={"incident_id": ["", "inc-a"]})) == len(SAID) + 1


def test_more_can_be_asked_for_than_a_database_takes_at_once(store: Store) -> None:
    asked = [f"clm-{number}" for number in range(2 * ASKED)] + [SAID[5].claim_id, SAID[0].claim_id, SAID[5].claim_id]
    assert set(store.load("claims", where={"claim_id": asked})) == {SAID[0], SAID[5]}


def test_a_column_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(ValueError, match="no column 'mood'"):
        store.load("claims", where={"mood": ["glad"]})


def test_a_few_columns_come_as_tuples(store: Store) -> None:
    assert store.pick("articles", "url", "path") == tuple((each.url, each.path) for each in TOLD)
    assert store.pick("articles", "path", where={"url": [TOLD[3].url]}) == (("3.txt",),)
    assert store.count("claims") == len(SAID)


def test_rows_go_and_come_and_the_rest_stays(store: Store) -> None:
    late = claim("late", article_id=TOLD[0].article_id)
    said_anew = claim("claim 1, said anew", claim_id=SAID[1].claim_id, article_id=SAID[1].article_id)
    store.update({"claims": Change(gone=[SAID[0].claim_id, "clm-never-there"], come=[late, said_anew])})
    assert set(store.load("claims")) == {late, said_anew, *SAID[2:]}
    assert set(store.load("articles")) == set(TOLD)


def test_rows_that_move_are_as_they_were_but_for_their_incident(store: Store) -> None:
    incidents = [Incident(incident_id=name, label="Strike") for name in ("inc-a", "inc-b")]
    moved = {SAID[0].claim_id: "inc-a", SAID[1].claim_id: "inc-b", "clm-never-there": "inc-b"}
    store.update({"claims": Change(moved=moved), "incidents": Change(come=incidents)})
    now = {each: replace(each, incident_id=moved.get(each.claim_id, "")) for each in SAID}
    assert set(store.load("claims")) == set(now.values())
    store.update({"claims": Change(gone=[SAID[2].claim_id], moved={SAID[0].claim_id: ""})})
    assert set(store.load("claims")) == {SAID[0], now[SAID[1]], *SAID[3:]}
    assert store.count("claims", where={"incident_id": [""]}) == len(SAID) - 2


def test_no_row_moves_to_an_incident_that_is_not_there(store: Store) -> None:
    with pytest.raises(ValueError, match="names another that is not there"):
        store.update({"claims": Change(moved={SAID[0].claim_id: "inc-never"})})
    assert set(store.load("claims")) == set(SAID)


def test_unread_inputs_go_by_their_path(store: Store) -> None:
    told = [Unread(path=path, reason=reason) for path in ("a", "b") for reason in ("torn", "wet")]
    store.update({"unread": Change(come=told)})
    store.update({"unread": Change(gone=["a"], come=[Unread(path="b", reason="lost")])})
    assert [(each.path, each.reason) for each in store.load("unread")] == [("b", "lost"), ("b", "torn"), ("b", "wet")]


def test_an_update_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    before = store.saves()

    def broken() -> Iterator[object]:
        yield killed(2, of=SAID[0])
        raise RuntimeError("the lights went out")

    with pytest.raises(RuntimeError):
        store.update({"claims": Change(gone=[SAID[0].claim_id]), "figures": Change(come=broken())})
    assert set(store.load("claims")) == set(SAID)
    assert not store.has("figures")
    assert store.saves() == before


def test_the_order_is_the_same_whoever_came_first(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "other.db") as other:
        for told in TOLD[::-1]:
            said = [each for each in SAID[::-1] if each.article_id == told.article_id]
            other.update({"articles": Change(come=[told]), "claims": Change(come=said)})
        assert other.load("articles") == store.load("articles")
        assert other.load("claims") == store.load("claims")


def test_who_saves_on_an_older_state_is_stopped_and_changes_nothing(store: Store) -> None:
    before = store.saves()
    assert store.update({"claims": Change(gone=[SAID[0].claim_id])}, since=before) == before + 1
    for late in (
        lambda: store.update({"claims": Change(gone=[SAID[1].claim_id])}, since=before),
        lambda: store.replace({"claims": ()}, since=before),
    ):
        with pytest.raises(StoreError, match="another run has written"):
            late()
    assert set(store.load("claims")) == set(SAID[1:])
