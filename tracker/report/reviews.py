"""How people have judged each conflict, for the page."""

from tracker.report.index import Index
from tracker.report.pages import Reviewed
from tracker.report.wording import word

OPEN = "open"

# A conflict in one of these states no longer stands.
CLOSED = frozenset({"dismissed", "resolved"})


def reviewed(index: Index, discrepancy_id: str) -> Reviewed:
    """The state of a conflict; open where nobody has said anything."""
    return Reviewed(state=OPEN, word=word("review_states", OPEN))
