"""Of many decisions those that hold; nothing is lost, and it does not matter who came first."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.decisions import decide, in_force, stand
from tracker.errors import TableError
from tracker.model import Decision

Say = Callable[..., Decision]


@pytest.fixture
def say() -> Say:
    """Decisions a minute apart, in the order they are made."""
    count = iter(range(60))

    def make(kind: str, *subjects: str, value: str = "", supersedes: tuple[Decision, ...] = ()) -> Decision:
        before = [each.decision_id for each in supersedes]
        when = f"2024-03-15T10:{next(count):02}:00Z"
        return decide(kind, subjects, value=value, reviewer="Ana", decided_at=when, supersedes=before)

    return make


def test_a_decision_holds_until_another_takes_its_place(say: Say) -> None:
    first = say("confirm", "dis-a")
    second = say("dismiss", "dis-a", supersedes=(first,))
    assert in_force([first]) == (first,)
    assert in_force([second, first]) == (second,)


def test_undoing_brings_back_what_was_before_and_can_be_undone(say: Say) -> None:
    first = say("confirm", "dis-a")
    second = say("dismiss", "dis-a", supersedes=(first,))
    undo = say("undo", second.decision_id)
    redo = say("undo", undo.decision_id)
    assert in_force([first, second, undo]) == (first,)
    assert in_force([first, second, undo, redo]) == (second,)


def test_one_undo_may_take_back_many(say: Say) -> None:
    made = [say("reject_claim", f"clm-{number}") for number in range(3)]
    undo = say("undo", *(each.decision_id for each in made[:2]))
    assert stand([*made, undo]).rejected == {"clm-2"}


def test_a_decision_cannot_take_the_place_of_one_on_another_question(say: Say) -> None:
    first = say("confirm", "dis-a")
    elsewhere = say("dismiss", "dis-b", supersedes=(first,))
    claim = say("reject_claim", "dis-a", supersedes=(first,))
    assert first in in_force([first, elsewhere, claim])


def test_what_is_not_known_undoes_nothing(say: Say) -> None:
    made = say("confirm", "dis-a")
    assert in_force([made, say("undo", "dec-unknown")]) == (made,)


def test_undos_that_undo_each_other_are_told() -> None:
    one = Decision(decision_id="dec-a", kind="undo", subjects=("dec-b",))
    other = Decision(decision_id="dec-b", kind="undo", subjects=("dec-a",))
    with pytest.raises(TableError, match="each other"):
        in_force([one, other])


def test_a_long_row_of_undos_is_no_trouble(say: Say) -> None:
    row = [decide("confirm", ["dis-a"], decided_at="2024-01-01")]
    for _ in range(5001):
        row.append(decide("undo", [row[-1].decision_id], decided_at="2024-01-01"))
    assert in_force(row) == ()
    assert in_force(row[:-1]) == (row[0],)


def test_pairs_the_later_word_counts(say: Say) -> None:
    same = say("same_incident", "clm-a", "clm-b", "clm-c")
    different = say("different_incident", "clm-b", "clm-c")
    found = stand([different, same])
    assert found.same == (("clm-a", "clm-b"),)
    assert found.different == (("clm-b", "clm-c"),)


def test_three_that_differ_are_kept_apart_two_by_two(say: Say) -> None:
    found = stand([say("different_incident", "clm-a", "clm-b", "clm-c")])
    assert found.different == (("clm-a", "clm-b"), ("clm-a", "clm-c"), ("clm-b", "clm-c"))


def test_a_source_is_the_same_however_it_is_spaced_or_cased(say: Say) -> None:
    first = say("correct_party", "The  Ministry; Anser", value="Norland")
    second = say("correct_party", "the ministry, anser", value="Estmark", supersedes=(first,))
    assert stand([first, second]).parties == {"the ministry, anser": "Estmark"}


MOMENTS = st.integers(0, 5).map(lambda minute: f"2024-03-15T10:{minute:02}:00Z")


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 8))):
        earlier = [each.decision_id for each in made]
        kind = draw(st.sampled_from(["confirm", "dismiss", "resolve", "undo"] if made else ["confirm", "dismiss"]))
        subject = draw(st.sampled_from(earlier if kind == "undo" else ["dis-a", "dis-b"]))
        seen = draw(st.lists(st.sampled_from(earlier), max_size=2)) if made else []
        who = draw(st.sampled_from(["Ana", "Ben"]))
        made.append(decide(kind, [subject], reviewer=who, decided_at=draw(MOMENTS), supersedes=seen))
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(history: list[Decision], chance: object) -> None:
    shuffled = [*history, *history]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_force(shuffled) == in_force(history)
