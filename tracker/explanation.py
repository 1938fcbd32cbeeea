"""Why an article reads as it does: its paragraphs in order, and under each what was found in it and by which rule.

This is what ``tracker explain`` prints, line by line, for who reads errors and for who asks where a figure comes from.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from tracker.model import Account, Article, Claim, Figure, Zone
from tracker.tables import Tables

Row = TypeVar("Row", Claim, Figure, Account)


def explain(tables: Tables) -> Iterator[str]:
    """Every article with its claims, figures and accounts; what could not be read comes last."""
    for number, article in enumerate(tables.articles):
        yield from [""] if number else []
        yield from _article(article, tables)
    for unread in tables.unread:
        yield f"not read  {unread.path}: {unread.reason}" + (f". {unread.cure}" if unread.cure else "")


def _article(article: Article, tables: Tables) -> Iterator[str]:
    told = (article.published[:10] or "no date", article.publisher or "no publisher", article.path)
    yield f"article   {' · '.join(told)}"
    claims = sorted(_of(article, tables.claims), key=attrgetter("start", "cue_start", "claim_id"))
    figures, accounts = _of(article, tables.figures), _of(article, tables.accounts)
    for zone in article.zones:
        yield from ["", f"[{zone.kind}]  {_one_line(article.text[zone.start : zone.end])}"]
        for claim in claims:
            if zone.start <= claim.start < zone.end:
                yield from _claim(claim, article, figures, accounts)
    yield from ["", _counts(article, claims, figures)]


def _of(article: Article, rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.article_id == article.article_id]


def _claim(claim: Claim, article: Article, figures: Sequence[Figure], accounts: Sequence[Account]) -> Iterator[str]:
    yield f"  claim     {_speaker(claim)}"
    whole = claim.fragments or ()
    words = " … ".join(article.text[piece.start : piece.end] for piece in whole) or claim.text
    yield f"            “{_one_line(words)}”"
    quoted = "" if claim.quotation == "none" else f" · {claim.quotation}"
    sure = f"sure: {claim.confidence:g}{quoted} · offsets {claim.start}–{claim.end}"
    yield f"            rule: {_why(claim)} · {sure}"
    yield f"            scene {claim.scene.rpartition('/')[2]}: {_scene(claim)}"
    for figure in figures:
        if figure.claim_id == claim.claim_id:
            yield f"    figure    {_figure(figure)}"
    for account in accounts:
        if account.claim_id == claim.claim_id:
            denied = "not " if account.denied else ""
            yield f"    account   {account.slot}: {denied}{account.value} · “{_one_line(account.text)}”"


def _speaker(claim: Claim) -> str:
    """ "the ministry" = Ministry of Defence (military, Russia), asserts; relayed by others."""
    if claim.source_kind == "narrator":
        return f"the article itself ({claim.source_name or 'no publisher'})"
    name = claim.source_name or "unresolved"
    side = ", ".join(part for part in (claim.source_kind, claim.party) if part)
    printed = f"“{_one_line(claim.source)}” = " if claim.source and claim.source != name else ""
    relayed = f" · through {', '.join(claim.via)}" if claim.via else ""
    return f"{printed}{name} ({side}) · {claim.stance}{relayed} · said {claim.said_at[:10] or 'on no known day'}"


def _why(claim: Claim) -> str:
    return f"{claim.rule}, “{_one_line(claim.cue)}”" if claim.cue else claim.rule


def _scene(claim: Claim) -> str:
    days = " to ".join(dict.fromkeys(day for day in (claim.date_from, claim.date_to) if day))
    country = "" if claim.country == claim.place else claim.country
    told = (claim.event or "no event", claim.place or "no place", country, days or "no day", claim.target)
    return " · ".join(part for part in told if part)


def _figure(figure: Figure) -> str:
    high = "open" if figure.high == float("inf") else f"{figure.high:g}"
    interval = f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g} to {high}"
    whole = f" of {figure.of_total:g}" if figure.of_total is not None else ""
    told = f"{figure.measure} {interval}{whole} ({figure.bound}, {figure.scope})"
    rule = f"by “{figure.rule}”" if figure.rule else "only the noun counts"
    return f"{told} · “{_one_line(figure.text)}” · rule: {rule}"


def _counts(article: Article, claims: Sequence[Claim], figures: Sequence[Figure]) -> str:
    """How much was found, and how much of the page was left out as furniture."""
    dropped = [zone for zone in article.zones if zone.kind == "dropped"]
    silent = [zone for zone in article.zones if zone.kind != "dropped" and not _tells(zone, claims)]
    return (
        f"found     {len(claims)} claims, {len(figures)} figures; {len(silent)} of {len(article.zones)} paragraphs tell"
        f" none, {len(dropped)} were dropped as furniture of the page"
    )


def _tells(zone: Zone, claims: Sequence[Claim]) -> bool:
    return any(zone.start <= claim.start < zone.end for claim in claims)


def _one_line(text: str) -> str:
    return " ".join(text.split())
