"""What is saved comes back, whole or not at all, and nothing that is not ours is written to."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factory import article, claim, killed
from tests.rows import rows
from tracker.decisions import decide
from tracker.errors import StoreError
from tracker.model import KEPT, NOUNS, Decision, Forward, Incident, columns
from tracker.store import Change, Store
from tracker.store.rows import BATCH
from tracker.store.schema import TABLES
from tracker.tables import in_order

# A claim that names no article: what is asked here is what becomes of rows, whatever they say.
said = partial(claim, article_id="")
# The columns of a table that name rows of others.
NAMES = {name: {key.parent.name for key in table.foreign_keys} for name, table in TABLES.items()}
# One place may be used by all examples: a save replaces what was there.
PROPERTY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("name", [name for name in NOUNS if name not in KEPT])
@PROPERTY
@given(data=st.data())
def test_every_noun_comes_back_in_the_order_of_its_content_each_id_once(
    place: str, name: str, data: st.DataObject
) -> None:
    key = columns(NOUNS[name])[0]
    drawn = data.draw(rows(name))
    nouns = tuple({getattr(noun, key): noun for noun in reversed(drawn)}.values())[::-1]
    nouns = [replace(noun, **dict.fromkeys(NAMES[name], "")) for noun in nouns]
    with Store(place) as store:
        store.save(name, nouns)
        assert store.load(name) == in_order(name, nouns)


def test_a_long_table_keeps_its_order(place: str) -> None:
    claims = tuple(said(start=start) for start in range(BATCH + 3))
    with Store(place) as store:
        store.save("claims", claims)
        assert store.load("claims") == claims


def test_an_empty_table_has_been_made_and_a_dropped_one_has_not(place: str) -> None:
    with Store(place) as store:
        store.save("claims", [])
        assert store.has("claims")
        store.replace({"claims": None})
        assert not store.has("claims")


def test_a_save_that_fails_leaves_everything_as_it_was(place: str) -> None:
    def broken() -> object:
        yield said("new")
        raise RuntimeError("the lights went out")

    with Store(place) as store:
        store.replace({"articles": [article("Old.")], "claims": [said("old")]})
        with pytest.raises(RuntimeError):
            store.replace({"articles": None, "claims": broken()})
        assert [found.text for found in store.load("claims")] == ["old"]
        assert store.has("articles")


def test_the_last_state_can_be_read_while_the_next_is_written(place: str) -> None:
    with Store(place) as writer, Store(place) as reader:
        writer.save("claims", [said("old")])

        def watched() -> object:
            yield said("new")
            assert [found.text for found in reader.load("claims")] == ["old"]

        writer.save("claims", watched())
        assert [found.text for found in reader.load("claims")] == ["new"]


def test_half_a_character_and_nul_are_replaced_and_offsets_stay(place: str) -> None:
    with Store(place) as store:
        store.save("articles", [article("a\ud83d\x00b")])
        (found,) = store.load("articles")
    assert found.text == "a\ufffd\ufffdb"


@pytest.mark.parametrize("url", ["nodatabase://desk:secret@host/x", "postgresql+nodriver://desk:secret@host/x", "://"])
def test_a_database_that_cannot_be_reached_is_told_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as raised:
        Store(url)
    assert "secret" not in str(raised.value)


# --- What is kept ---


DECIDED = tuple(
    decide("confirm", [f"dis-{number}"], reviewer="Ana", decided_at=f"2024-03-{number:02}") for number in range(1, 4)
)


def test_decisions_are_added_once_and_come_back_oldest_first(place: str) -> None:
    with Store(place) as store:
        assert store.append("decisions", DECIDED[1:]) == 2
        assert store.append("decisions", DECIDED[::-1]) == 1
        assert store.load("decisions") == DECIDED


@PROPERTY
@given(drawn=rows("decisions"))
def test_any_decision_comes_back(place: str, drawn: list[Decision]) -> None:
    nouns = {noun.decision_id: noun for noun in reversed(drawn)}
    with Store(place) as store:
        known = {noun.decision_id: noun for noun in store.load("decisions")}
        store.append("decisions", drawn)
        assert {noun.decision_id: noun for noun in store.load("decisions")} == nouns | known


def test_decisions_are_never_replaced_nor_dropped_and_nothing_else_is_added_to(place: str) -> None:
    with Store(place) as store:
        store.append("decisions", DECIDED)
        for rows_given in ((), None):
            with pytest.raises(ValueError, match="only be added to"):
                store.replace({"claims": (), "decisions": rows_given})
        with pytest.raises(ValueError, match="made anew"):
            store.append("claims", [said()])
        assert store.load("decisions") == DECIDED
        assert not store.has("claims")


def test_a_save_can_be_noticed(place: str) -> None:
    with Store(place) as store, Store(place) as other:
        assert store.saves() == 0
        store.save("claims", [said()])
        assert other.saves() == 1
        store.append("decisions", DECIDED)
        assert other.saves() == 1
        other.save("claims", [])
        assert store.saves() == 2


def test_two_who_write_at_once_wait_for_each_other_and_lose_nothing(place: str) -> None:
    """One saves a run again and again, four decide meanwhile, each with a store of its own."""

    def run_again() -> None:
        with Store(place) as store:
            for _ in range(10):
                store.replace({"claims": [said(start=start) for start in range(500)]})

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


# --- What rows name ---


def test_a_row_names_what_is_there_when_its_save_ends_in_whatever_order_it_came(place: str) -> None:
    told = article("12 people died, the governor said.")
    governor = claim("12 people died", article_id=told.article_id)
    with Store(place) as store:
        store.replace({"claims": [governor], "articles": [told]})
        store.replace({"articles": [told]})
        for nowhere in (
            lambda: store.replace({"articles": ()}),
            lambda: store.update({"articles": Change(gone=[told.article_id])}),
            lambda: store.update({"figures": Change(come=[killed(12, of=said("of a claim that was never saved"))])}),
            lambda: store.replace({"claims": [replace(governor, incident_id="inc-never")]}),
        ):
            with pytest.raises(ValueError, match="not there"):
                nowhere()
        assert store.load("claims") == (governor,)
        assert store.load("articles") == (told,)
        store.update({"articles": Change(gone=[told.article_id]), "claims": Change(gone=[governor.claim_id])})
        assert store.count("articles") == 0


def test_what_an_id_once_given_leads_to_may_be_gone(place: str) -> None:
    forward = Forward(former_id="inc-a", incident_id="inc-a", scene="scn-a")
    with Store(place) as store:
        store.replace({"incidents": [Incident(incident_id="inc-a", label="Strike")], "forwards": [forward]})
        store.replace({"incidents": None})
        assert store.load("forwards") == (forward,)
