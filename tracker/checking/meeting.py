"""Where the text's claims meet stored ones: its incidents, what is known of them, and what in the text conflicts."""

from collections.abc import Iterator

from tracker.checking.nouns import Met
from tracker.model import Claim, Discrepancy
from tracker.tables import Tables


def incidents_met(laid: Tables, text: Tables, known: Tables) -> Iterator[Met]:
    """The incidents the text speaks of, those with conflicts first, then in the order of the text."""
    ours = {claim.claim_id for claim in text.claims}
    stored = {each.incident_id: each for each in known.incidents}
    was = {claim.claim_id: claim.incident_id for claim in known.claims}
    now: dict[str, list[Claim]] = {}
    for claim in laid.claims:
        now.setdefault(claim.incident_id, []).append(claim)
    found: list[Met] = []
    for incident_id, claims in now.items():
        former = {was[each.claim_id] for each in claims if each.claim_id in was}
        incident = stored.get(min(former)) if former else None
        told = tuple(each for each in claims if each.claim_id in ours)
        figures = (each for each in laid.figures if each.claim_id in ours and each.incident_id == incident_id)
        counted = {(each.measure, each.scope) for each in figures}
        involved = [each for each in laid.discrepancies if each.incident_id == incident_id and _has_part(each, ours)]
        found.append(
            Met(
                incident=incident,
                claims=told,
                known=tuple(
                    each
                    for each in known.positions
                    if incident is not None
                    and each.incident_id == incident.incident_id
                    and (each.measure, each.scope) in counted
                ),
                found=tuple(sorted(involved, key=lambda each: (each.relation != "conflict", -each.severity))),
            )
        )
    yield from sorted(found, key=lambda met: (not met.conflicts, met.incident is None, met.claims[0].start))


def _has_part(found: Discrepancy, claim_ids: set[str]) -> bool:
    sides = (found.left_claim_id, found.right_claim_id, *found.left_claims, *found.right_claims)
    return not claim_ids.isdisjoint(sides)
