"""Decisions: what people at the desk said, which of it holds, and what that means for the next run and the report.

record.py     one decision: its kinds, its id that follows from what it says
standing.py   of many decisions those that hold, nothing erased: undone ones and replaced ones step back
reviews.py    what a discrepancy's state is, and when it is open again because the words behind it changed
abiding.py    the tables as the decisions leave them: parties corrected, rejected claims left out
"""

from tracker.decisions.abiding import correct_parties, leave_out_rejected, show_reviews
from tracker.decisions.record import JUDGEMENTS, KINDS, checked, decide, party_key
from tracker.decisions.reviews import STATES, Review, evidence_of, review
from tracker.decisions.standing import Standing, in_force, stand

__all__ = [
    "JUDGEMENTS",
    "KINDS",
    "STATES",
    "Review",
    "Standing",
    "checked",
    "correct_parties",
    "decide",
    "evidence_of",
    "in_force",
    "leave_out_rejected",
    "party_key",
    "review",
    "show_reviews",
    "stand",
]
