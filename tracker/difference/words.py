"""An altered row in words: a headline, what moved in it, and the incident it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.difference.background import Background
from tracker.difference.nouns import Altered
from tracker.model import Discrepancy, Edit, Figure, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is told of an altered row: ``headline``, ``moved`` (a line each), the ``incident`` it is of by name."""

    headline: str
    moved: tuple[str, ...]
    incident: str


def words_of(each: Altered, known: Background) -> Words:
    """An altered row in words."""
    headline, moved = TELLERS[each.table](each, known)
    return Words(headline=headline, moved=tuple(moved), incident=known.label(each.noun.incident_id))


Told = tuple[str, Iterator[str]]


def edit_words(edit: Edit) -> str:
    """An edit in words: "killed: “12” is now “14” – the ministry"."""
    if not edit.measure:
        return "the page reads otherwise, and gives the same figures"
    was, now = (f"“{value}”" if value else "nothing" for value in (edit.before_value, edit.after_value))
    return f"{edit.measure.replace('_', ' ')}: {was} is now {now}" + (
        f" – {edit.source_name}" if edit.source_name else ""
    )


def edit_page(edit: Edit) -> str:
    """Where the page stands."""
    return edit.url or edit.path


def _discrepancy(each: Altered, known: Background) -> Told:
    row: Discrepancy = each.noun
    return row.reason, _discrepancy_moved(each)


def _discrepancy_moved(each: Altered) -> Iterator[str]:
    yield from (_moved(each, name) for name in each.columns if name not in ("relation", "review_state"))
    if "relation" in each.columns:
        yield f"was told as {each.before.relation}, is told as {each.after.relation}"
    if "review_state" in each.columns:
        yield f"was {each.before.review_state or 'open'}, is {each.after.review_state or 'open'}"


def _incident(each: Altered, known: Background) -> Told:
    row: Incident = each.noun
    several = "" if row.n_articles == 1 else "s"
    return f"{row.label} ({row.n_articles} article{several})", _incident_moved(each, known)


def _incident_moved(each: Altered, known: Background) -> Iterator[str]:
    yield from (_moved(each, name) for name in each.columns)
    now = known.became(each.row_id) if each.what == "gone" else ""
    if now:
        yield f"now part of {now}, {known.label(now)}"


def _figure(each: Altered, known: Background) -> Told:
    row: Figure = each.noun
    scope = "" if row.scope == "total" else f" ({row.scope})"
    headline = f"{row.measure.replace('_', ' ')}{scope}: “{row.text}” – {known.speaker(row)}"
    return headline, (_moved(each, name) for name in each.columns)


def _moved(each: Altered, name: str) -> str:
    """A column that tells something else, in a reader's words: "articles: 2 → 3"."""
    was, now = (getattr(row, name) for row in (each.before, each.after))
    return f"{COLUMNS.get(name, name.replace('_', ' '))}: {_cell(was)} → {_cell(now)}"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "open" if value == float("inf") else f"{value:g}"
    return str(value) if value != "" else "unknown"


TELLERS = {"incidents": _incident, "discrepancies": _discrepancy, "figures": _figure}

COLUMNS = {
    "n_articles": "articles",
    "n_sources": "sources",
    "date_from": "first day",
    "date_to": "last day",
    "left_value": "one side",
    "right_value": "other side",
    "left_source": "one side's source",
    "right_source": "other side's source",
    "left_independent": "one side's independent origins",
    "right_independent": "other side's independent origins",
}
