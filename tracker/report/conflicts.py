"""The two lists made from discrepancies: the conflicts, worst first, and what was considered and is none."""

from collections import defaultdict

from tracker.model import Discrepancy
from tracker.report.index import Index
from tracker.report.links import anchor
from tracker.report.pages import ConflictRow, ConsideredRow, RelationGroup
from tracker.report.statements import claim_anchor, side_name, side_value, sides
from tracker.report.wording import word, wording

# The three words for a severity of 0 to 1, in equal thirds: more steps than three no reader can tell apart.
BANDS = ((2 / 3, "high"), (1 / 3, "medium"), (0.0, "low"))


def conflict_rows(index: Index) -> tuple[ConflictRow, ...]:
    """Every conflict, worst first."""
    return tuple(_conflict(index, discrepancy) for discrepancy in index.conflicts)


def relation_groups(index: Index) -> tuple[RelationGroup, ...]:
    """Every other pair, by relation, in the order of ``wording.toml``; a relation it does not know comes last."""
    found: dict[str, list[ConsideredRow]] = defaultdict(list)
    for discrepancy in index.discrepancies.values():
        if discrepancy.relation != "conflict":
            found[discrepancy.relation].append(_considered(index, discrepancy))
    known = [name for name in wording()["relations"] if name in found]
    return tuple(_group(name, found[name]) for name in [*known, *sorted(found.keys() - set(known))])


def band(severity: float) -> str:
    """A severity in a word."""
    return next((name for least, name in BANDS if severity >= least), "low")


def subject(index: Index, discrepancy: Discrepancy) -> str:
    """What the two are about: the measure, the slot of the story, or the sort of discrepancy."""
    account = index.accounts.get(discrepancy.left_account_id) or index.accounts.get(discrepancy.right_account_id)
    name = discrepancy.measure or (account.slot if account else "")
    if not name:
        return word("kinds", discrepancy.kind)
    return word("slots" if name in wording()["slots"] else "measures", name)


def _conflict(index: Index, discrepancy: Discrepancy) -> ConflictRow:
    left, right = sides(index, discrepancy)
    return ConflictRow(
        anchor=anchor("dis", discrepancy.discrepancy_id),
        what=subject(index, discrepancy),
        kind=word("kinds", discrepancy.kind),
        incident=index.label(discrepancy.incident_id),
        incident_anchor=_incident_anchor(index, discrepancy),
        left=left,
        right=right,
        severity=f"{discrepancy.severity:.2f}",
        band=band(discrepancy.severity),
        reason=discrepancy.reason,
        rule=discrepancy.rule,
    )


def _considered(index: Index, discrepancy: Discrepancy) -> ConsideredRow:
    return ConsideredRow(
        anchor=anchor("dis", discrepancy.discrepancy_id),
        what=subject(index, discrepancy),
        incident=index.label(discrepancy.incident_id),
        incident_anchor=_incident_anchor(index, discrepancy),
        left_name=side_name(index, discrepancy, "left"),
        left_value=side_value(index, discrepancy, "left"),
        left_anchor=claim_anchor(index, discrepancy.left_claim_id),
        right_name=side_name(index, discrepancy, "right"),
        right_value=side_value(index, discrepancy, "right"),
        right_anchor=claim_anchor(index, discrepancy.right_claim_id),
        reason=discrepancy.reason,
        rule=discrepancy.rule,
    )


def _incident_anchor(index: Index, discrepancy: Discrepancy) -> str:
    return anchor("inc", discrepancy.incident_id) if discrepancy.incident_id in index.incidents else ""


def _group(name: str, rows: list[ConsideredRow]) -> RelationGroup:
    entry = wording()["relations"].get(name, {"label": name, "meaning": ""})
    return RelationGroup(name=name, label=entry["label"], meaning=entry["meaning"], rows=tuple(rows))
