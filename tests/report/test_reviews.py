from dataclasses import replace

import pytest

from tests.report.scene import DISCREPANCIES, SCENE
from tests.review.run import KILLED, TABLES
from tracker.decisions import decide, evidence_of
from tracker.report import render_report
from tracker.report.build import report_page
from tracker.report.index import Index
from tracker.report.reviews import reviewed


def test_a_conflict_is_shown_as_people_left_it_with_the_words_it_rests_on() -> None:
    index = Index(TABLES)
    shown = evidence_of(KILLED, index.claims, index.figures)
    assert (reviewed(index, "dis-killed").state, reviewed(index, "dis-killed").evidence) == ("open", shown)
    made = decide("dismiss", ["dis-killed"], reason="older", reviewer="Ana", decided_at="2024-03-16", evidence=shown)
    found = reviewed(Index(replace(TABLES, decisions=(made,))), "dis-killed")
    assert (found.state, found.reason, found.reviewer, found.note) == ("dismissed", "older", "Ana", "")
    assert found.decided.iso.startswith("2024-03-16")


def test_the_page_says_why_a_conflict_is_open_again() -> None:
    made = decide("dismiss", ["dis-killed"], reason="older", reviewer="<b>Ana</b>", evidence=["evd-a"])
    page = render_report(replace(TABLES, decisions=(made,)))
    assert "by &lt;b&gt;Ana&lt;/b&gt; on" in page
    assert "2 statements are new" in page


@pytest.mark.parametrize(("kind", "standing", "severe"), [("dismiss", 3, 1), ("resolve", 3, 1), ("confirm", 4, 2)])
def test_what_is_dismissed_or_resolved_no_longer_stands(kind: str, standing: int, severe: int) -> None:
    decision = decide(kind, [DISCREPANCIES[0].discrepancy_id], reason="seen the file", decided_at="2024-05-04")
    counts = report_page(Index(replace(SCENE, decisions=(decision,)))).counts
    assert (counts.standing, counts.severe, counts.unreviewed, counts.conflicts) == (standing, severe, 3, 4)


def test_the_page_names_the_decisions_that_hold_so_that_a_new_one_can_take_their_place() -> None:
    first = decide("confirm", ["dis-killed"], decided_at="2024-03-16")
    second = decide("dismiss", ["dis-killed"], decided_at="2024-03-17", supersedes=[first.decision_id])
    assert "data-decisions" not in render_report(TABLES)
    page = render_report(replace(TABLES, decisions=(first, second)))
    assert f'data-decisions="{second.decision_id}"' in page
