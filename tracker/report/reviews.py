"""How people have judged each conflict, for the page."""

from tracker.decisions import evidence_of
from tracker.report.dates import when
from tracker.report.index import Index
from tracker.report.pages import Reviewed
from tracker.report.wording import word

OPEN = "open"

# A conflict in one of these states no longer stands.
CLOSED = frozenset({"dismissed", "resolved"})


def reviewed(index: Index, discrepancy_id: str) -> Reviewed:
    """The state of a conflict, open where nobody has said anything; and the words that it rests on."""
    found = index.reviews[discrepancy_id]
    return Reviewed(
        state=found.state,
        word=word("review_states", found.state),
        reason=found.reason,
        reviewer=found.reviewer,
        decided=when(found.decided_at),
        note=found.note,
        evidence=evidence_of(index.discrepancies[discrepancy_id], index.claims, index.figures),
        decisions=found.decisions,
    )
