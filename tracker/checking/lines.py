"""A check as lines for a terminal: each incident, what is known of it, what conflicts, the words behind each side."""

from collections.abc import Iterator
from textwrap import shorten, wrap

from tracker.checking.nouns import Check, Met
from tracker.model import Claim, Discrepancy, Position

WIDTH = 80
INDENT = " " * 10


def lines(found: Check) -> Iterator[str]:
    """What a person reads; the conflicts first."""
    days = sorted({each.published[:10] or "no date" for each in found.articles})
    telling = sum(len(met.claims) for met in found.met)
    yield f"check     {telling} claim{'' if telling == 1 else 's'} told, published {', '.join(days)}"
    for article in found.same:
        yield from _wrapped(f"stored    the same text is stored already: {article.publisher or article.path}")
    for met in found.met:
        yield ""
        yield from _about(met, found)


def _about(met: Met, found: Check) -> Iterator[str]:
    if met.incident is None:
        yield from _wrapped(f"new       nothing stored speaks of it: {_happening(met.claims[0])}")
        for claim in met.claims:
            yield from _quoted(claim, found)
        return
    several = "" if met.incident.n_articles == 1 else "s"
    yield from _wrapped(f"incident  {met.incident.label} ({met.incident.n_articles} article{several})")
    yield f"{INDENT}{met.incident.incident_id}"
    for position in met.known:
        yield from _wrapped(f"known     {_position(position)}")
    for conflict in met.conflicts:
        yield from _conflict(conflict, found)
    others = len(met.found) - len(met.conflicts)
    if not met.conflicts:
        yield f"agrees    no conflict with what is known{f'; {others} compared' if others else ''}"


def _position(position: Position) -> str:
    """Whose number it is, as it was last said."""
    scope = "" if position.scope == "total" else f" ({position.scope})"
    said = f", {position.last_said[:10]}" if position.last_said else ""
    return f"{position.measure}{scope}: {position.value} – {position.source_name or 'nobody named'}{said}"


def _conflict(conflict: Discrepancy, found: Check) -> Iterator[str]:
    """The sentence a reader can check, and the words of both sides."""
    yield from _wrapped(f"conflict  {conflict.reason}")
    claims = {claim.claim_id: claim for claim in found.tables.claims}
    sides = dict.fromkeys((conflict.left_claim_id, conflict.right_claim_id))
    for claim_id in sides:
        if claim_id in claims:
            yield from _quoted(claims[claim_id], found)


def _quoted(claim: Claim, found: Check) -> Iterator[str]:
    """The words of a claim and where they stand."""
    ours = {article.article_id for article in found.articles}
    article = next((each for each in found.tables.articles if each.article_id == claim.article_id), None)
    outlet = (article.publisher or article.path) if article else ""
    day = f", {article.published[:10]}" if article and article.published else ""
    where = "the text" if claim.article_id in ours else f"{outlet}{day}"
    words = shorten(" ".join(claim.text.split()), 300, placeholder=" …")
    yield from wrap(f"“{words}” – {where}", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT + "  ")


def _happening(claim: Claim) -> str:
    days = f"{claim.date_from} to {claim.date_to}" if claim.date_from != claim.date_to else claim.date_from
    return ", ".join(filter(None, (claim.event, claim.place or claim.country, days))) or "no place, no day told"


def _wrapped(line: str) -> list[str]:
    return wrap(line, WIDTH, subsequent_indent=INDENT)
