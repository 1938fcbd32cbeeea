"""A claim as evidence: its words, who says them, who relayed them, where and when."""

import re
from dataclasses import replace

from tracker.model import Claim, Discrepancy, Span
from tracker.report.dates import when
from tracker.report.index import Index, behind
from tracker.report.links import anchor, original
from tracker.report.pages import Backing, Side, Statement
from tracker.report.wording import account_words, interval_words, word
from tracker.report.words import claim_span, differing_words, quote

# More claims behind a side than this are counted, not listed: forty outlets with one figure are one line of the
# story, and a side is shown again in each of its conflicts.
BACKING = 5

# A value of up to so many characters is set in large type.
BRIEF = 14

# A value in quotation marks is a stretch of speech, not an answer.
QUOTED = ("“", '"')


def sides(index: Index, discrepancy: Discrepancy) -> tuple[Side, Side | None]:
    """The two sides of a discrepancy, the words that differ marked where the two quotations are alike.

    A number that cannot be as printed stands alone: both of its sides are one.
    """
    left, right = (index.claims.get(getattr(discrepancy, f"{side}_claim_id")) for side in ("left", "right"))
    ours, theirs = differing_words(left.text, right.text) if left and right else ([], [])
    first, second = _side(index, discrepancy, "left", left, ours), _side(index, discrepancy, "right", right, theirs)
    if first == second:
        return first, None
    brief = first.brief and second.brief  # neither side is set larger than the other
    return replace(first, brief=brief), replace(second, brief=brief)


def side_name(index: Index, discrepancy: Discrepancy, side: str) -> str:
    """Who stands on a side: as the comparison names it, else as its claim does."""
    name: str = getattr(discrepancy, f"{side}_source")
    claim = index.claims.get(getattr(discrepancy, f"{side}_claim_id"))
    if claim and re.fullmatch(rf"{re.escape(index.speaker(claim))} \([^()]*\)", name):
        return index.speaker(claim)  # what stands in brackets ("its own words") the page says beside the name
    return name or (index.speaker(claim) if claim else "a source not in these tables")


def side_value(index: Index, discrepancy: Discrepancy, side: str) -> str:
    """What a side says, in short: as the comparison gives it, else the figure or the account it stands on."""
    given: str = getattr(discrepancy, f"{side}_value")
    figure = index.figures.get(getattr(discrepancy, f"{side}_figure_id"))
    account = index.accounts.get(getattr(discrepancy, f"{side}_account_id"))
    if given or figure:
        return given or (figure and (figure.text or interval_words(figure.low, figure.best, figure.high))) or ""
    return account_words(account) if account else ""


def claim_anchor(index: Index, claim_id: str) -> str:
    """The place of a claim in the articles below; empty where the tables do not hold its article."""
    claim = index.claims.get(claim_id)
    return anchor("clm", claim_id) if claim and claim.article_id in index.articles else ""


def statement(index: Index, claim: Claim, focus: Span | None, differing: list[Span]) -> Statement:
    """One claim as evidence; ``differing`` counts from the claim's start."""
    article = index.articles.get(claim.article_id)
    moved = [Span(start=claim.start + span.start, end=claim.start + span.end) for span in differing]
    spoken = claim.fragments[0] if claim.fragments else claim_span(claim)
    return Statement(
        quote=quote(article, claim, focus, differing=moved),
        claim_anchor=claim_anchor(index, claim.claim_id),
        mention=claim.source,
        stance=word("stances", claim.stance),
        via=claim.via,
        outlet=index.outlet(claim),
        title=article.title if article else "",
        author=article.author if article else "",
        zone=word("zones", claim.zone),
        said=when(index.said(claim)),
        original=original(article.url, article.text[spoken.start : spoken.end]) if article else None,
    )


def _side(index: Index, discrepancy: Discrepancy, side: str, claim: Claim | None, differing: list[Span]) -> Side:
    claim = claim or Claim(claim_id="", article_id="", start=0, end=0, text="")
    claims = [index.claims[each] for each in behind(discrepancy, side) if each in index.claims]
    others = [each for each in claims if each.claim_id != claim.claim_id]
    value = side_value(index, discrepancy, side)
    whole = index.articles[claim.article_id].text[claim.start : claim.end] if claim.article_id in index.articles else ""
    return Side(
        name=side_name(index, discrepancy, side),
        party=claim.party if claim.party != side_name(index, discrepancy, side) else "",
        described=word("source_kinds", claim.source_kind) if claim.claim_id else "",
        value=value,
        brief=len(value) <= BRIEF and not value.startswith(QUOTED),
        # the words are counted in the claim's own text, which is not the article's where a claim is in fragments
        statement=statement(index, claim, _focus(index, discrepancy, side), differing if whole == claim.text else []),
        others=tuple(_backing(index, discrepancy, each, beside=claim) for each in others[:BACKING]),
        more=max(0, len(others) - BACKING),
        n_articles=len({each.article_id for each in claims}),
        n_independent=getattr(discrepancy, f"{side}_independent"),
    )


def _focus(index: Index, discrepancy: Discrepancy, side: str) -> Span | None:
    figure = index.figures.get(getattr(discrepancy, f"{side}_figure_id"))
    account = index.accounts.get(getattr(discrepancy, f"{side}_account_id"))
    found = figure or account
    return Span(start=found.start, end=found.end) if found else _printed(index, discrepancy, side)


def _printed(index: Index, discrepancy: Discrepancy, side: str) -> Span | None:
    """Where a side's value stands in its claim word for word, if it does."""
    claim = index.claims.get(getattr(discrepancy, f"{side}_claim_id"))
    article = index.articles.get(claim.article_id) if claim else None
    value = getattr(discrepancy, f"{side}_value").strip('“”"')
    if claim is None or article is None or not value:
        return None
    start = article.text.find(value, claim.start, claim.end)
    return Span(start=start, end=start + len(value)) if start >= 0 else None


def _backing(index: Index, discrepancy: Discrepancy, claim: Claim, *, beside: Claim) -> Backing:
    figures = index.figures_of_claim.get(claim.claim_id, [])
    values = [figure.text for figure in figures if figure.measure == discrepancy.measure]
    return Backing(
        name=index.speaker(claim) if index.speaker(claim) not in (index.speaker(beside), index.outlet(claim)) else "",
        outlet=index.outlet(claim),
        said=when(index.said(claim)),
        value=", ".join(dict.fromkeys(values)),
        claim_anchor=claim_anchor(index, claim.claim_id),
    )
