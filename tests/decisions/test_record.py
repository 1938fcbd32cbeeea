"""One decision: whole, with an id that follows from what it says."""

from dataclasses import replace

import pytest

from tracker.decisions import KINDS, checked, decide
from tracker.errors import SettingsError, TableError

AT = "2024-03-15T10:00:00Z"


def test_the_id_follows_from_what_is_said_and_not_from_the_order_of_subjects() -> None:
    one = decide("same_incident", ["clm-b", "clm-a"], reviewer="Ana", decided_at=AT)
    other = decide("same_incident", ["clm-a", "clm-b", "clm-a"], reviewer="Ana", decided_at=AT)
    assert one == other
    assert one.subjects == ("clm-a", "clm-b")
    assert decide("same_incident", ["clm-a", "clm-b"], reviewer="Ben", decided_at=AT).decision_id != one.decision_id


@pytest.mark.parametrize("field", ["kind", "subjects", "value", "reason", "reviewer", "decided_at", "evidence"])
def test_a_decision_changed_by_hand_is_refused(field: str) -> None:
    made = decide("confirm", ["dis-a"], value="v", reason="r", reviewer="Ana", decided_at=AT, evidence=["evd-a"])
    other = {"kind": "dismiss", "subjects": ("dis-b",), "evidence": ("evd-b",), "decided_at": "2025-01-01"}
    assert checked(made) == made
    with pytest.raises(TableError, match="changed"):
        checked(replace(made, **{field: other.get(field, "else")}))


def test_one_without_an_id_gets_its_own() -> None:
    made = decide("confirm", ["dis-a"], decided_at=AT)
    assert checked(replace(made, decision_id="")) == made


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2024-03-15", "2024-03-15T00:00:00.000Z"),
        ("2024-03-15T10:00:00Z", "2024-03-15T10:00:00.000Z"),
        ("2024-03-15T12:00:00.5+02:00", "2024-03-15T10:00:00.500Z"),
    ],
)
def test_moments_are_kept_in_one_form_that_sorts(written: str, kept: str) -> None:
    assert decide("confirm", ["dis-a"], decided_at=written).decided_at == kept


def test_a_decision_is_made_now_unless_it_says_when() -> None:
    assert decide("confirm", ["dis-a"]).decided_at > "2024"


@pytest.mark.parametrize(
    ("kind", "subjects", "value", "told"),
    [
        ("approve", ["dis-a"], "", "no kind"),
        ("confirm", [], "", "what it is about"),
        ("confirm", ["dis-a", "dis-b"], "", "one thing"),
        ("same_incident", ["clm-a", "clm-a"], "", "two claims"),
        ("correct_party", ["The ministry"], " ", "party"),
        ("undo", [""], "", "what it is about"),
    ],
)
def test_what_makes_no_sense_is_told(kind: str, subjects: list[str], value: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        decide(kind, subjects, value=value)


def test_a_moment_that_is_none_is_told() -> None:
    with pytest.raises(SettingsError, match="no moment"):
        decide("confirm", ["dis-a"], decided_at="yesterday")


def test_a_semicolon_in_a_name_does_not_end_the_cell() -> None:
    made = decide("correct_party", ["Mayor; city of Anser"], value="Norland")
    assert made.subjects == ("Mayor, city of Anser",)


def test_every_kind_is_explained() -> None:
    assert all(meaning for meaning in KINDS.values())
