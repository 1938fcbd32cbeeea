"""Two desks exchange a file: nothing is lost, nothing doubled, and nobody's words are changed on the way."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.decisions import decide
from tracker.errors import UnreadableError
from tracker.model import Decision
from tracker.review import merge, read_decisions, write_decisions
from tracker.review.exchange import read_file

WORDS = st.text(max_size=12)
MADE = st.builds(
    decide,
    st.sampled_from(["confirm", "dismiss", "resolve", "reject_claim", "undo"]),
    st.sampled_from([["dis-a"], ["dis-b"], ["Ministry; of Anser"]]),
    value=WORDS,
    reason=WORDS,
    reviewer=WORDS,
    decided_at=st.sampled_from(["2024-03-15", "2024-03-16T10:00:00.5+02:00"]),
    supersedes=st.lists(st.sampled_from(["dec-a", "dec-b"]), max_size=2),
    evidence=st.lists(st.sampled_from(["evd-a", "evd-b"]), max_size=2),
)
DESK = st.lists(MADE, max_size=6)


@given(DESK)
def test_what_is_written_is_read_again(made: list[Decision]) -> None:
    assert read_decisions(write_decisions(made)) == merge(made)


@given(DESK, DESK, DESK)
def test_merging_is_the_same_in_any_order_and_twice_is_once(
    one: list[Decision], other: list[Decision], third: list[Decision]
) -> None:
    assert merge(one, other) == merge(other, one)
    assert merge(merge(one, other), third) == merge(one, merge(other, third))
    assert merge(merge(one), one) == merge(one)


@given(DESK, DESK)
def test_files_put_together_line_by_line_are_the_merged_file(one: list[Decision], other: list[Decision]) -> None:
    """What git does with ``merge=union``."""
    together = write_decisions(one) + write_decisions(other)
    assert write_decisions(read_decisions(together)) == write_decisions(merge(one, other))


def test_a_line_without_an_id_gets_its_own_and_lists_are_taken() -> None:
    line = {"kind": "confirm", "subjects": ["dis-a"], "decided_at": "2024-03-15", "evidence": ["evd-b", "evd-a"]}
    made = decide("confirm", ["dis-a"], decided_at="2024-03-15", evidence=["evd-a", "evd-b"])
    assert read_decisions("\ufeff" + json.dumps(line) + "\r\n\n") == (made,)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not json", "line 2 of the file"),
        ("[1]", "no JSON object"),
        ('{"kind": "approve", "subjects": "dis-a", "decided_at": "2024-03-15"}', "no kind"),
        ('{"kind": "confirm", "subjects": "dis-a"}', "no moment"),
        ('{"kind": "confirm", "subjects": {"a": 1}, "decided_at": "2024-03-15"}', "pieces"),
        ('{"kind": "confirm", "subjects": "dis-a", "decided_at": "2024-03-15", "decision_id": "dec-x"}', "changed"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_number(line: str, told: str) -> None:
    good = write_decisions([decide("confirm", ["dis-a"])])
    with pytest.raises(UnreadableError, match=told) as raised:
        read_decisions(good + line + "\n")
    assert "line 2" in str(raised.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_file(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match="UTF-8"):
        read_file(tmp_path / "bad.jsonl")
