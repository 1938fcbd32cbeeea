"""Findings to rows: ids that follow from content, independent origins counted, the larger side first."""

from collections.abc import Iterable, Iterator

from tracker.compare.case import Case, Finding, Side
from tracker.compare.origins import count_origins
from tracker.compare.severity import severity, standing
from tracker.compare.sides import camp_key
from tracker.compare.wording import who
from tracker.model import Discrepancy, content_id

# One quarrel may be told by several rules; the first of these that finds it, in the order of RULES, keeps it.
_ACCOUNTS = frozenset({"evidence", "denial", "responsibility", "cause", "outcome", "victim_status"})
_WHO_DID_IT = frozenset({"agent", "cause"})


def write_rows(case: Case, findings: Iterable[Finding]) -> Iterator[Discrepancy]:
    """The rows of a case's findings, each once."""
    seen: set[str] = set()
    backing = _Backing(case)
    for finding in one_row_a_dispute(findings):
        found = _row(case, finding, backing)
        if found.discrepancy_id not in seen:
            seen.add(found.discrepancy_id)
            yield found


def one_row_a_dispute(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out a finding of accounts whose two sides already quarrel in an earlier one."""
    kept: list[Finding] = []
    for finding in findings:
        if finding.kind not in _ACCOUNTS:
            yield finding
        elif not any(_one_dispute(finding, other) for other in kept):
            kept.append(finding)
            yield finding


def _one_dispute(one: Finding, other: Finding) -> bool:
    straight = _share(one.left, other.left) and _share(one.right, other.right)
    crossed = _share(one.left, other.right) and _share(one.right, other.left)
    return straight or crossed or (_asks_who(one) and _asks_who(other) and _camps(one) == _camps(other))


def _share(one: Side, other: Side) -> bool:
    return bool({claim.claim_id for claim in one.claims} & {claim.claim_id for claim in other.claims})


def _asks_who(finding: Finding) -> bool:
    slots = {account.slot for side in (finding.left, finding.right) for account in side.accounts}
    return bool(slots) and slots <= _WHO_DID_IT


def _camps(finding: Finding) -> set[frozenset[str]]:
    sides = (finding.left, finding.right)
    return {frozenset(camp_key(claim) for claim in side.claims if claim.source_kind != "narrator") for side in sides}


class _Backing:
    """The independent origins of a side, counted once though the side stands in many rows."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[tuple[str, ...], int] = {}

    def of(self, side: Side) -> int:
        key = tuple(claim.claim_id for claim in side.claims)
        if key not in self._known:
            self._known[key] = count_origins(side.claims, self._case.articles)
        return self._known[key]


def _row(case: Case, finding: Finding, backing: _Backing) -> Discrepancy:
    left, right = _in_order(finding, backing)
    left_n, right_n = backing.of(left), backing.of(right)
    alarm = finding.relation == "conflict"
    certainty = min(case.incident.confidence, *(claim.confidence for claim in (left.claims[0], right.claims[0])))
    weight = severity(
        gap=finding.gap,
        left_independent=left_n,
        right_independent=right_n,
        left_standing=standing(claim.source_kind for claim in left.claims),
        right_standing=standing(claim.source_kind for claim in right.claims),
        certainty=certainty,
    )
    return Discrepancy(
        discrepancy_id=_id(case, finding),
        incident_id=case.incident.incident_id,
        kind=finding.kind,
        relation=finding.relation,
        measure=finding.measure,
        left_claim_id=left.claims[0].claim_id,
        right_claim_id=right.claims[0].claim_id,
        left_figure_id=_first_figure(left),
        right_figure_id=_first_figure(right),
        left_claims=tuple(claim.claim_id for claim in left.claims),
        right_claims=tuple(claim.claim_id for claim in right.claims),
        left_figures=tuple(figure.figure_id for figure in left.figures),
        right_figures=tuple(figure.figure_id for figure in right.figures),
        left_source=who(left.claims),
        right_source=who(right.claims),
        left_value=left.value,
        right_value=right.value,
        left_independent=left_n,
        right_independent=right_n,
        severity=weight if alarm else 0.0,
        reason=finding.reason,
        rule=finding.rule,
        left_account_id=left.accounts[0].account_id if left.accounts else "",
        right_account_id=right.accounts[0].account_id if right.accounts else "",
    )


def _in_order(finding: Finding, backing: _Backing) -> tuple[Side, Side]:
    """An update keeps its order in time; else the side with more independent origins comes first."""
    sides = (finding.left, finding.right)
    if finding.relation == "update" or finding.kind in {"denial", "evidence", "internal"}:
        return sides
    first, second = sorted(sides, key=lambda side: (-backing.of(side), side.key))
    return first, second


def _id(case: Case, finding: Finding) -> str:
    """The same whatever order claims came in and whichever side is larger today."""
    sides = sorted((finding.left.key, finding.right.key))
    return content_id("dis", case.incident.incident_id, finding.kind, finding.measure, *sides)


def _first_figure(side: Side) -> str:
    return side.figures[0].figure_id if side.figures else ""
