"""The first section: what is new, changed and gone since the last run, conflicts first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.difference import Altered, Difference
from tracker.difference.background import Background, background
from tracker.difference.words import edit_page, edit_words, words_of
from tracker.model import Edit
from tracker.report.dates import when
from tracker.report.index import Index
from tracker.report.links import anchor, shown_path
from tracker.report.since_pages import Since, SinceGroup, SinceRow
from tracker.report.statements import claim_anchor

# Rows of one sort that the page shows; the command lists the rest.
SHOWN = 12
KINDS = ("new", "changed", "gone")


def since_run(index: Index, difference: Difference | None) -> Since | None:
    """The section; none where there was no run before, as then everything is new."""
    if difference is None or difference.first is None:
        return None
    known = background(difference, lambda table, column, ids: _rows(index, table, column, ids))
    reopened = difference.reopened()
    conflicts = {kind: [each for each in difference.conflicts(kind) if each not in reopened] for kind in KINDS}
    found = (
        ("Conflicts", {"re-opened": reopened} | conflicts),
        ("Incidents", {kind: difference.incidents(kind) for kind in KINDS}),
        ("Figures", {kind: difference.figures(kind) for kind in KINDS}),
    )
    started = difference.first.started
    return Since(
        before=when(started),
        time=started[11:16],
        groups=(
            *(_group(name, rows, index, known) for name, rows in found if any(rows.values())),
            *_edits(index, difference.edits),
        ),
        compared=difference.compared(),
    )


def _rows(index: Index, table: str, column: str, ids: Iterable[str]) -> Iterator[Any]:
    wanted = set(ids)
    return (row for row in getattr(index.tables, table) if getattr(row, column) in wanted)


def _group(name: str, found: Mapping[str, Sequence[Altered]], index: Index, known: Background) -> SinceGroup:
    rows = [(what, each) for what, altered in found.items() for each in altered]
    return SinceGroup(
        heading=name,
        counted=", ".join(f"{len(altered):,} {what}" for what, altered in found.items() if altered),
        rows=tuple(_row(what, each, index, known) for what, each in rows[:SHOWN]),
        more=len(rows) - len(rows[:SHOWN]),
    )


def _edits(index: Index, edits: Sequence[Edit]) -> Iterator[SinceGroup]:
    """The pages that were changed without notice, one row a figure."""
    if edits:
        yield SinceGroup(
            heading="Silent edits",
            counted=f"{len(edits):,} on pages read again",
            rows=tuple(_edit(each, index) for each in edits[:SHOWN]),
            more=len(edits) - len(edits[:SHOWN]),
        )


def _edit(edit: Edit, index: Index) -> SinceRow:
    figure = index.figures.get(edit.after_figure)
    place = claim_anchor(index, figure.claim_id) if figure else ""
    return SinceRow(what="edited", words=edit_words(edit), moved=(), incident=shown_path(edit_page(edit)), anchor=place)


def _row(what: str, each: Altered, index: Index, known: Background) -> SinceRow:
    told = words_of(each, known)
    return SinceRow(
        what=what,
        words=told.headline,
        moved=told.moved,
        incident="" if each.table == "incidents" else told.incident,
        anchor=_anchor(each, index),
    )


def _anchor(each: Altered, index: Index) -> str:
    """Where the row stands on the page: a figure with its claim in the article; what is gone stands nowhere."""
    if each.table == "discrepancies":
        return anchor("dis", each.row_id) if each.row_id in index.discrepancies else ""
    if each.table == "incidents":
        return anchor("inc", each.row_id) if each.row_id in index.incidents else ""
    return claim_anchor(index, each.noun.claim_id) if each.row_id in index.figures else ""
