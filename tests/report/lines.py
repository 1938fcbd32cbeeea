"""Claims with their figures, found in an article by their words, and what is made of them."""

from dataclasses import dataclass

from tests.factory import claim
from tracker.model import Article, Claim, Discrepancy, Figure, Position, content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A claim and its figure, found in an article by their words."""

    claim: Claim
    figure: Figure | None = None


def said(
    where: Article,
    words: str,
    source: str,
    *,
    number: str = "",
    measure: str = "",
    low: float = 0,
    high: float | None = None,
    scope: str = "total",
    bound: str = "exact",
    cue: str = "",
    **more: object,
) -> Line:
    """A claim of ``words`` in an article, with the figure its ``number`` is."""
    start = where.text.index(words)
    more.setdefault("source_name", source)
    at = where.text.find(source)
    mention = {"source": source, "source_start": at, "source_end": at + len(source)} if at >= 0 else {}
    if cue:
        mention |= {"cue": cue, "cue_start": where.text.find(cue), "cue_end": where.text.find(cue) + len(cue)}
    given = {"said_at": where.published} | mention | more
    made = claim(words, article_id=where.article_id, start=start, **given)
    if not number:
        return Line(claim=made)
    first = where.text.index(number, start)
    high = low if high is None else high
    figure = Figure(
        figure_id=content_id("fig", made.claim_id, number, measure),
        claim_id=made.claim_id,
        article_id=where.article_id,
        incident_id=made.incident_id,
        start=first,
        end=first + len(number),
        text=number,
        measure=measure,
        low=low,
        high=high,
        best=low,
        bound=bound,
        scope=scope,
    )
    return Line(claim=made, figure=figure)


def position(source: str, *lines: Line, independent: int = 1, figure: Figure | None = None) -> Position:
    """What a source says, by the claims it is made of; the last is the latest."""
    last = figure or lines[-1].figure
    assert last is not None
    claims = tuple(line.claim.claim_id for line in lines)
    return Position(
        position_id=content_id("pos", last.incident_id, last.measure, last.scope, source),
        incident_id=last.incident_id,
        measure=last.measure,
        scope=last.scope,
        source_name=source,
        party=lines[-1].claim.party,
        low=last.low,
        best=last.high if last.bound == "at_most" else last.best,
        high=last.high,
        value=last.text,
        first_said=lines[0].claim.said_at,
        last_said=lines[-1].claim.said_at,
        n_claims=len(lines),
        n_independent=independent,
        claims=claims,
    )


def pair(
    left: Line, right: Line, kind: str, relation: str, reason: str, *, severity: float = 0.0, **more: object
) -> Discrepancy:
    """Two lines held against each other."""
    ours, theirs = left.figure, right.figure
    given: dict[str, object] = {
        "incident_id": left.claim.incident_id,
        "left_claim_id": left.claim.claim_id,
        "right_claim_id": right.claim.claim_id,
        "left_claims": (left.claim.claim_id,),
        "right_claims": (right.claim.claim_id,),
        "left_source": left.claim.source_name,
        "right_source": right.claim.source_name,
        "rule": kind,
    }
    if ours and theirs:
        given |= {"measure": ours.measure, "left_figure_id": ours.figure_id, "right_figure_id": theirs.figure_id}
        given |= {"left_value": ours.text, "right_value": theirs.text}
    given |= more
    found = content_id("dis", left.claim.claim_id, right.claim.claim_id, kind, given.get("measure"))
    return Discrepancy(discrepancy_id=found, kind=kind, relation=relation, reason=reason, severity=severity, **given)  # type: ignore[arg-type]
