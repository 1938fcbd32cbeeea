"""What is to be decided next: conflicts nobody has decided, those open again first, then the worst."""

from collections import Counter
from dataclasses import dataclass

from tracker.decisions import STATES
from tracker.model import Discrepancy
from tracker.tables import Tables

UNDECIDED = ("re-opened", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The conflicts of a run: ``waiting`` to be decided in this order, ``decided`` the rest, ``counts`` by state."""

    waiting: tuple[Discrepancy, ...]
    decided: tuple[Discrepancy, ...]
    counts: dict[str, int]

    def after(self, discrepancy_id: str) -> str:
        """The next one to decide, the first after the last; empty where none but this is left."""
        ids = [each.discrepancy_id for each in self.waiting]
        return self._step(ids, discrepancy_id, 1)

    def before(self, discrepancy_id: str) -> str:
        """The one before."""
        return self._step([each.discrepancy_id for each in self.waiting], discrepancy_id, -1)

    @staticmethod
    def _step(ids: list[str], here: str, by: int) -> str:
        if here not in ids:
            return ids[0 if by > 0 else -1] if ids else ""
        there = ids[(ids.index(here) + by) % len(ids)]
        return "" if there == here else there


def queue_of(tables: Tables) -> Queue:
    """The queue of tables whose discrepancies show their review state."""
    conflicts = [each for each in tables.discrepancies if each.relation == "conflict"]
    states = Counter(_state(each) for each in conflicts)
    return Queue(
        waiting=tuple(sorted((each for each in conflicts if _state(each) in UNDECIDED), key=_urgency)),
        decided=tuple(sorted((each for each in conflicts if _state(each) not in UNDECIDED), key=_urgency)),
        counts={state: states[state] for state in STATES},
    )


def _state(discrepancy: Discrepancy) -> str:
    return discrepancy.review_state or "open"


def _urgency(discrepancy: Discrepancy) -> tuple[int, float, str]:
    again = discrepancy.review_state == "re-opened"
    return 0 if again else 1, -discrepancy.severity, discrepancy.discrepancy_id
