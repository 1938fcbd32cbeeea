"""A difference as lines for a terminal: conflicts first, then incidents, then figures, each with its words."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import wrap

from tracker.difference.background import Background
from tracker.difference.nouns import Altered, Difference
from tracker.difference.words import edit_page, edit_words, words_of
from tracker.model import Run

WIDTH = 80
INDENT = " " * 12
# Lines of one kind before the rest is counted: the whole fits on a screen or two.
SHOWN = 20
KINDS = ("new", "changed", "gone")


def lines(difference: Difference, known: Background, *, shown: int = SHOWN) -> Iterator[str]:
    """What a person reads; of each kind the first ``shown``."""
    yield f"since     {_run(difference.first)}"
    yield f"until     {_run(difference.last)}"
    if not difference:
        yield "nothing has changed"
        return
    reopened = difference.reopened()
    conflicts = {kind: difference.conflicts(kind) for kind in KINDS}
    if any(conflicts.values()):
        yield from _heading("conflicts", conflicts, f"{len(reopened)} re-opened" if reopened else "")
        yield from _rows("re-opened", reopened, known, shown)
        for kind in KINDS:
            others = [each for each in conflicts[kind] if each not in reopened]
            yield from _rows(kind, others, known, shown)
    incidents = {kind: difference.incidents(kind) for kind in KINDS}
    if any(incidents.values()):
        yield from _heading("incidents", incidents)
        for kind in KINDS:
            yield from _rows(kind, incidents[kind], known, shown)
    figures = {kind: difference.figures(kind) for kind in KINDS}
    if any(figures.values()):
        yield from _heading("figures", figures)
        for kind in KINDS:
            yield from _rows(kind, figures[kind], known, shown)
    if difference.edits:
        yield from ("", f"pages     {len(difference.edits):,} changed since they were first read")
        for edit in difference.edits[:shown]:
            yield from wrap(f"  edited    {edit_words(edit)}", WIDTH, subsequent_indent=INDENT)
            yield from wrap(edit_page(edit), WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
        if len(difference.edits) > shown:
            yield f"{INDENT}… and {len(difference.edits) - shown:,} more: --all lists them"
    if difference.compared():
        yield from ("", f"{difference.compared()} more pairs that do not conflict came, changed or went")


def run_line(run: Run) -> str:
    """One line for a run: its id, when it began, how long it took, how much there was in the end."""
    return "  ".join(filter(None, (run.run_id, moment_words(run.started), took(run), counts_words(run))))


def moment_words(moment: str) -> str:
    """A moment to the minute: "2024-03-15 08:00"."""
    return moment[:16].replace("T", " ")


def took(run: Run) -> str:
    """How long a run took; that it was stopped, where it has no end."""
    if not run.ended:
        return "did not end"
    try:
        seconds = (datetime.fromisoformat(run.ended) - datetime.fromisoformat(run.started)).total_seconds()
    except (ValueError, TypeError):
        return ""
    return f"{seconds:,.0f} s" if seconds < 120 else f"{seconds / 60:,.0f} min"


def counts_words(run: Run) -> str:
    """How much there was when a run ended: "3 articles, 2 incidents"."""
    counts = run_counts(run)
    named = ("articles", "incidents", "conflicts")
    return ", ".join(f"{counts[name]:,} {name}" for name in named if isinstance(counts.get(name), int))


def run_counts(run: Run) -> dict[str, int]:
    """The counts of a run, none where they cannot be read."""
    try:
        found = json.loads(run.counts or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _run(run: Run | None) -> str:
    return run_line(run) if run else "the beginning"


def _heading(name: str, found: dict[str, list[Altered]], more: str = "") -> Iterator[str]:
    told = (f"{len(found[kind])} {kind}" for kind in KINDS if found[kind])
    yield from ("", f"{name:10}{', '.join(filter(None, (*told, more)))}")


def _rows(kind: str, found: Sequence[Altered], known: Background, shown: int) -> Iterator[str]:
    for each in found[:shown]:
        first, *rest = _row(each, known)
        yield from wrap(f"  {kind:10}{first}", WIDTH, subsequent_indent=INDENT)
        for line in rest:
            yield from wrap(line, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
    if len(found) > shown:
        yield f"{INDENT}… and {len(found) - shown:,} more {kind}: --all lists them"


def _row(each: Altered, known: Background) -> Iterator[str]:
    told = words_of(each, known)
    yield told.headline
    yield from told.moved
    yield {"discrepancies": f"{each.row_id}, {told.incident}", "incidents": each.row_id}.get(each.table, told.incident)
