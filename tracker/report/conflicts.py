"""The two lists made from discrepancies: the conflicts, worst first, and what was considered and is none."""

from collections import defaultdict
from collections.abc import Iterable

from tracker.model import Discrepancy
from tracker.report.chart_pages import RangePlot
from tracker.report.charts import beside
from tracker.report.dates import when
from tracker.report.drawings import number_of
from tracker.report.index import Index, behind
from tracker.report.links import anchor
from tracker.report.pages import ConflictRow, ConsideredRow, RelationGroup
from tracker.report.reviews import reviewed
from tracker.report.statements import claim_anchor, side_name, side_value, sides
from tracker.report.why import checks, settles
from tracker.report.wording import word, wording

# The three words for a severity of 0 to 1, in equal thirds: more steps than three no reader can tell apart.
BANDS = ((2 / 3, "high"), (1 / 3, "medium"), (0.0, "low"))


SIDES = ("left", "right")


def conflict_rows(index: Index) -> tuple[ConflictRow, ...]:
    """Every conflict, worst first."""
    return tuple(conflict_row(index, discrepancy) for discrepancy in index.conflicts)


def relation_groups(index: Index, discrepancies: Iterable[Discrepancy]) -> tuple[RelationGroup, ...]:
    """The pairs that are no conflict, by relation, in the order of ``wording.toml``; an unknown one comes last."""
    found: dict[str, list[ConsideredRow]] = defaultdict(list)
    for discrepancy in discrepancies:
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


def conflict_row(index: Index, discrepancy: Discrepancy) -> ConflictRow:
    """A conflict with both of its sides, and what people said of it."""
    left, right = sides(index, discrepancy)
    claims = [index.claims[each] for side in SIDES for each in behind(discrepancy, side) if each in index.claims]
    return ConflictRow(
        anchor=anchor("dis", discrepancy.discrepancy_id),
        ident=discrepancy.discrepancy_id,
        what=subject(index, discrepancy),
        kind=word("kinds", discrepancy.kind),
        incident=index.label(discrepancy.incident_id),
        incident_anchor=_incident_anchor(discrepancy),
        left=left,
        right=right,
        drawing=_drawing(index, discrepancy),
        severity=f"{discrepancy.severity:.2f}",
        band=band(discrepancy.severity),
        reason=discrepancy.reason,
        checks=checks(index, discrepancy),
        settles=settles(discrepancy),
        rule=discrepancy.rule,
        parties=_distinct(claim.party for claim in claims),
        outlets=_distinct(index.outlet(claim) for claim in claims),
        n_articles=len({claim.article_id for claim in claims}),
        n_independent=discrepancy.left_independent + (discrepancy.right_independent if right else 0),
        latest=when(max((index.said(claim) for claim in claims), default="")),
        review=reviewed(index, discrepancy.discrepancy_id),
    )


def _drawing(index: Index, discrepancy: Discrepancy) -> RangePlot | None:
    """The numbers of both sides beside each other, where both have some."""
    left, right = (
        number_of(index, side_name(index, discrepancy, side), getattr(discrepancy, f"{side}_figure_id"))
        for side in SIDES
    )
    return beside(left, right) if left and right else None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))


def _considered(index: Index, discrepancy: Discrepancy) -> ConsideredRow:
    return ConsideredRow(
        anchor=anchor("dis", discrepancy.discrepancy_id),
        what=subject(index, discrepancy),
        incident=index.label(discrepancy.incident_id),
        incident_anchor=_incident_anchor(discrepancy),
        left_name=side_name(index, discrepancy, "left"),
        left_value=side_value(index, discrepancy, "left"),
        left_anchor=claim_anchor(index, discrepancy.left_claim_id),
        right_name=side_name(index, discrepancy, "right"),
        right_value=side_value(index, discrepancy, "right"),
        right_anchor=claim_anchor(index, discrepancy.right_claim_id),
        reason=discrepancy.reason,
        rule=discrepancy.rule,
    )


def _incident_anchor(discrepancy: Discrepancy) -> str:
    return anchor("inc", discrepancy.incident_id)


def _group(name: str, rows: list[ConsideredRow]) -> RelationGroup:
    entry = wording()["relations"].get(name, {"label": name, "meaning": ""})
    return RelationGroup(name=name, label=entry["label"], meaning=entry["meaning"], rows=tuple(rows))
