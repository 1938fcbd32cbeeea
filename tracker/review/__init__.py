"""Review: where a person says "confirmed", "no conflict", "one incident", "another one", and the tracker remembers.

deciding.py   a decision, with what the person saw and what it takes the place of
exchange.py   decisions as a file of lines that two desks can merge
queue.py      what is to be decided next, and how much is left
desk/         the same pages in a browser, with buttons and keys, on this machine only

It stands a floor above the pipeline, as it shows the tables of a run and the next run abides by what was said.
"""

from tracker.review.deciding import Reviewer, undo_of
from tracker.review.exchange import merge, read_decisions, write_decisions
from tracker.review.queue import Queue, queue_of

__all__ = ["Queue", "Reviewer", "merge", "queue_of", "read_decisions", "undo_of", "write_decisions"]
