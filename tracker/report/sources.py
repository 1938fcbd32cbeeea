"""Who was taken for whom: every source with the names it is printed under, its party and kind, and its tally."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tracker.model import Claim
from tracker.report.index import Index
from tracker.report.source_pages import Mention, SourceRow, Sources
from tracker.report.statements import claim_anchor
from tracker.report.wording import word

# A source is printed under more names than this only where something went wrong; the rest is counted.
MENTIONS = 8


def sources(index: Index) -> Sources:
    """Every source: those of several claims or of a conflict as rows, the others by name."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.claims.values():
        claims[index.speaker(claim)].append(claim)
    found = sorted((_row(index, name, said) for name, said in claims.items()), key=_rank)
    return Sources(
        rows=tuple(each for each in found if not _once(each)),
        once=tuple(
            Mention(printed=each.name, times=1, claim_anchor=each.mentions[0].claim_anchor)
            for each in found
            if _once(each)
        ),
    )


def _rank(row: SourceRow) -> tuple[int, int, str]:
    return -row.n_conflicts, -row.n_claims, row.name


def _once(row: SourceRow) -> bool:
    """Heard once, under the name it is printed with, and in no conflict: a row would say nothing more."""
    plain = len(row.mentions) == 1 and row.mentions[0].printed == row.name
    return row.n_claims == 1 and not row.n_conflicts and plain and not row.parties


def _row(index: Index, name: str, claims: Sequence[Claim]) -> SourceRow:
    mentions = _mentions(index, name, claims)
    conflicts = {each.discrepancy_id for claim in claims for each in index.conflicts_of_claim.get(claim.claim_id, ())}
    return SourceRow(
        name=name,
        parties=_distinct(claim.party for claim in claims),
        kinds=_distinct(word("source_kinds", claim.source_kind) for claim in claims),
        mentions=mentions[:MENTIONS],
        more=max(0, len(mentions) - MENTIONS),
        n_claims=len(claims),
        n_outlets=len({index.outlet(claim) for claim in claims}),
        n_incidents=len({claim.incident_id for claim in claims if claim.incident_id}),
        n_conflicts=len(conflicts),
    )


def _mentions(index: Index, name: str, claims: Sequence[Claim]) -> tuple[Mention, ...]:
    times = Counter(claim.source or name for claim in claims)
    first = {claim.source or name: claim for claim in reversed(claims)}
    ordered = sorted(times, key=lambda printed: (-times[printed], printed))
    return tuple(
        Mention(printed=each, times=times[each], claim_anchor=claim_anchor(index, first[each].claim_id))
        for each in ordered
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}))
