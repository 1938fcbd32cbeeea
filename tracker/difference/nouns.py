"""The nouns of the difference: a row that was altered, and all that was altered between two runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tracker.model import Discrepancy, Edit, Figure, Incident, Run

# What a reader would miss of each table's rows; whatever else changed in a row is not told.
TELLING: dict[str, tuple[str, ...]] = {
    "incidents": ("label", "event", "place", "country", "date_from", "date_to", "n_articles", "n_sources"),
    "discrepancies": (
        *("relation", "left_value", "right_value", "left_source", "right_source"),
        *("left_independent", "right_independent", "review_state"),
    ),
    "figures": ("measure", "scope", "low", "high", "best", "text"),
}

REOPENED = "re-opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One row as it stood before and as it stands now, None where there was or is none.

    ``columns`` are those in which a row that stayed tells something else.
    """

    table: str
    row_id: str
    before: Any
    after: Any
    columns: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """New, changed or gone."""
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def noun(self) -> Any:
        """The row as it stands, or as it last stood."""
        return self.before if self.after is None else self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of the tables between two runs; ``first`` is None where it counts from the beginning.

    ``edits`` are the figures that pages gave otherwise when they were read again.
    """

    first: Run | None
    last: Run
    altered: tuple[Altered, ...] = ()
    edits: tuple[Edit, ...] = ()

    def incidents(self, what: str) -> list[Altered]:
        """The incidents that are new, changed or gone, those of most articles first."""
        found = (each for each in self.altered if each.table == "incidents" and each.what == what)
        return sorted(found, key=_largest)

    def figures(self, what: str) -> list[Altered]:
        """The figures that are new, changed or gone, by incident and in the order of the words."""
        found = (each for each in self.altered if each.table == "figures" and each.what == what)
        return sorted(found, key=_by_place)

    def conflicts(self, what: str) -> list[Altered]:
        """The conflicts that are new, changed or gone, the worst first. One that was settled by a later figure, or is
        compared otherwise now, is gone as a conflict.
        """
        return sorted((each for each in self.altered if _conflict_is(each) == what), key=_worst)

    def reopened(self) -> list[Altered]:
        """The conflicts people had decided on, and whose statements have changed since."""
        found = (each for each in self.altered if each.table == "discrepancies")
        return sorted(filter(_is_reopened, found), key=_worst)

    def compared(self) -> int:
        """How many pairs came, changed or went that neither are nor were a conflict."""
        return sum(each.table == "discrepancies" and not _conflict_is(each) for each in self.altered)

    def __bool__(self) -> bool:
        return bool(self.altered or self.edits)

    def __iter__(self) -> Iterator[Altered]:
        return iter(self.altered)


def _is_conflict(row: Discrepancy | None) -> bool:
    return row is not None and row.relation == "conflict"


def _conflict_is(each: Altered) -> str:
    """What has become of a conflict; empty where it never was one."""
    if each.table != "discrepancies":
        return ""
    was, now = _is_conflict(each.before), _is_conflict(each.after)
    return "changed" if was and now else "new" if now else "gone" if was else ""


def _is_reopened(each: Altered) -> bool:
    now, was = each.after, each.before
    return now is not None and now.review_state == REOPENED and (was is None or was.review_state != REOPENED)


def _worst(each: Altered) -> tuple[float, str]:
    row: Discrepancy = each.noun
    return -row.severity, each.row_id


def _largest(each: Altered) -> tuple[int, str, str]:
    row: Incident = each.noun
    return -row.n_articles, row.date_from, each.row_id


def _by_place(each: Altered) -> tuple[str, str, int]:
    row: Figure = each.noun
    return row.incident_id, row.article_id, row.start
