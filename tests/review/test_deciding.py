"""A decision says what the person saw and what it takes the place of."""

from dataclasses import replace

import pytest

from tests.review.run import CLAIMS, FIGURES, GOVERNOR, KILLED, MINISTRY, POLICE, TABLES
from tracker.decisions import evidence_of, in_force
from tracker.errors import SettingsError
from tracker.model import Decision
from tracker.review import Reviewer, undo_of


def ana(*decisions: Decision) -> Reviewer:
    return Reviewer(name="Ana", tables=replace(TABLES, decisions=decisions))


def test_a_judgement_holds_what_was_shown() -> None:
    made = ana().judge("confirm", "dis-killed")
    assert (made.kind, made.subjects, made.reviewer) == ("confirm", ("dis-killed",), "Ana")
    by_figure = {each.figure_id: each for each in FIGURES}
    assert made.evidence == evidence_of(KILLED, {each.claim_id: each for each in CLAIMS}, by_figure)


def test_a_later_judgement_takes_the_place_of_those_that_were_seen() -> None:
    first = ana().judge("confirm", "dis-killed")
    second = ana(first).judge("dismiss", "dis-killed", reason="an older count")
    assert second.supersedes == (first.decision_id,)
    assert ana(first, second).judge("confirm", "dis-killed").supersedes == (second.decision_id,)
    assert ana(first).judge("confirm", "dis-hurt").supersedes == ()


def test_same_takes_the_place_of_different_for_the_same_claims() -> None:
    claims = [GOVERNOR.claim_id, MINISTRY.claim_id]
    first = ana().pair("different_incident", claims)
    second = ana(first).pair("same_incident", reversed(claims))
    assert second.supersedes == (first.decision_id,)
    assert ana(first).pair("same_incident", [*claims, POLICE.claim_id]).supersedes == ()


def test_a_source_is_named_as_the_tables_do() -> None:
    made = ana().correct_party("the  MINISTRY", "Norland")
    assert (made.subjects, made.value) == (("The ministry",), "Norland")
    again = ana(made).correct_party("The ministry", "Estmark")
    assert again.supersedes == (made.decision_id,)


@pytest.mark.parametrize("kind", ["dismiss", "resolve"])
def test_to_put_a_conflict_away_needs_a_reason(kind: str) -> None:
    with pytest.raises(SettingsError, match="needs a reason"):
        ana().judge(kind, "dis-killed", reason=" ")


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(SettingsError, match="no discrepancy dis-none"):
        ana().judge("confirm", "dis-none")
    with pytest.raises(SettingsError, match="no claim clm-none"):
        ana().reject("clm-none")
    with pytest.raises(SettingsError, match="no source 'Nobody'"):
        ana().correct_party("Nobody", "Norland")
    with pytest.raises(SettingsError, match="two claims"):
        ana().pair("same_incident", [GOVERNOR.claim_id])


def made_by(name: str, when: str, number: int) -> Decision:
    made = Reviewer(name=name, tables=TABLES).reject(CLAIMS[number].claim_id)
    return replace(made, decision_id=f"dec-{number}", decided_at=when)


EARLY = made_by("Ana", "2024-03-15T08:00:00.000Z", 0)
LATE = made_by("Ana", "2024-03-16T08:00:00.000Z", 1)
BENS = made_by("Ben", "2024-03-16T09:00:00.000Z", 2)
ALL = (EARLY, LATE, BENS)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"ids": ["dec-0"]}, [EARLY]),
        ({"by": "Ana"}, [EARLY, LATE]),
        ({"since": "2024-03-16T00:00:00Z"}, [LATE, BENS]),
        ({"by": "Ana", "since": "2024-03-16T00:00:00Z"}, [LATE]),
        ({"by": "Nobody"}, []),
    ],
)
def test_what_to_undo_is_found_by_id_reviewer_and_time(asked: dict[str, object], found: list[Decision]) -> None:
    assert undo_of(ALL, **asked) == found  # type: ignore[arg-type]


def test_an_undo_can_be_taken_back_by_its_id() -> None:
    undo = ana(*ALL).undo([EARLY])
    redo = ana(*ALL, undo).undo(undo_of([*ALL, undo], ids=[undo.decision_id]))
    assert EARLY not in in_force([*ALL, undo])
    assert EARLY in in_force([*ALL, undo, redo])
    assert undo_of([*ALL, undo], by="Ana") == [LATE]


@pytest.mark.parametrize(
    ("asked", "told"),
    [({}, "nothing says"), ({"ids": ["dec-none"]}, "no decision dec-none"), ({"since": "noon"}, "no moment")],
)
def test_an_undo_of_nothing_is_told(asked: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        undo_of(ALL, **asked)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="no such decision"):
        ana().undo([])
