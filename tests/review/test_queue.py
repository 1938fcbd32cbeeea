"""What comes next: open again before open, worse before better, agreement never."""

from dataclasses import replace

from tests.review.run import AGREED, HURT, KILLED, MARCH, TABLES
from tracker.review import queue_of
from tracker.tables import Tables


def test_the_worst_comes_first_and_what_agrees_is_not_asked() -> None:
    queue = queue_of(TABLES)
    assert queue.waiting == (KILLED, MARCH, HURT)
    assert queue.decided == ()
    assert queue.counts == {"open": 3, "confirmed": 0, "dismissed": 0, "resolved": 0, "re-opened": 0}


def test_what_is_open_again_comes_before_all_and_what_is_decided_last() -> None:
    again, done = replace(HURT, review_state="re-opened"), replace(KILLED, review_state="dismissed")
    queue = queue_of(replace(TABLES, discrepancies=(done, MARCH, again, AGREED)))
    assert queue.waiting == (again, MARCH)
    assert queue.decided == (done,)
    assert queue.counts == {"open": 1, "confirmed": 0, "dismissed": 1, "resolved": 0, "re-opened": 1}


def test_one_steps_through_it_in_a_ring() -> None:
    queue = queue_of(TABLES)
    assert [queue.after(each) for each in ("dis-killed", "dis-march", "dis-hurt")] == [
        "dis-march",
        "dis-hurt",
        "dis-killed",
    ]
    assert queue.before("dis-killed") == "dis-hurt"
    assert (queue.after("dis-elsewhere"), queue.before("dis-elsewhere")) == ("dis-killed", "dis-hurt")


def test_the_end_is_empty() -> None:
    assert queue_of(Tables()).after("dis-a") == ""
    one = queue_of(replace(TABLES, discrepancies=(KILLED,)))
    assert one.after("dis-killed") == ""
